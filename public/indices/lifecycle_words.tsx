import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiHealth, EuiToolTip } from '@elastic/eui';
import type { IndexLifecycle } from '../../common/indices/rows/index_row';

/** Why a policy goes no further, in words; what the engine says where its kind is not known. */
export const failureText = ({ failure, message }: IndexLifecycle): string => {
  switch (failure) {
    case 'no_rollover_alias':
      return i18n.translate('watchkeeper.indices.noRolloverAliasText', {
        defaultMessage: 'Rollover needs an alias, and the index names none',
      });
    case 'not_write_index':
      return i18n.translate('watchkeeper.indices.notWriteIndexText', {
        defaultMessage: 'It is not the write index of its rollover alias',
      });
    case 'repository':
      return i18n.translate('watchkeeper.indices.repositoryText', {
        defaultMessage: 'The snapshot repository cannot be used',
      });
    case 'permission':
      return i18n.translate('watchkeeper.indices.permissionText', {
        defaultMessage: 'The author of the policy lacks a permission',
      });
    case 'version_conflict':
      return i18n.translate('watchkeeper.indices.versionConflictText', {
        defaultMessage: 'Its state was changed by something else meanwhile',
      });
    case 'interrupted':
      return i18n.translate('watchkeeper.indices.interruptedText', {
        defaultMessage: 'A step was interrupted before its end was written down',
      });
    case 'timed_out':
      return i18n.translate('watchkeeper.indices.timedOutText', {
        defaultMessage: 'The action took longer than it may',
      });
    case 'snapshot':
      return i18n.translate('watchkeeper.indices.snapshotFailedText', {
        defaultMessage: 'The snapshot failed',
      });
    case 'shrink':
      return i18n.translate('watchkeeper.indices.shrinkFailedText', {
        defaultMessage: 'The index could not be shrunk',
      });
    default:
      return (
        message ??
        i18n.translate('watchkeeper.indices.unknownFailureText', {
          defaultMessage: 'The last step failed; the engine does not say why',
        })
      );
  }
};

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
