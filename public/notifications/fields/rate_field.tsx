import React from 'react';
import { EuiCompressedFieldNumber, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RateText } from '../form/field_value';
import { FieldRow } from './field_row';
import { testSubjectOf } from './field_props';
import type { FieldProps } from './field_props';

/** So many messages in so many seconds. */
export const RateField: React.FC<FieldProps> = ({ field, value, onChange, problems }) => {
  const rate = value as RateText;
  const part = (name: keyof RateText, label: string) => (
    <EuiFlexItem>
      <EuiCompressedFieldNumber
        min={1}
        aria-label={label}
        value={rate[name]}
        isInvalid={problems.length > 0}
        onChange={(event) => onChange({ ...rate, [name]: event.target.value })}
        data-test-subj={`${testSubjectOf(field)}-${name}`}
      />
    </EuiFlexItem>
  );
  return (
    <FieldRow field={field} problems={problems}>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        {part(
          'messages',
          i18n.translate('watchkeeper.destinations.delivery.rateMessagesLabel', {
            defaultMessage: 'Messages',
          })
        )}
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            {i18n.translate('watchkeeper.destinations.delivery.rateWithinText', {
              defaultMessage: 'messages in',
            })}
          </EuiText>
        </EuiFlexItem>
        {part(
          'per_seconds',
          i18n.translate('watchkeeper.destinations.delivery.rateSecondsLabel', {
            defaultMessage: 'Seconds',
          })
        )}
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            {i18n.translate('watchkeeper.destinations.delivery.rateSecondsText', {
              defaultMessage: 'seconds',
            })}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
    </FieldRow>
  );
};
