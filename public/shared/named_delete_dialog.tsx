import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
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
import { toApiError } from './api_client';

/** Names what goes and what depends on it, and stays open with the reason where it is refused. */
export const NamedDeleteDialog: React.FC<{
  title: string;
  /** Has to be typed; nothing has to where absent. */
  word?: string;
  /** It cannot be deleted: there is no button to do it with. */
  blocked?: boolean;
  onDelete: (typed: string) => Promise<unknown>;
  onClose: () => void;
  /** After it was deleted and the dialog is closed. */
  onDeleted?: () => void;
}> = ({ title, word, blocked = false, onDelete, onClose, onDeleted, children }) => {
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    setReason(undefined);
    try {
      await onDelete(typed);
      onClose();
      onDeleted?.();
    } catch (error) {
      setReason(toApiError(error).message);
      setBusy(false);
    }
  };
  return (
    <EuiModal onClose={onClose} aria-label={title} data-test-subj="deleteDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2 className="eui-textBreakWord">{title}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText size="s" className="eui-textBreakWord">
          {children}
        </EuiText>
        {word !== undefined && !blocked && (
          <>
            <EuiSpacer size="m" />
            <EuiCompressedFormRow
              fullWidth
              label={i18n.translate('watchkeeper.namedDelete.deleteWordLabel', {
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
          </>
        )}
        {reason !== undefined && (
          <>
            <EuiSpacer size="m" />
            <EuiCallOut
              size="s"
              color="danger"
              iconType="alert"
              role="alert"
              title={i18n.translate('watchkeeper.namedDelete.notDeletedTitle', {
                defaultMessage: 'It was not deleted',
              })}
              data-test-subj="deleteRefused"
            >
              <p className="eui-textBreakWord">{reason}</p>
            </EuiCallOut>
          </>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose} data-test-subj="deleteCancel">
          {blocked
            ? i18n.translate('watchkeeper.namedDelete.closeLabel', { defaultMessage: 'Close' })
            : i18n.translate('watchkeeper.namedDelete.cancelLabel', {
                defaultMessage: 'Cancel',
              })}
        </EuiSmallButtonEmpty>
        {!blocked && (
          <EuiSmallButton
            fill
            color="danger"
            isDisabled={word !== undefined && typed !== word}
            isLoading={isBusy}
            onClick={() => void remove()}
            data-test-subj="deleteConfirm"
          >
            {i18n.translate('watchkeeper.namedDelete.deleteLabel', { defaultMessage: 'Delete' })}
          </EuiSmallButton>
        )}
      </EuiModalFooter>
    </EuiModal>
  );
};
