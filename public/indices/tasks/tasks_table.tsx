import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiBasicTable,
  EuiProgress,
  EuiSmallButtonEmpty,
  EuiSmallButtonIcon,
  EuiText,
} from '@elastic/eui';
import type { Criteria, EuiBasicTableColumn } from '@elastic/eui';
import { canCancel, fractionOf } from '../../../common/indices/tasks/flow';
import type { TaskView, TasksPage } from '../../../common/indices/tasks/tasks_api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { Timestamp, formatDuration } from '../../shared/time';
import { WideTable } from '../../shared/wide_table';
import { TaskDetails } from './task_details';
import { kindLabel, progressText, resultText, stateColor, stateLabel } from './task_words';

const NAMED = 2;

const unseenText = (count: number): string =>
  i18n.translate('watchkeeper.indexTasks.unseenText', {
    defaultMessage:
      '{count, plural, one {# index} other {# indices}} that you may not see, or that are gone',
    values: { count },
  });

const Subject: React.FC<{ task: TaskView }> = ({ task: { kind, sources, target, unseen } }) => (
  <span className="eui-textBreakWord">
    <strong>{kindLabel(kind)}</strong>
    <br />
    {sources.slice(0, NAMED).join(', ')}
    {sources.length > NAMED &&
      ` ${i18n.translate('watchkeeper.indexTasks.moreSourcesText', {
        defaultMessage: 'and {count} more',
        values: { count: sources.length - NAMED },
      })}`}
    {target !== undefined && (
      <>
        {' → '}
        <PageLink to={appPaths.index(target)}>{target}</PageLink>
      </>
    )}
    {unseen !== undefined && (
      <EuiText size="xs" color="subdued" data-test-subj="taskUnseen">
        {unseenText(unseen)}
      </EuiText>
    )}
  </span>
);

const stepsText = (task: TaskView): string =>
  i18n.translate('watchkeeper.indexTasks.stepsText', {
    defaultMessage: '{done} of {total} steps',
    values: {
      done: task.steps.filter(({ state }) => state === 'done').length,
      total: task.steps.length,
    },
  });

/** The most telling words for where it stands: why it failed, what came of it, how far it is. */
const wordsOf = (task: TaskView): string => {
  const bad = task.steps.find(({ reason }) => reason !== undefined);
  if (task.state === 'running' && task.stopped_because !== undefined) return task.stopped_because;
  if (bad?.reason !== undefined) return bad.reason;
  const result = task.steps.map(resultText).find((text) => text !== undefined);
  if (task.state !== 'running') return result ?? (task.steps.length > 1 ? stepsText(task) : '');
  const running = task.steps.find(({ state, progress }) => state === 'running' && progress);
  return [
    ...(task.steps.length > 1 ? [stepsText(task)] : []),
    ...(running?.progress ? [progressText(running.progress)] : []),
  ].join(', ');
};

const Standing: React.FC<{ task: TaskView }> = ({ task }) => (
  <div style={{ width: '100%' }}>
    <EuiBadge color={stateColor(task)} data-test-subj="taskState">
      {stateLabel(task)}
    </EuiBadge>
    {task.state === 'running' && (
      <EuiProgress
        style={{ margin: '4px 0' }}
        value={Math.round(fractionOf(task) * 100)}
        max={100}
        size="s"
        aria-label={kindLabel(task.kind)}
        data-test-subj="taskProgress"
      />
    )}
    <EuiText size="xs" color={task.state === 'failed' ? 'danger' : 'subdued'}>
      <span className="eui-textBreakWord" data-test-subj="taskWords">
        {wordsOf(task)}
      </span>
    </EuiText>
  </div>
);

const VerbButton: React.FC<{ label: string; mark: string; onClick: () => void }> = ({
  label,
  mark,
  onClick,
}) => (
  <EuiSmallButtonEmpty onClick={onClick} data-test-subj={mark}>
    {label}
  </EuiSmallButtonEmpty>
);

type OnVerb = (task: TaskView, verb: 'cancel' | 'go_on') => void;

