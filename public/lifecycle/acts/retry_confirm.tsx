import React from 'react';
import { i18n } from '@osd/i18n';
import { applyConfirmation } from '../../../common/lifecycle/apply/preview';
import { DeletionConfirm } from './deletion_confirm';
import type { Deletion } from './deletion_confirm';

/** Has what a retry deletes confirmed. */
export const RetryConfirm: React.FC<Deletion> = (deletion) => (
  <DeletionConfirm
    {...deletion}
    mark="retry"
    title={i18n.translate('watchkeeper.lifecycle.retry.deletesTitle', {
      defaultMessage:
        'Within an hour, the retry deletes {count, plural, one {# index} other {# indices}}',
      values: { count: deletion.deleted.length },
    })}
    label={i18n.translate('watchkeeper.lifecycle.retry.typeLabel', {
      defaultMessage: 'Type “{word}” to retry all the same',
      values: { word: applyConfirmation(deletion.deleted) },
    })}
  />
);
