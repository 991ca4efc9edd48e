import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBasicTable,
  EuiButtonEmpty,
  EuiCallOut,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { conflictsOf } from './decisions';
import type { Decision, Decisions } from './decisions';
import { keyOf } from './transfer_api';
import type { ImportAnswer, ImportError } from './transfer_api';
import { typeLabel } from './words';

const decisionOptions = (): Array<{ value: Decision; text: string }> => [
  {
    value: 'overwrite',
    text: i18n.translate('watchkeeper.transfer.overwriteLabel', {
      defaultMessage: 'Overwrite what is here',
    }),
  },
  {
    value: 'skip',
    text: i18n.translate('watchkeeper.transfer.skipLabel', {
      defaultMessage: 'Keep what is here',
    }),
  },
  {
    value: 'copy',
    text: i18n.translate('watchkeeper.transfer.copyLabel', {
      defaultMessage: 'Import as a new copy',
    }),
  },
];

const columns = (
  decisions: Decisions,
  onDecide: (key: string, decision: Decision) => void
): Array<EuiBasicTableColumn<ImportError>> => [
  {
    name: i18n.translate('watchkeeper.transfer.typeColumn', { defaultMessage: 'Type' }),
    width: '22%',
    render: ({ type }: ImportError) => typeLabel(type),
  },
  {
    name: i18n.translate('watchkeeper.transfer.nameColumn', { defaultMessage: 'Name' }),
    render: ({ id, meta }: ImportError) => (
      <span className="eui-textBreakWord">{meta.title ?? id}</span>
    ),
  },
  {
    name: i18n.translate('watchkeeper.transfer.decisionColumn', { defaultMessage: 'Do this' }),
    width: '42%',
    render: (conflict: ImportError) => (
      <EuiCompressedSelect
        options={decisionOptions()}
        value={decisions[keyOf(conflict)] ?? 'skip'}
        onChange={(event) => onDecide(keyOf(conflict), event.target.value as Decision)}
        aria-label={i18n.translate('watchkeeper.transfer.decisionAriaLabel', {
          defaultMessage: 'What to do with {name}',
          values: { name: conflict.meta.title ?? conflict.id },
        })}
        data-test-subj={`decision-${conflict.id}`}
      />
    ),
  },
];

/** The second step, where ids are taken: what to do with each. Nothing has been written yet. */
export const ResolveConflicts: React.FC<{
  answer: ImportAnswer;
  problem?: string;
  busy: boolean;
  onDecide: (decisions: Decisions) => void;
}> = ({ answer, problem, busy, onDecide }) => {
  const conflicts = conflictsOf(answer);
  const [decisions, setDecisions] = useState<Decisions>({});
  const others = answer.successResults?.length ?? 0;
  const decideAll = (decision: Decision) =>
    setDecisions(Object.fromEntries(conflicts.map((conflict) => [keyOf(conflict), decision])));
  return (
    <div data-test-subj="importConflicts">
      <EuiText size="s">
        <p>
          {i18n.translate('watchkeeper.transfer.conflictsText', {
            defaultMessage:
              '{count, plural, one {One object of the file is} other {# objects of the file are}} here already. {others, plural, =0 {Nothing else is in the file.} one {One other will be imported.} other {# others will be imported.}} Nothing has been written yet.',
            values: { count: conflicts.length, others },
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      {problem && (
        <EuiCallOut color="danger" iconType="alert" size="s" role="alert" title={problem} />
      )}
      <EuiFlexGroup gutterSize="xs" responsive={false} wrap>
        {decisionOptions().map(({ value, text }) => (
          <EuiFlexItem grow={false} key={value}>
            <EuiButtonEmpty
              size="xs"
              onClick={() => decideAll(value)}
              data-test-subj={`decideAll-${value}`}
            >
              {i18n.translate('watchkeeper.transfer.decideAllButtonLabel', {
                defaultMessage: 'All: {decision}',
                values: { decision: text },
              })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      <EuiBasicTable<ImportError>
        items={conflicts}
        itemId={keyOf}
        columns={columns(decisions, (key, decision) =>
          setDecisions((now) => ({ ...now, [key]: decision }))
        )}
        tableCaption={i18n.translate('watchkeeper.transfer.conflictsCaption', {
          defaultMessage: 'Objects of the file that are here already',
        })}
      />
      <EuiSpacer size="m" />
      <EuiSmallButton
        fill
        isLoading={busy}
        onClick={() => onDecide(decisions)}
        data-test-subj="confirmImport"
      >
        {i18n.translate('watchkeeper.transfer.confirmButtonLabel', { defaultMessage: 'Import' })}
      </EuiSmallButton>
    </div>
  );
};
