import { i18n } from '@osd/i18n';
import type { EuiBasicTableColumn } from '@elastic/eui';

export interface RowActions<T> {
  mayWrite: boolean;
  onOpen: (row: T) => void;
  onClone: (row: T) => void;
  onDelete: (row: T) => void;
}

/** The last column of a list of templates. `mark` ends the names that tests know its buttons by. */
export const actionsColumn = <T extends object>(
  mark: 'Template' | 'Component',
  { mayWrite, onOpen, onClone, onDelete }: RowActions<T>
): EuiBasicTableColumn<T> => ({
  name: i18n.translate('watchkeeper.indexTemplates.actionsColumn', { defaultMessage: 'Actions' }),
  width: '90px',
  actions: [
    {
      name: i18n.translate('watchkeeper.indexTemplates.openLabel', { defaultMessage: 'Open' }),
      description: i18n.translate('watchkeeper.indexTemplates.openText', {
        defaultMessage: 'Open this template',
      }),
      ...{ type: 'icon', icon: 'pencil', isPrimary: true, onClick: onOpen },
      'data-test-subj': `open${mark}`,
    },
    {
      name: i18n.translate('watchkeeper.indexTemplates.cloneLabel', { defaultMessage: 'Clone' }),
      description: i18n.translate('watchkeeper.indexTemplates.cloneText', {
        defaultMessage: 'Begin a new template with this one',
      }),
      ...{ type: 'icon', icon: 'copy', onClick: onClone, available: () => mayWrite },
      'data-test-subj': `clone${mark}`,
    },
    {
      name: i18n.translate('watchkeeper.indexTemplates.deleteLabel', { defaultMessage: 'Delete' }),
      description: i18n.translate('watchkeeper.indexTemplates.deleteText', {
        defaultMessage: 'Delete this template',
      }),
      ...{ type: 'icon', icon: 'trash', color: 'danger', onClick: onDelete },
      available: () => mayWrite,
      'data-test-subj': `delete${mark}`,
    },
  ],
});
