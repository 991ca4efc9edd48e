import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiHealth, EuiToolTip } from '@elastic/eui';
import type { IndexLifecycle } from '../../common/indices/rows/index_row';
import { FAILURE_WORDS } from '../../common/lifecycle/explain/failures';
import { say } from '../shared/say';

/** Why a policy goes no further, in words; the engine's own where its kind is not known. */
export const failureText = ({ failure, message }: IndexLifecycle): string =>
  failure === 'other' || failure === undefined
    ? (message ?? say(FAILURE_WORDS.other.label))
    : say(FAILURE_WORDS[failure].label);

const retryingLabel = (): string =>
  i18n.translate('watchkeeper.indices.retryingLabel', { defaultMessage: 'Retrying' });

const failedLabel = (): string =>
  i18n.translate('watchkeeper.indices.failedLabel', { defaultMessage: 'Failed' });

/** Red where it has stopped, amber while the engine tries again; the reason, and the engine's own words beside it. */
export const Problem: React.FC<{ lifecycle: IndexLifecycle }> = ({ lifecycle }) => {
  const reason = failureText(lifecycle);
  const label = lifecycle.retrying ? retryingLabel() : failedLabel();
  return (
    <EuiToolTip content={lifecycle.message ?? reason}>
      <EuiHealth
        color={lifecycle.retrying ? 'warning' : 'danger'}
        data-test-subj={lifecycle.retrying ? 'indexRetrying' : 'indexFailed'}
      >
        {label}: {reason}
      </EuiHealth>
    </EuiToolTip>
  );
};

export const unmanagedLabel = (): string =>
  i18n.translate('watchkeeper.indices.unmanagedLabel', { defaultMessage: 'Not managed' });
