import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiCompressedFieldText, EuiCompressedFormRow, EuiSpacer } from '@elastic/eui';
import { applyConfirmation } from '../../../common/lifecycle/apply/preview';
import { IndexNames } from './index_names';

/** Names what a retry deletes, and asks for what nobody types by a slip. */
export const RetryConfirm: React.FC<{
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
        title={i18n.translate('watchkeeper.lifecycle.retry.deletesTitle', {
          defaultMessage:
            'Within an hour, the retry deletes {count, plural, one {# index} other {# indices}}',
          values: { count: deleted.length },
        })}
        data-test-subj="retryDeletes"
      >
        <IndexNames names={deleted} />
        <EuiCompressedFormRow
          label={i18n.translate('watchkeeper.lifecycle.retry.typeLabel', {
            defaultMessage: 'Type “{word}” to retry all the same',
            values: { word: applyConfirmation(deleted) },
          })}
        >
          <EuiCompressedFieldText
            value={typed}
            onChange={(event) => onChange(event.target.value)}
            data-test-subj="retryTyped"
          />
        </EuiCompressedFormRow>
      </EuiCallOut>
    </>
  );
