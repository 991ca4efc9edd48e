import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSwitch, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { Field } from '../field';
import { NumberInput } from './number_input';

interface Counts {
  /** So many … */
  some: number;
  /** … of so many runs. */
  of: number;
}

/** So many of the last so many runs, or not at all. An emptied number is one that is not right. */
export const OfField: React.FC<{
  field: string;
  label: string;
  helpText: string;
  switchLabel: string;
  value: Counts | undefined;
  initial: Counts;
  onChange: (value: Counts | undefined) => void;
  mark: string;
}> = ({ field, label, helpText, switchLabel, value, initial, onChange, mark }) => (
  <Field field={field} label={label} helpText={helpText}>
    {(isInvalid) => (
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiCompressedSwitch
            label={switchLabel}
            checked={value !== undefined}
            onChange={({ target }) => onChange(target.checked ? initial : undefined)}
            data-test-subj={`${mark}Switch`}
          />
        </EuiFlexItem>
        {value && (
          <>
            <EuiFlexItem grow={false} style={{ width: 72 }}>
              <NumberInput
                value={value.some}
                isInvalid={isInvalid}
                onChange={(some = NaN) => onChange({ ...value, some })}
                aria-label={label}
                mark={`${mark}Input`}
              />
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiText size="s">
                {i18n.translate('watchkeeper.editor.ofLastRunsText', {
                  defaultMessage: 'in the last runs:',
                })}
              </EuiText>
            </EuiFlexItem>
            <EuiFlexItem grow={false} style={{ width: 72 }}>
              <NumberInput
                value={value.of}
                isInvalid={isInvalid}
                onChange={(of = NaN) => onChange({ ...value, of })}
                aria-label={i18n.translate('watchkeeper.editor.ofRunsAriaLabel', {
                  defaultMessage: '{label}: of how many runs',
                  values: { label },
                })}
                mark={`${mark}Of`}
              />
            </EuiFlexItem>
          </>
        )}
      </EuiFlexGroup>
    )}
  </Field>
);
