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
import { useDeletePolicy } from '../policy_queries';
import type { PolicyRow } from './policy_rows';

/** Asks before a policy goes; its id has to be typed where it manages indices, or may. */
export const DeleteDialog: React.FC<{ row: PolicyRow; onClose: () => void }> = ({
  row: { id, used_by: usedBy },
  onClose,
}) => {
  const [typed, setTyped] = useState('');
  const remove = useDeletePolicy();
  const needsTyping = usedBy !== 0;
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
    <EuiModal onClose={onClose} aria-label={title} data-test-subj="deleteDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>{title}</EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText size="s">
          <p>{text}</p>
        </EuiText>
        {needsTyping && (
          <>
            <EuiSpacer size="m" />
            <EuiCompressedFormRow
              label={i18n.translate('watchkeeper.lifecycle.delete.typeLabel', {
                defaultMessage: 'Type its id to delete it',
              })}
            >
              <EuiCompressedFieldText
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                data-test-subj="deleteTyped"
              />
            </EuiCompressedFormRow>
          </>
        )}
        {remove.error && (
          <>
            <EuiSpacer size="m" />
            <EuiCallOut
              size="s"
              color="danger"
              role="alert"
              title={i18n.translate('watchkeeper.lifecycle.delete.failedTitle', {
                defaultMessage: 'The policy was not deleted',
              })}
            >
              <p>{remove.error.message}</p>
            </EuiCallOut>
          </>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.lifecycle.delete.cancelLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton
          fill
          color="danger"
          isDisabled={needsTyping && typed !== id}
          isLoading={remove.isLoading}
          onClick={() => remove.mutate({ id, force: needsTyping }, { onSuccess: onClose })}
          data-test-subj="deleteConfirm"
        >
          {i18n.translate('watchkeeper.lifecycle.delete.confirmLabel', {
            defaultMessage: 'Delete',
          })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
