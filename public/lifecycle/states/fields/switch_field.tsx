import React from 'react';
import { EuiCompressedFormRow, EuiCompressedSwitch } from '@elastic/eui';
import { say } from '../../../shared/say';
import { helpOf } from './field_help';
import { faultsOf } from './field_props';
import type { FieldProps } from './field_props';

/** True or false. What the server fills in anyway is left out of the document. */
export const SwitchField: React.FC<FieldProps> = (props) => {
  const { param, value, onChange } = props;
  const preset = param.default ?? false;
  const faults = faultsOf(props);
  return (
    <EuiCompressedFormRow
      hasEmptyLabelSpace
      helpText={helpOf(param)}
      isInvalid={faults.length > 0}
      error={faults}
      fullWidth
    >
      <EuiCompressedSwitch
        label={say(param.label)}
        checked={typeof value === 'boolean' ? value : preset === true}
        onChange={({ target }) => onChange(target.checked === preset ? undefined : target.checked)}
        data-test-subj={`param-${param.name}`}
      />
    </EuiCompressedFormRow>
  );
};
