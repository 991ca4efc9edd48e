import React from 'react';
import { i18n } from '@osd/i18n';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import { NamedDeleteDialog } from '../../shared/named_delete_dialog';
import { useDeleteTemplate } from './template_queries';

/** Asks before a template goes. The cluster keeps one that data streams are made by: that is said before. */
export const DeleteTemplate: React.FC<{
  row: Pick<TemplateRow, 'name' | 'kind' | 'index_patterns' | 'used_by'>;
  onClose: () => void;
  onDeleted?: () => void;
}> = ({ row: { name, kind, index_patterns: patterns, used_by: streams }, onClose, onDeleted }) => {
  const remove = useDeleteTemplate();
  const blocked = streams.length > 0;
  return (
    <NamedDeleteDialog
      title={i18n.translate('watchkeeper.indexTemplates.deleteTitle', {
        defaultMessage: 'Delete the index template “{name}”?',
        values: { name },
      })}
      blocked={blocked}
      onDelete={() => remove(name, kind)}
      onClose={onClose}
      onDeleted={onDeleted}
    >
      {blocked ? (
        <>
          <p>
            {i18n.translate('watchkeeper.indexTemplates.inUseText', {
              defaultMessage:
                'The cluster keeps it as long as data streams are made by it. Delete these first, or give them another template with a higher priority:',
            })}
          </p>
          <ul>
            {streams.map((stream) => (
              <li key={stream}>{stream}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {i18n.translate('watchkeeper.indexTemplates.deleteEffectText', {
            defaultMessage:
              'New indices named {patterns} are made without it from then on. Indices that exist keep what they have.',
            values: { patterns: patterns.join(', ') },
          })}
        </p>
      )}
    </NamedDeleteDialog>
  );
};
