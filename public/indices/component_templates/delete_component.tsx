import React from 'react';
import { i18n } from '@osd/i18n';
import type { ComponentRow } from '../../../common/indices/component_templates/api';
import { NamedDeleteDialog } from '../../shared/named_delete_dialog';
import { useDeleteComponent } from './component_queries';

/** Asks before a component template goes. The cluster keeps one that is used: that is said before. */
export const DeleteComponent: React.FC<{
  row: Pick<ComponentRow, 'name' | 'used_by'>;
  onClose: () => void;
  onDeleted?: () => void;
}> = ({ row: { name, used_by: usedBy }, onClose, onDeleted }) => {
  const remove = useDeleteComponent();
  const users = usedBy ?? [];
  const blocked = users.length > 0;
  return (
    <NamedDeleteDialog
      title={i18n.translate('watchkeeper.components.deleteTitle', {
        defaultMessage: 'Delete the component template “{name}”?',
        values: { name },
      })}
      blocked={blocked}
      onDelete={() => remove(name)}
      onClose={onClose}
      onDeleted={onDeleted}
    >
      {blocked ? (
        <>
          <p>
            {i18n.translate('watchkeeper.components.inUseText', {
              defaultMessage:
                'The cluster keeps it as long as index templates are composed of it. Take it out of these first:',
            })}
          </p>
          <ul>
            {users.map((user) => (
              <li key={user}>{user}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {usedBy
            ? i18n.translate('watchkeeper.components.deleteEffectText', {
                defaultMessage:
                  'No index template uses it. Indices that exist keep what they have.',
              })
            : i18n.translate('watchkeeper.components.deleteUnknownText', {
                defaultMessage:
                  'Which index templates use it is not known. The cluster keeps it if any does.',
              })}
        </p>
      )}
    </NamedDeleteDialog>
  );
};
