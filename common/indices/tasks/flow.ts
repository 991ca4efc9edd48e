import { isRepeatable, watchOf } from './steps';
import type { StepState, TaskRecord, TaskState, TaskStep } from './task_record';

/** How a task goes from one step to the next. Pure. */

const hasEnded = ({ state }: TaskStep): boolean => state !== 'waiting' && state !== 'running';
const isUndo = ({ what }: TaskStep): boolean => what.do === 'restore';
const isBad = ({ state }: TaskStep): boolean => state === 'failed' || state === 'lost';

/** Whether what waits will not be done any more; what puts things back is. */
const isBroken = ({ ordered, cancel_asked: isCancelled, steps }: TaskRecord): boolean =>
  isCancelled === true || (ordered && steps.some(isBad));

/** Something has been changed that can be put back. */
const hasChanged = ({ steps }: TaskRecord): boolean =>
  steps.some((step) => step.state === 'done' && !isUndo(step));

/** Where nothing runs at the cluster that could be cancelled: one only stops waiting. */
const isMereWaiting = ({ what, state }: TaskStep): boolean =>
  state === 'running' && (what.do === 'gather' || what.do === 'recover');

const stoppedWaiting = (step: TaskStep): TaskStep => ({
  ...{ ...step, state: 'skipped' },
  ...(step.what.do === 'recover'
    ? { reason: `${step.what.index} is there, and not whole: wait for its shards, or delete it.` }
    : {}),
});

/** Steps that will not be done any more are passed over. */
export const passOver = (task: TaskRecord): TaskRecord => {
  if (!isBroken(task)) return task;
  const changed = hasChanged(task) || task.steps.some(isMereWaiting);
  return {
    ...task,
    steps: task.steps.map((step) => {
      if (task.cancel_asked === true && isMereWaiting(step)) return stoppedWaiting(step);
      return step.state === 'waiting' && !(isUndo(step) && changed)
        ? { ...step, state: 'skipped' }
        : step;
    }),
  };
};

/** The places of the steps that are to begin now. */
export const stepsToBegin = (task: TaskRecord): number[] => {
  const running = task.steps.filter(({ state }) => state === 'running').length;
  const waiting = task.steps.flatMap(({ state }, place) => (state === 'waiting' ? [place] : []));
  return waiting.slice(0, Math.max(0, task.at_once - running));
};

const stateOf = (task: TaskRecord): TaskState => {
  const has = (state: StepState): boolean => task.steps.some((step) => step.state === state);
  if (has('failed')) return task.cancel_asked === true ? 'cancelled' : 'failed';
  if (has('lost')) return 'lost';
  return has('skipped') ? 'cancelled' : 'done';
};

/** The task with its end, where all its steps have ended. */
export const ended = (task: TaskRecord, now: number): TaskRecord =>
  task.state === 'running' && task.steps.every(hasEnded)
    ? { ...task, state: stateOf(task), ended_at: now }
    : task;

/** Nobody follows it: the instance that did is gone, or may not any more. */
export const isLeftAlone = ({ state, driver }: TaskRecord, now: number): boolean =>
  state === 'running' && driver.until < now;

/** It runs, and nobody knows by what: the answer that would tell has not come. */
const isUnanswered = ({ what, state, task_id: taskId }: TaskStep): boolean =>
  state === 'running' && taskId === undefined && ['task', 'answer'].includes(watchOf(what));

/** Left alone with something still to be sent: somebody has to say that it is to go on. */
export const hasStopped = (task: TaskRecord, now: number): boolean =>
  isLeftAlone(task, now) &&
  task.steps.some((step) => step.state === 'waiting' || isUnanswered(step));

const NOBODY_KNOWS =
  'Whether the cluster has done it is not known: the server stopped before the answer came. Look before you begin it again.';

/** Ready to go on: what may have been sent is sent again where that does no harm. */
export const readyToGoOn = (task: TaskRecord, driver: TaskRecord['driver']): TaskRecord => {
  return {
    ...task,
    ...{ driver, stopped_because: undefined },
    steps: task.steps.map((step) => {
      if (!isUnanswered(step)) return step;
      return isRepeatable(step.what)
        ? { ...step, state: 'waiting' as const }
        : { ...step, state: 'lost' as const, reason: NOBODY_KNOWS };
    }),
  };
};

/** Between 0 and 1: whole steps, and the parts of those that run. */
export const fractionOf = ({ steps }: TaskRecord): number => {
  const partOf = (step: TaskStep): number => {
    if (hasEnded(step)) return 1;
    const { progress } = step;
    return progress && progress.total > 0 ? Math.min(progress.done / progress.total, 1) : 0;
  };
  return steps.reduce((sum, step) => sum + partOf(step), 0) / steps.length;
};

/** Why it did not end well, one sentence an index. */
export const reasonsOf = ({ steps }: TaskRecord): string[] =>
  steps.flatMap(({ reason, what }) => (reason === undefined ? [] : [`${what.index}: ${reason}`]));

/** Whether there is something to cancel: what runs at the cluster, what is waited for, or what has not begun. */
export const canCancel = (task: TaskRecord): boolean =>
  task.state === 'running' &&
  task.cancel_asked !== true &&
  task.steps.some(
    (step) =>
      (step.state === 'waiting' && !isUndo(step)) ||
      isMereWaiting(step) ||
      // The cluster takes no cancelling of a merge that runs.
      (step.state === 'running' && step.what.do === 'reindex')
  );
