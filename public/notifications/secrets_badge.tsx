import React from 'react';
import { EuiBadge, EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';

/** Whether a destination has what it needs to send. */
export const SecretsBadge: React.FC<{ present: boolean }> = ({ present }) =>
  present ? (
    <EuiBadge color="hollow" iconType="lock" data-test-subj="secretsStored">
      {i18n.translate('watchkeeper.destinations.secretsStoredLongLabel', {
        defaultMessage: 'Secrets stored',
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
        {i18n.translate('watchkeeper.destinations.secretsMissingLongLabel', {
          defaultMessage: 'Secrets missing',
        })}
      </EuiBadge>
    </EuiToolTip>
  );
