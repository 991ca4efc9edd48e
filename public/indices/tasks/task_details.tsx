import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { TaskStep } from '../../../common/indices/tasks/task_record';
import type { TaskView } from '../../../common/indices/tasks/tasks_api';
import { formatDuration } from '../../shared/time';
import { progressText, resultText, stepLabel, stepStateLabel } from './task_words';

const noteOf = (step: TaskStep): string =>
  [
    step.reason,
    resultText(step),
    step.state === 'running' && step.progress ? progressText(step.progress) : undefined,
  ]
    .filter(Boolean)
    .join(' ');

const columns = (): Array<EuiBasicTableColumn<TaskStep>> => [
  {
    name: i18n.translate('watchkeeper.indexTasks.stepColumn', { defaultMessage: 'Step' }),
    render: (step: TaskStep) => <span className="eui-textBreakWord">{stepLabel(step.what)}</span>,
  },
  {
    field: 'state',
    name: i18n.translate('watchkeeper.indexTasks.stateColumn', { defaultMessage: 'State' }),
    width: '110px',
    render: stepStateLabel,
  },
  {
    name: i18n.translate('watchkeeper.indexTasks.tookColumn', { defaultMessage: 'Took' }),
    width: '120px',
    render: ({ started_at: from, ended_at: to }: TaskStep) =>
      from === undefined || to === undefined ? '–' : formatDuration(to - from),
  },
  {
    name: i18n.translate('watchkeeper.indexTasks.noteColumn', {
      defaultMessage: 'What came of it',
    }),
    render: (step: TaskStep) => <span className="eui-textBreakWord">{noteOf(step) || '–'}</span>,
  },
];

/** The steps of a task, and why nobody takes it further. */
export const TaskDetails: React.FC<{ task: TaskView }> = ({ task }) => (
  <div style={{ width: '100%' }} data-test-subj="taskDetails">
    {task.stopped && (
      <>
        <EuiCallOut
          size="s"
          color="warning"
          iconType="alert"
          title={i18n.translate('watchkeeper.indexTasks.stoppedText', {
            defaultMessage:
              'Nobody takes it further: the server that began it was restarted, or your login has ended. “Go on” does the rest as you.',
          })}
        >
          {task.stopped_because}
        </EuiCallOut>
        <EuiSpacer size="s" />
      </>
    )}
    <EuiBasicTable
      compressed
      items={task.steps}
      columns={columns()}
      tableCaption={i18n.translate('watchkeeper.indexTasks.stepsCaption', {
        defaultMessage: 'Steps of the task',
      })}
    />
  </div>
);
