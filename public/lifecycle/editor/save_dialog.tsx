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
import type { JsonObject } from '../../../common/json/record';
import type { PolicyRecord, SavedPolicy } from '../../../common/lifecycle/api';
import { canonicalText } from '../../../common/lifecycle/policy/canonical';
import { DiffView } from '../../shared/diff_view';
import { plainPolicy } from '../document/policy_text';
import { bodyOf } from '../list/policy_rows';
import { useLatestPolicy, useSavePolicy } from '../policy_queries';

/** Somebody else saved first: what theirs and mine are, before mine goes over it. */
const Conflict: React.FC<{ theirs: PolicyRecord; body: JsonObject; isNew: boolean }> = ({
  theirs,
  body,
  isNew,
}) => (
  <EuiCallOut
    size="s"
    color="warning"
    iconType="alert"
    role="alert"
    title={
      isNew
        ? i18n.translate('watchkeeper.lifecycle.save.existsTitle', {
            defaultMessage: 'There is a policy with this id already',
          })
        : i18n.translate('watchkeeper.lifecycle.save.conflictTitle', {
            defaultMessage: 'Somebody else saved this policy after you opened it',
          })
    }
    data-test-subj="saveConflict"
  >
    <p>
      {i18n.translate('watchkeeper.lifecycle.save.conflictText', {
        defaultMessage: 'Nothing was overwritten. This is theirs, and yours beside it.',
      })}
    </p>
    <DiffView
      before={canonicalText(bodyOf(theirs))}
      after={canonicalText(body)}
      beforeLabel={i18n.translate('watchkeeper.lifecycle.save.theirsLabel', {
        defaultMessage: 'Theirs',
      })}
      afterLabel={i18n.translate('watchkeeper.lifecycle.save.mineLabel', {
        defaultMessage: 'Yours',
      })}
      foldUnchanged
    />
  </EuiCallOut>
);

/** Saves with a note for the history; a conflict shows both, and can be overwritten knowingly. */
export const SaveDialog: React.FC<{
  id: string;
  body: JsonObject;
  /** As it was opened; absent: it must not exist yet. */
  record?: PolicyRecord;
  errors: number;
  onSaved: (record: SavedPolicy) => void;
  onClose: () => void;
}> = ({ id, body, record, errors, onSaved, onClose }) => {
  const [note, setNote] = useState('');
  const save = useSavePolicy();
  const isConflict = save.error?.code === 'conflict';
  const theirs = useLatestPolicy(id, isConflict).data;
  const title = i18n.translate('watchkeeper.lifecycle.save.title', {
    defaultMessage: 'Save “{id}”',
    values: { id },
  });
  const send = () => {
    const seen = isConflict ? theirs : record;
    const version = seen && { seq_no: seen.seq_no, primary_term: seen.primary_term };
    save.mutate(
      {
        ...{ id, body: plainPolicy(body) },
        ...(version ? { version } : {}),
        ...(note === '' ? {} : { note }),
      },
      { onSuccess: onSaved }
    );
  };
  return (
    <EuiModal onClose={onClose} aria-label={title} maxWidth={900} data-test-subj="saveDialog">
      <EuiModalHeader>
        <EuiModalHeaderTitle>{title}</EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {errors > 0 && (
          <EuiText size="s" color="danger">
            <p>
              {i18n.translate('watchkeeper.lifecycle.save.errorsText', {
                defaultMessage:
                  '{count, plural, one {There is an error} other {There are # errors}} in it: it will not work as it is, or the cluster will refuse it.',
                values: { count: errors },
              })}
            </p>
          </EuiText>
        )}
        <EuiCompressedFormRow
          fullWidth
          label={i18n.translate('watchkeeper.lifecycle.save.noteLabel', {
            defaultMessage: 'Why, for the history (optional)',
          })}
        >
          <EuiCompressedFieldText
            fullWidth
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
            data-test-subj="saveNote"
          />
        </EuiCompressedFormRow>
        <EuiSpacer size="s" />
        {isConflict && theirs && (
          <Conflict theirs={theirs} body={body} isNew={record === undefined} />
        )}
        {save.error && !isConflict && (
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            role="alert"
            title={i18n.translate('watchkeeper.lifecycle.save.refusedTitle', {
              defaultMessage: 'The policy was not saved',
            })}
            data-test-subj="saveRefused"
          >
            <p className="eui-textBreakWord">{save.error.message}</p>
          </EuiCallOut>
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiSmallButtonEmpty onClick={onClose}>
          {i18n.translate('watchkeeper.lifecycle.save.cancelLabel', { defaultMessage: 'Cancel' })}
        </EuiSmallButtonEmpty>
        <EuiSmallButton
          fill
          color={isConflict ? 'warning' : 'primary'}
          isDisabled={isConflict && !theirs}
          isLoading={save.isLoading}
          onClick={send}
          data-test-subj="saveConfirm"
        >
          {isConflict
            ? i18n.translate('watchkeeper.lifecycle.save.overwriteLabel', {
                defaultMessage: 'Save mine over it',
              })
            : i18n.translate('watchkeeper.lifecycle.save.saveLabel', { defaultMessage: 'Save' })}
        </EuiSmallButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