const verbsOf = (task: TaskView, onVerb: OnVerb): React.ReactElement => (
  <>
    {task.stopped && (
      <VerbButton
        label={i18n.translate('watchkeeper.indexTasks.goOnAction', { defaultMessage: 'Go on' })}
        mark="taskGoOn"
        onClick={() => onVerb(task, 'go_on')}
      />
    )}
    {canCancel(task) && (
      <VerbButton
        label={i18n.translate('watchkeeper.indexTasks.cancelAction', {
          defaultMessage: 'Cancel task',
        })}
        mark="taskCancel"
        onClick={() => onVerb(task, 'cancel')}
      />
    )}
  </>
);

const expandLabel = (isOpen: boolean): string =>
  isOpen
    ? i18n.translate('watchkeeper.indexTasks.hideStepsLabel', { defaultMessage: 'Hide the steps' })
    : i18n.translate('watchkeeper.indexTasks.showStepsLabel', { defaultMessage: 'Show the steps' });

const columnsFor = (
  open: ReadonlySet<string>,
  toggle: (id: string) => void,
  onVerb: OnVerb | undefined
): Array<EuiBasicTableColumn<TaskView>> => [
  {
    name: i18n.translate('watchkeeper.indexTasks.taskColumn', { defaultMessage: 'Task' }),
    width: '34%',
    render: (task: TaskView) => <Subject task={task} />,
  },
  {
    name: i18n.translate('watchkeeper.indexTasks.stateColumn', { defaultMessage: 'State' }),
    render: (task: TaskView) => <Standing task={task} />,
  },
  {
    field: 'created_at',
    name: i18n.translate('watchkeeper.indexTasks.begunColumn', { defaultMessage: 'Begun' }),
    width: '150px',
    render: (at: number, { who }: TaskView) => (
      <span className="eui-textBreakWord">
        <Timestamp value={at} wrap />
        {who !== undefined && (
          <>
            <br />
            {who}
          </>
        )}
      </span>
    ),
  },
  {
    name: i18n.translate('watchkeeper.indexTasks.tookColumn', { defaultMessage: 'Took' }),
    width: '110px',
    render: ({ created_at: from, ended_at: to }: TaskView) =>
      to === undefined ? '–' : formatDuration(to - from),
  },
  ...(onVerb
    ? [
        {
          name: i18n.translate('watchkeeper.indexTasks.verbsColumn', { defaultMessage: 'Actions' }),
          width: '130px',
          render: (task: TaskView) => verbsOf(task, onVerb),
        },
      ]
    : []),
  {
    name: '',
    width: '40px',
    align: 'right',
    isExpander: true,
    render: ({ id }: TaskView) => (
      <EuiSmallButtonIcon
        iconType={open.has(id) ? 'arrowUp' : 'arrowDown'}
        aria-label={expandLabel(open.has(id))}
        aria-expanded={open.has(id)}
        onClick={() => toggle(id)}
        data-test-subj="taskExpand"
      />
    ),
  },
];

/** Tasks, newest first, each with its steps behind it. */
export const TasksTable: React.FC<{
  tasks: TasksPage;
  page: number;
  perPage: number;
  onPage: (page: number, perPage: number) => void;
  onVerb: OnVerb;
}> = ({ tasks: { items, total }, page, perPage, onPage, onVerb }) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const mayWrite = useMay('write');
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const shown = items.filter(({ id }) => open.has(id));
  return (
    <WideTable>
      <EuiBasicTable
        items={items}
        itemId="id"
        columns={columnsFor(open, toggle, mayWrite ? onVerb : undefined)}
        itemIdToExpandedRowMap={Object.fromEntries(
          shown.map((task) => [task.id, <TaskDetails key={task.id} task={task} />])
        )}
        isExpandable
        pagination={{
          pageIndex: page - 1,
          pageSize: perPage,
          totalItemCount: total,
          pageSizeOptions: [10, 20, 50],
        }}
        onChange={({ page: next }: Criteria<TaskView>) => {
          if (next) onPage(next.index + 1, next.size);
        }}
        tableCaption={i18n.translate('watchkeeper.indexTasks.tableCaption', {
          defaultMessage: 'Long work on indices',
        })}
        data-test-subj="tasksTable"
      />
    </WideTable>
  );
};
