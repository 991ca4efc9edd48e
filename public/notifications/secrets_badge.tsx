import React from 'react';
import { EuiBadge, EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';

/** Whether a destination has what it needs to send. */
export const SecretsBadge: React.FC<{
  present: boolean;
  /** Says what is stored or missing, where no column's head does. */
  long?: boolean;
}> = ({ present, long = false }) =>
  present ? (
    <EuiBadge color="hollow" iconType="lock" data-test-subj="secretsStored">
      {long
        ? i18n.translate('watchkeeper.destinations.secretsStoredLongLabel', {
            defaultMessage: 'Secrets stored',
          })
        : i18n.translate('watchkeeper.destinations.secretsStoredLabel', {
            defaultMessage: 'Stored',
          })}
    </EuiBadge>
  ) : (
    <EuiToolTip
      content={i18n.translate('watchkeeper.destinations.secretsMissingTooltip', {
        defaultMessage:
          'It was imported without its secrets, or the encryption key has changed. It cannot send until they are given again.',
      })}
    >
      <EuiBadge color="danger" iconType="alert" tabIndex={0} data-test-subj="secretsMissing">
        {long
          ? i18n.translate('watchkeeper.destinations.secretsMissingLongLabel', {
              defaultMessage: 'Secrets missing',
            })
          : i18n.translate('watchkeeper.destinations.secretsMissingLabel', {
              defaultMessage: 'Missing',
            })}
      </EuiBadge>
    </EuiToolTip>
  );
