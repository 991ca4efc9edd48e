import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { confirmationFor } from '../../../common/indices/indices_api';

const MOST_NAMED = 20;

const What: React.FC<{ indices: readonly string[] }> = ({ indices }) => (
  <EuiText size="s">
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
  </EuiText>
);

/** Names what goes, and asks for a word that nobody types by a slip. */
export const DeleteDialog: React.FC<{
  indices: readonly string[];
  onClose: () => void;
  onDelete: (confirm: string) => void;
}> = ({ indices, onClose, onDelete }) => {
  const [typed, setTyped] = useState('');
  const word = confirmationFor(indices);
  const title = i18n.translate('watchkeeper.indices.deleteTitle', {
    defaultMessage: 'Delete {count, plural, one {# index} other {# indices}}',
    values: { count: indices.length },
  });
  return (
    <EuiModal onClose={onClose} aria-label={title} data-test-subj="deleteDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2>{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <What indices={indices} />
        <EuiSpacer size="m" />
        <EuiCompressedFormRow
          fullWidth
          label={i18n.translate('watchkeeper.indices.deleteWordLabel', {
            defaultMessage: 'Type “{word}” to delete',
            values: { word },
          })}
        >
          <EuiCompressedFieldText
            fullWidth
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            data-test-subj="deleteWord"
          />
        </EuiCompressedFormRow>
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.indices.cancelButtonLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton
          fill
          color="danger"
          isDisabled={typed !== word}
          onClick={() => onDelete(typed)}
          data-test-subj="deleteConfirm"
        >
          {i18n.translate('watchkeeper.indices.deleteAction', { defaultMessage: 'Delete' })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
