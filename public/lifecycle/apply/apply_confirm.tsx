import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { applyConfirmation, deletedNames } from '../../../common/lifecycle/apply/preview';
import type { EffectGroup } from '../../../common/lifecycle/apply/preview';
import { formatBytes } from '../../shared/numbers';
import { IndexNames } from '../acts/index_names';

/** Names what is deleted at once, and asks for what nobody types by a slip. Nothing where none is. */
export const ApplyConfirm: React.FC<{
  groups: readonly EffectGroup[];
  typed: string;
  onChange: (typed: string) => void;
}> = ({ groups, typed, onChange }) => {
  const deleted = deletedNames(groups);
  if (deleted.length === 0) return null;
  const bytes = groups
    .filter(({ effect }) => effect.kind === 'deleted')
    .reduce((sum, group) => sum + group.bytes, 0);
  return (
    <EuiCallOut
      size="s"
      color="danger"
      iconType="trash"
      title={i18n.translate('watchkeeper.lifecycle.apply.deletesTitle', {
        defaultMessage:
          'Within the hour {count, plural, one {# index is} other {# indices are}} deleted, with {bytes} of documents',
        values: { count: deleted.length, bytes: formatBytes(bytes) },
      })}
      data-test-subj="applyDeletes"
    >
      <EuiText size="s">
        <p>
          {i18n.translate('watchkeeper.lifecycle.apply.deletesText', {
            defaultMessage:
              'They meet already what the policy waits for before it deletes. Only a snapshot brings them back.',
          })}
        </p>
        <IndexNames names={deleted} />
      </EuiText>
      <EuiSpacer size="s" />
      <EuiCompressedFormRow
        label={i18n.translate('watchkeeper.lifecycle.apply.typeLabel', {
          defaultMessage: 'Type “{word}” to apply the policy all the same',
          values: { word: applyConfirmation(deleted) },
        })}
      >
        <EuiCompressedFieldText
          value={typed}
          onChange={(event) => onChange(event.target.value)}
          data-test-subj="applyTyped"
        />
      </EuiCompressedFormRow>
    </EuiCallOut>
  );
};
