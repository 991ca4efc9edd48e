import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiCompressedFieldText, EuiCompressedFormRow, EuiSpacer } from '@elastic/eui';
import { applyConfirmation } from '../../../common/lifecycle/apply/preview';
import { IndexNames } from '../acts/index_names';

/** Whether nothing has to be typed any more. */
export const isConfirmed = (deleted: readonly string[], typed: string): boolean =>
  deleted.length === 0 || typed === applyConfirmation(deleted);

/** Names what the new policy deletes as soon as it holds, and asks for what nobody types by a slip. */
export const ChangeConfirm: React.FC<{
  deleted: readonly string[];
  typed: string;
  onChange: (typed: string) => void;
}> = ({ deleted, typed, onChange }) =>
  deleted.length === 0 ? null : (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        color="danger"
        iconType="trash"
        title={i18n.translate('watchkeeper.lifecycle.change.deletesTitle', {
          defaultMessage:
            'Within an hour of holding, the policy deletes {count, plural, one {# index} other {# indices}}',
          values: { count: deleted.length },
        })}
        data-test-subj="changeDeletes"
      >
        <IndexNames names={deleted} />
        <EuiCompressedFormRow
          label={i18n.translate('watchkeeper.lifecycle.change.typeLabel', {
            defaultMessage: 'Type “{word}” to change the policy all the same',
            values: { word: applyConfirmation(deleted) },
          })}
        >
          <EuiCompressedFieldText
            value={typed}
            onChange={(event) => onChange(event.target.value)}
            data-test-subj="changeTyped"
          />
        </EuiCompressedFormRow>
      </EuiCallOut>
    </>
  );
