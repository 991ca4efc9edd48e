import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiButtonIcon, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { RunRecord } from '../../../common/monitors/api';
import type { Window } from '../../../common/monitors/run';
import { Timestamp, useTime } from '../../shared/time';
import { WideTable } from '../../shared/wide_table';
import { OutcomeBadge } from '../outcome_badge';
import { ProblemText } from '../problem_text';
import { runProblem } from '../monitor_state';
import { formatCount } from '../words';
import { groupSentences, noDataText, valueText } from './group_words';
import { RunDetails } from './run_details';
import { RunMessages } from './run_messages';

type Row = RunRecord & { key: string };

/** A gap and the run that follows it may be of one instant. */
const keyOf = ({ scheduled_at: at, outcome }: RunRecord): string => `${at}-${outcome}`;

const WindowCell: React.FC<{ window: Window }> = ({ window }) => {
  const { format, formatShort } = useTime();
  return (
    <span title={`${format(window.start)} – ${format(window.end)}`}>
      {formatShort(window.start)} –<br />
      {formatShort(window.end)}
    </span>
  );
};

const OutcomeCell: React.FC<{ run: RunRecord }> = ({ run }) => {
  const problem = runProblem(run);
  return (
    <div>
      <OutcomeBadge outcome={run.outcome} />
      {run.missed !== undefined && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.runs.missedText', {
            defaultMessage: '{count, plural, one {# window was} other {# windows were}} left out',
            values: { count: run.missed },
          })}
        </EuiText>
      )}
      {problem && <ProblemText message={problem.message} lines={3} />}
    </div>
  );
};

const ConditionCell: React.FC<{ run: RunRecord }> = ({ run }) => (
  <>
    {run.triggers?.map((trigger) => (
      <EuiText key={trigger.id} size="xs">
        {trigger.name}: <strong>{valueText(trigger)}</strong>
        {trigger.no_data && trigger.value !== undefined && ` (${noDataText()})`}
        {trigger.groups &&
          groupSentences(trigger.groups).map((sentence) => (
            <div key={sentence} className="eui-textBreakWord">
              {sentence}
            </div>
          ))}
      </EuiText>
    )) ?? '–'}
  </>
);

const columns = (
  isOpen: (key: string) => boolean,
  toggle: (key: string) => void
): Array<EuiBasicTableColumn<Row>> => [
  {
    field: 'scheduled_at',
    name: i18n.translate('watchkeeper.runs.timeColumn', { defaultMessage: 'Time' }),
    width: '11%',
    render: (instant: number) => <Timestamp value={instant} />,
  },
  {
    field: 'outcome',
    name: i18n.translate('watchkeeper.runs.outcomeColumn', { defaultMessage: 'Outcome' }),
    width: '20%',
    render: (_: unknown, run: Row) => <OutcomeCell run={run} />,
  },
  {
    field: 'window',
    name: i18n.translate('watchkeeper.runs.windowColumn', { defaultMessage: 'Window' }),
    width: '13%',
    render: (window: Window) => <WindowCell window={window} />,
  },
  {
    field: 'hits',
    name: i18n.translate('watchkeeper.runs.hitsColumn', { defaultMessage: 'Hits' }),
    width: '9%',
    dataType: 'number',
    render: (hits?: number) => (hits === undefined ? '–' : formatCount(hits)),
  },
  {
    field: 'took',
    name: i18n.translate('watchkeeper.runs.tookColumn', { defaultMessage: 'Took' }),
    width: '9%',
    dataType: 'number',
    render: (took?: number) => (took === undefined ? '–' : `${formatCount(took)} ms`),
  },
  {
    field: 'triggers',
    name: i18n.translate('watchkeeper.runs.conditionColumn', { defaultMessage: 'Condition' }),
    render: (_: unknown, run: Row) => <ConditionCell run={run} />,
  },
  {
    field: 'messages',
    name: i18n.translate('watchkeeper.runs.messagesColumn', { defaultMessage: 'Messages' }),
    width: '20%',
    render: (_: unknown, run: Row) => <RunMessages run={run} />,
  },
  {
    width: '40px',
    align: 'right',
    isExpander: true,
    render: (run: Row) => (
      <EuiButtonIcon
        onClick={() => toggle(run.key)}
        aria-expanded={isOpen(run.key)}
        aria-label={
          isOpen(run.key)
            ? i18n.translate('watchkeeper.runs.collapseAriaLabel', {
                defaultMessage: 'Hide the details of this run',
              })
            : i18n.translate('watchkeeper.runs.expandAriaLabel', {
                defaultMessage: 'Show the details of this run',
              })
        }
        iconType={isOpen(run.key) ? 'arrowUp' : 'arrowDown'}
        color="text"
        data-test-subj="runDetailsButton"
      />
    ),
  },
];

/** Each run: its window, what it found, what it decided and what it sent. */
export const RunsTable: React.FC<{ runs: RunRecord[]; notable: boolean }> = ({ runs, notable }) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const rows = runs.map((run) => ({ ...run, key: keyOf(run) }));
  const details = Object.fromEntries(
    rows.filter(({ key }) => open.has(key)).map((run) => [run.key, <RunDetails run={run} />])
  );
  return (
    <WideTable minWidth={740}>
      <EuiBasicTable<Row>
        items={rows}
        itemId="key"
        columns={columns((key) => open.has(key), toggle)}
        itemIdToExpandedRowMap={details}
        isExpandable
        noItemsMessage={
          notable
            ? i18n.translate('watchkeeper.runs.noNotableText', {
                defaultMessage: 'No run triggered or failed here.',
              })
            : i18n.translate('watchkeeper.runs.noRunsText', {
                defaultMessage: 'This monitor has not run yet.',
              })
        }
        tableCaption={i18n.translate('watchkeeper.runs.tableCaption', {
          defaultMessage: 'Runs, newest first',
        })}
        data-test-subj="runsTable"
      />
    </WideTable>
  );
};
