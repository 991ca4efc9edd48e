import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedSelect } from '@elastic/eui';
import { say } from '../../../shared/say';
import { helpOf } from './field_help';
import { faultsOf } from './field_props';
import type { FieldProps } from './field_props';

/** One of several texts; one that the document has and we do not know stays among them. */
export const ChoiceField: React.FC<FieldProps & { options: readonly string[] }> = (props) => {
  const { param, value, onChange, options: known } = props;
  const { type, default: preset } = param;
  const faults = faultsOf(props);
  const words = type.kind === 'choice' ? (type.words ?? {}) : {};
  const options = [...new Set(typeof value === 'string' ? [...known, value] : known)];
  const none = i18n.translate('watchkeeper.lifecycle.states.noChoiceOption', {
    defaultMessage: 'Not set',
  });
  return (
    <EuiCompressedFormRow
      label={say(param.label)}
      helpText={helpOf(param)}
      isInvalid={faults.length > 0}
      error={faults}
      fullWidth
    >
      <EuiCompressedSelect
        fullWidth
        options={[
          ...(preset === undefined ? [{ value: '', text: none }] : []),
          ...options.map((option) => ({
            value: option,
            text: option in words ? say(words[option]) : option,
          })),
        ]}
        value={typeof value === 'string' ? value : String(preset ?? '')}
        onChange={({ target }) =>
          onChange(target.value === (preset ?? '') ? undefined : target.value)
        }
        data-test-subj={`param-${param.name}`}
      />
    </EuiCompressedFormRow>
  );
};
