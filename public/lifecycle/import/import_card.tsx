import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiAccordion,
  EuiBadge,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { canonicalText } from '../../../common/lifecycle/policy/canonical';
import { DiffView } from '../../shared/diff_view';
import { useSaid } from '../../shared/said';
import { FindingsBadges } from '../list/findings_badges';
import { bodyOf } from '../list/policy_rows';
import { ConflictChoice } from './conflict_choice';
import type { Choice } from './conflict_choice';
import type { ImportRow } from './import_rows';
import { NotesList } from './notes_list';
import { outcomeWords, problemWords } from './import_words';
import type { ImportOutcome } from './use_import_policies';

const kindLabel = ({ document }: ImportRow): string =>
  document.kind === 'ilm'
    ? i18n.translate('watchkeeper.lifecycle.import.ilmLabel', {
        defaultMessage: 'Converted from ILM',
      })
    : i18n.translate('watchkeeper.lifecycle.import.ismLabel', { defaultMessage: 'ISM' });

const Difference: React.FC<{ row: ImportRow }> = ({ row: { key, existing, document, same } }) =>
  existing && !same ? (
    <EuiAccordion
      id={`diff-${key}`}
      buttonContent={i18n.translate('watchkeeper.lifecycle.import.diffLabel', {
        defaultMessage: 'What would change',
      })}
      data-test-subj="importDiff"
    >
      <DiffView
        before={canonicalText(bodyOf(existing))}
        after={canonicalText(document.body)}
        beforeLabel={i18n.translate('watchkeeper.lifecycle.import.hereLabel', {
          defaultMessage: 'Here',
        })}
        afterLabel={i18n.translate('watchkeeper.lifecycle.import.broughtLabel', {
          defaultMessage: 'Imported',
        })}
        foldUnchanged
      />
    </EuiAccordion>
  ) : null;

/** The status of a policy in one line, and what became of it once it was saved. */
const Status: React.FC<{ row: ImportRow; outcome?: ImportOutcome }> = ({ row, outcome }) => {
  const { told } = useSaid();
  const words = outcome ? outcomeWords(outcome) : problemWords(row, told);
  if (words === undefined) return null;
  return (
    <EuiText size="s" color={words.color} data-test-subj="importStatus" aria-live="polite">
      <p className="eui-textBreakWord">{words.text}</p>
    </EuiText>
  );
};

/** One policy that is brought: what becomes of it, and what is to be decided. */
export const ImportCard: React.FC<{
  row: ImportRow;
  outcome?: ImportOutcome;
  onId: (id: string) => void;
  onChoose: (choice: Choice) => void;
  onOpen: () => void;
}> = ({ row, outcome, onId, onChoose, onOpen }) => {
  const { document, decision, states, existing, same } = row;
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder data-test-subj="importCard">
      <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
        <EuiFlexItem>
          <EuiCompressedFormRow
            label={i18n.translate('watchkeeper.lifecycle.import.idLabel', { defaultMessage: 'Id' })}
          >
            <EuiCompressedFieldText
              value={decision.id}
              disabled={outcome?.saved === true}
              onChange={({ target }) => onId(target.value.trim())}
              data-test-subj="importId"
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiText size="s">
            <EuiBadge color={document.kind === 'ilm' ? 'primary' : 'hollow'}>
              {kindLabel(row)}
            </EuiBadge>{' '}
            <span className="eui-textBreakWord">{states.join(' → ')}</span>{' '}
            {row.errors + row.warnings > 0 && <FindingsBadges {...row} />}
          </EuiText>
        </EuiFlexItem>
        {existing && !same && !outcome?.saved && (
          <EuiFlexItem>
            <ConflictChoice row={row} onChoose={onChoose} />
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty iconType="pencil" onClick={onOpen} data-test-subj="importOpen">
            {i18n.translate('watchkeeper.lifecycle.import.openLabel', {
              defaultMessage: 'Open in the editor',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <Status row={row} outcome={outcome} />
      {document.notes.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <NotesList notes={document.notes} />
        </>
      )}
      {outcome?.saved !== true && <Difference row={row} />}
    </EuiPanel>
  );
};
