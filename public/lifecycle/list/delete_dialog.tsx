import React from 'react';
import { i18n } from '@osd/i18n';
import { NamedDeleteDialog } from '../../shared/named_delete_dialog';
import { IndexNames } from '../acts/index_names';
import { useManaged } from '../managed/managed_queries';
import { useDeletePolicy } from '../policy_queries';
import type { PolicyRow } from './policy_rows';

/** Asks before a policy goes; its id has to be typed where it manages indices, or may. */
export const DeleteDialog: React.FC<{ row: PolicyRow; onClose: () => void }> = ({
  row: { id, used_by: usedBy, record },
  onClose,
}) => {
  const remove = useDeletePolicy();
  const needsTyping = usedBy !== 0;
  const managed = useManaged(needsTyping, 0).data?.indices;
  const names = managed?.filter((each) => each.policy_id === id).map(({ index }) => index) ?? [];
  const title = i18n.translate('watchkeeper.lifecycle.delete.title', {
    defaultMessage: 'Delete “{id}”?',
    values: { id },
  });
  const text =
    usedBy === undefined
      ? i18n.translate('watchkeeper.lifecycle.delete.unknownText', {
          defaultMessage:
            'It is not known how many indices it manages. Those that it does are left where they are: nothing moves or deletes them any more.',
        })
      : i18n.translate('watchkeeper.lifecycle.delete.text', {
          defaultMessage:
            '{count, plural, =0 {It manages no index.} one {It manages # index. That stays as it is: nothing moves or deletes it any more.} other {It manages # indices. They stay as they are: nothing moves or deletes them any more.}}',
          values: { count: usedBy },
        });
  return (
    <NamedDeleteDialog
      title={title}
      word={needsTyping ? id : undefined}
      onDelete={() => remove.mutateAsync({ id, force: needsTyping, seen: record })}
      onClose={onClose}
    >
      <p>{text}</p>
      {names.length > 0 && <IndexNames names={names} />}
    </NamedDeleteDialog>
  );
};
