import React from 'react';
import { EuiCallOut, EuiCompressedFieldText, EuiCompressedFormRow, EuiSpacer } from '@elastic/eui';
import { IndexNames } from './index_names';

/** What is deleted by an act, and what has been typed about it so far. */
export interface Deletion {
  deleted: readonly string[];
  typed: string;
  onChange: (typed: string) => void;
}

/** Names what goes, and asks for what nobody types by a slip. Nothing where nothing goes. */
export const DeletionConfirm: React.FC<
  Deletion & { title: string; label: string; mark: 'change' | 'retry' }
> = ({ deleted, typed, onChange, title, label, mark }) =>
  deleted.length === 0 ? null : (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        color="danger"
        iconType="trash"
        title={title}
        data-test-subj={`${mark}Deletes`}
      >
        <IndexNames names={deleted} />
        <EuiCompressedFormRow label={label}>
          <EuiCompressedFieldText
            value={typed}
            onChange={(event) => onChange(event.target.value)}
            data-test-subj={`${mark}Typed`}
          />
        </EuiCompressedFormRow>
      </EuiCallOut>
    </>
  );
