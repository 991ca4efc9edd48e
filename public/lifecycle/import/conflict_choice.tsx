import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedFormRow, EuiCompressedSelect } from '@elastic/eui';
import type { ImportRow } from './import_rows';

export type Choice = 'skip' | 'overwrite' | 'rename';

/** A policy with this id is here already: what is to be done. */
export const ConflictChoice: React.FC<{ row: ImportRow; onChoose: (choice: Choice) => void }> = ({
  row,
  onChoose,
}) => (
  <EuiCompressedFormRow
    label={i18n.translate('watchkeeper.lifecycle.import.existsLabel', {
      defaultMessage: 'There is a policy with this id already',
    })}
  >
    <EuiCompressedSelect
      value={row.decision.overwrite ? 'overwrite' : 'skip'}
      onChange={({ target }) => onChoose(target.value as Choice)}
      options={[
        {
          value: 'skip',
          text: i18n.translate('watchkeeper.lifecycle.import.skipLabel', {
            defaultMessage: 'Leave the one here as it is',
          }),
        },
        {
          value: 'overwrite',
          text: i18n.translate('watchkeeper.lifecycle.import.overwriteLabel', {
            defaultMessage: 'Overwrite it',
          }),
        },
        {
          value: 'rename',
          text: i18n.translate('watchkeeper.lifecycle.import.renameLabel', {
            defaultMessage: 'Save under another id',
          }),
        },
      ]}
      data-test-subj="importConflict"
    />
  </EuiCompressedFormRow>
);
