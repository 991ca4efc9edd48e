import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSelect, EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer } from '@elastic/eui';
import { TASK_KINDS, TASK_STATES } from '../../../common/indices/tasks/task_record';
import type { TaskView } from '../../../common/indices/tasks/tasks_api';
import { useConfirm } from '../../shared/confirm';
import { useLastPage } from '../../shared/last_page';
import { SearchField } from '../../shared/search_field';
import { NoMatch } from '../../shared/nothing_found';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { useToasts } from '../../shared/toasts';
import { useUrlState } from '../../shared/url_state';
import { IndicesFrame } from '../indices_frame';
import { BeginMenu } from './begin_menu';
import { useTaskVerb, useTasks } from './task_queries';
import { kindLabel, stateLabel, stepLabel } from './task_words';
import { TasksTable } from './tasks_table';

const DEFAULTS = { kind: '', state: '', index: '', page: 1, per_page: 20 };
type State = typeof DEFAULTS;

const NO_FILTERS = { kind: '', state: '', index: '', page: 1 };

const anyOption = (text: string) => ({ value: '', text });

const Filters: React.FC<{ state: State; onChange: (change: Partial<State>) => void }> = ({
  state,
  onChange,
}) => (
  <EuiFlexGroup gutterSize="s" responsive={false} wrap>
    <EuiFlexItem style={{ minWidth: 200 }}>
      <SearchField
        value={state.index}
        onChange={(index) => onChange({ index, page: 1 })}
        label={i18n.translate('watchkeeper.indexTasks.indexLabel', {
          defaultMessage: 'Whole name of an index',
        })}
        data-test-subj="taskIndexFilter"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiCompressedSelect
        aria-label={i18n.translate('watchkeeper.indexTasks.kindAriaLabel', {
          defaultMessage: 'Kind of task',
        })}
        options={[
          anyOption(
            i18n.translate('watchkeeper.indexTasks.anyKindLabel', { defaultMessage: 'Any kind' })
          ),
          ...TASK_KINDS.map((kind) => ({ value: kind, text: kindLabel(kind) })),
        ]}
        value={state.kind}
        onChange={(event) => onChange({ kind: event.target.value, page: 1 })}
        data-test-subj="taskKindFilter"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiCompressedSelect
        aria-label={i18n.translate('watchkeeper.indexTasks.stateAriaLabel', {
          defaultMessage: 'State of the task',
        })}
        options={[
          anyOption(
            i18n.translate('watchkeeper.indexTasks.anyStateLabel', { defaultMessage: 'Any state' })
          ),
          ...TASK_STATES.map((one) => ({
            value: one,
            text: stateLabel({ state: one, stopped: false }),
          })),
        ]}
        value={state.state}
        onChange={(event) => onChange({ state: event.target.value, page: 1 })}
        data-test-subj="taskStateFilter"
      />
    </EuiFlexItem>
  </EuiFlexGroup>
);

const Nothing: React.FC<{ isFiltered: boolean; onClear: () => void }> = ({
  isFiltered,
  onClear,
}) =>
  isFiltered ? (
    <NoMatch
      title={i18n.translate('watchkeeper.indexTasks.noMatchTitle', {
        defaultMessage: 'No task matches the filters',
      })}
      buttonLabel={i18n.translate('watchkeeper.indexTasks.clearButtonLabel', {
        defaultMessage: 'Clear filters',
      })}
      onClear={onClear}
    />
  ) : (
    <EmptyState
      iconType="clock"
      title={i18n.translate('watchkeeper.indexTasks.emptyTitle', {
        defaultMessage: 'No long work has been begun yet',
      })}
      body={
        <p>
          {i18n.translate('watchkeeper.indexTasks.emptyText', {
            defaultMessage:
              'Merging, copying and resizing go on here after you leave the page. Choose indices in the table and then an action, or begin a task here.',
          })}
        </p>
      }
    />
  );

/** Asks before, and says what was refused. */
const useVerb = (): ((task: TaskView, verb: 'cancel' | 'go_on') => Promise<void>) => {
  const run = useTaskVerb();
  const confirm = useConfirm();
  const toasts = useToasts();
  return async (task, verb) => {
    const left = task.steps.filter(({ state }) => state === 'waiting' || state === 'running');
    const isSure = await confirm(
      verb === 'cancel'
        ? {
            title: i18n.translate('watchkeeper.indexTasks.cancelTitle', {
              defaultMessage: 'Cancel this task?',
            }),
            text: i18n.translate('watchkeeper.indexTasks.cancelText', {
              defaultMessage:
                'What is done stays: documents that were copied, indices that were merged or made. A merge that runs goes on to its end, since the cluster does not cancel it.',
            }),
            confirmLabel: i18n.translate('watchkeeper.indexTasks.cancelAction', {
              defaultMessage: 'Cancel task',
            }),
            danger: true,
          }
        : {
            title: i18n.translate('watchkeeper.indexTasks.goOnTitle', {
              defaultMessage: 'Go on with this task?',
            }),
            text: i18n.translate('watchkeeper.indexTasks.goOnText', {
              defaultMessage: 'These steps are left. They are done as you:',
            }),
            items: left.map(({ what }) => stepLabel(what)),
            confirmLabel: i18n.translate('watchkeeper.indexTasks.goOnAction', {
              defaultMessage: 'Go on',
            }),
          }
    );
    if (!isSure) return;
    try {
      await run(task.id, verb);
    } catch (error) {
      toasts.failure(
        i18n.translate('watchkeeper.indices.actErrorTitle', {
          defaultMessage: 'The action failed',
        }),
        error
      );
    }
  };
};

/** Long work on indices: what runs, and what became of it. */
export const TasksPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const { data, error, isLoading, isPreviousData, refetch } = useTasks(state);
  const onVerb = useVerb();
  useLastPage(state, isPreviousData ? undefined : data?.total, (page) => change({ page }));
  const isFiltered = state.kind !== '' || state.state !== '' || state.index !== '';
  return (
    <IndicesFrame current="tasks" actions={[<BeginMenu key="begin" />]}>
      <EuiPanel>
        <Filters state={state} onChange={change} />
        <EuiSpacer size="m" />
        {isLoading && <LoadingState />}
        {data && data.total === 0 && (
          <Nothing isFiltered={isFiltered} onClear={() => change(NO_FILTERS)} />
        )}
        {data && data.total > 0 && (
          <TasksTable
            tasks={data}
            page={state.page}
            perPage={state.per_page}
            onPage={(page, per_page) => change({ page, per_page })}
            onVerb={(task, verb) => void onVerb(task, verb)}
          />
        )}
        {!data && error !== null && (
          <ErrorState
            title={i18n.translate('watchkeeper.indexTasks.loadErrorTitle', {
              defaultMessage: 'The tasks could not be read',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
      </EuiPanel>
    </IndicesFrame>
  );
};
