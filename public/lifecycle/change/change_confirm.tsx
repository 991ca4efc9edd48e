import React from 'react';
import { i18n } from '@osd/i18n';
import { applyConfirmation } from '../../../common/lifecycle/apply/preview';
import { DeletionConfirm } from '../acts/deletion_confirm';
import type { Deletion } from '../acts/deletion_confirm';

/** Has what the new policy deletes as soon as it holds confirmed. */
export const ChangeConfirm: React.FC<Deletion> = (deletion) => (
  <DeletionConfirm
    {...deletion}
    mark="change"
    title={i18n.translate('watchkeeper.lifecycle.change.deletesTitle', {
      defaultMessage:
        'Within an hour of holding, the policy deletes {count, plural, one {# index} other {# indices}}',
      values: { count: deletion.deleted.length },
    })}
    label={i18n.translate('watchkeeper.lifecycle.change.typeLabel', {
      defaultMessage: 'Type “{word}” to change the policy all the same',
      values: { word: applyConfirmation(deletion.deleted) },
    })}
  />
);
