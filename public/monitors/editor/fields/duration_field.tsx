import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { Duration } from '../../../../common/monitors/duration';
import { Field } from '../field';
import { isUnit, unitOptions } from '../units';
import { NumberInput } from './number_input';

/** A length of time that need not be given: an empty number is none. */
export const DurationField: React.FC<{
  field: string;
  label: string;
  helpText: string;
  value: Duration | undefined;
  onChange: (value: Duration | undefined) => void;
  mark: string;
}> = ({ field, label, helpText, value, onChange, mark }) => {
  const unit = value?.unit ?? 'MINUTES';
  return (
    <Field field={field} label={label} helpText={helpText}>
      {(isInvalid) => (
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem>
            <NumberInput
              value={value?.value}
              isInvalid={isInvalid}
              onChange={(next) => onChange(next === undefined ? undefined : { value: next, unit })}
              placeholder={i18n.translate('watchkeeper.editor.notSetPlaceholder', {
                defaultMessage: 'Not set',
              })}
              aria-label={label}
              mark={`${mark}Input`}
            />
          </EuiFlexItem>
          <EuiFlexItem>
            <EuiCompressedSelect
              fullWidth
              options={unitOptions()}
              value={unit}
              disabled={value === undefined}
              onChange={({ target }) => {
                if (value && isUnit(target.value)) onChange({ ...value, unit: target.value });
              }}
              aria-label={i18n.translate('watchkeeper.editor.unitOfAriaLabel', {
                defaultMessage: '{label}: unit',
                values: { label },
              })}
              data-test-subj={`${mark}Unit`}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
    </Field>
  );
};
