import React from 'react';
import { i18n } from '@osd/i18n';
import { confirmationFor } from '../../../common/indices/indices_api';
import { NamedDeleteDialog } from '../../shared/named_delete_dialog';

const MOST_NAMED = 20;

const What: React.FC<{ indices: readonly string[] }> = ({ indices }) => (
  <>
    <p>
      {i18n.translate('watchkeeper.indices.deleteText', {
        defaultMessage: 'Their documents are gone for good. Only a snapshot brings them back.',
      })}
    </p>
    <ul data-test-subj="deleteNames">
      {indices.slice(0, MOST_NAMED).map((name) => (
        <li key={name} className="eui-textBreakWord">
          {name}
        </li>
      ))}
      {indices.length > MOST_NAMED && (
        <li>
          {i18n.translate('watchkeeper.indices.deleteMoreText', {
            defaultMessage: 'and {count, number} more',
            values: { count: indices.length - MOST_NAMED },
          })}
        </li>
      )}
    </ul>
  </>
);

/** Names what goes, and asks for a word that nobody types by a slip. */
export const DeleteDialog: React.FC<{
  indices: readonly string[];
  onClose: () => void;
  onDelete: (confirm: string) => Promise<unknown>;
}> = ({ indices, onClose, onDelete }) => (
  <NamedDeleteDialog
    title={i18n.translate('watchkeeper.indices.deleteTitle', {
      defaultMessage: 'Delete {count, plural, one {# index} other {# indices}}',
      values: { count: indices.length },
    })}
    word={confirmationFor(indices)}
    onDelete={onDelete}
    onClose={onClose}
  >
    <What indices={indices} />
  </NamedDeleteDialog>
);
