import {
  canCancel,
  ended,
  fractionOf,
  hasStopped,
  passOver,
  readyToGoOn,
  stepsToBegin,
} from './flow';
import { documentProgress, endOfTask, mergeProgress, recoveryProgress } from './progress';
import type { StepWhat } from './steps';
import type { StepState, TaskRecord, TaskStep } from './task_record';

const block: StepWhat = { do: 'block', index: 'a' };
const restore: StepWhat = { do: 'restore', index: 'a', settings: {} };
const rollover: StepWhat = { do: 'rollover', index: 'now' };
const merge: StepWhat = {
  ...{ do: 'force_merge', index: 'a', max_num_segments: 1 },
  ...{ only_expunge_deletes: false, flush: true },
};

const step = (
  state: StepState,
  what: StepWhat = block,
  more: Partial<TaskStep> = {}
): TaskStep => ({
  ...{ what, state },
  ...more,
});

const task = (steps: TaskStep[], change: Partial<TaskRecord> = {}): TaskRecord => ({
  ...{ id: '1-a', kind: 'force_merge', sources: ['a'], created_at: 0, state: 'running' },
  ...{ ordered: true, at_once: 1, steps, driver: { id: 'd', until: 100 } },
  ...change,
});

const statesOf = ({ steps }: TaskRecord): StepState[] => steps.map(({ state }) => state);

describe('the order of steps', () => {
  it('begins as many as may run at once', () => {
    const steps = [step('running'), step('waiting'), step('waiting'), step('waiting')];
    expect(stepsToBegin(task(steps))).toEqual([]);
    expect(stepsToBegin(task(steps, { at_once: 3 }))).toEqual([1, 2]);
  });

  it('passes over what follows a failure, and still puts back what was changed', () => {
    const steps = [step('done'), step('failed'), step('waiting'), step('waiting', restore)];
    expect(statesOf(passOver(task(steps)))).toEqual(['done', 'failed', 'skipped', 'waiting']);
    const first = [step('failed'), step('waiting'), step('waiting', restore)];
    expect(statesOf(passOver(task(first)))).toEqual(['failed', 'skipped', 'skipped']);
  });

  it('lets the others go on where each is for itself', () => {
    const steps = [step('failed', merge), step('waiting', merge)];
    expect(statesOf(passOver(task(steps, { ordered: false })))).toEqual(['failed', 'waiting']);
    const cancelled = task(steps, { ordered: false, cancel_asked: true });
    expect(statesOf(passOver(cancelled))).toEqual(['failed', 'skipped']);
  });

  it('stops waiting for shards where it is cancelled, and puts back what was set', () => {
    const recover: StepWhat = { do: 'recover', index: 'b' };
    const steps = [step('done'), step('running', recover), step('waiting', restore)];
    expect(canCancel(task(steps))).toBe(true);
    const cancelled = passOver(task(steps, { cancel_asked: true }));
    expect(statesOf(cancelled)).toEqual(['done', 'skipped', 'waiting']);
    expect(cancelled.steps[1].reason).toContain('b is there, and not whole');
  });

  it.each<[StepState[], boolean, TaskRecord['state']]>([
    [['done', 'running'], false, 'running'],
    [['done', 'done'], false, 'done'],
    [['done', 'failed'], false, 'failed'],
    [['done', 'lost'], false, 'lost'],
    [['done', 'skipped'], true, 'cancelled'],
    [['done', 'failed'], true, 'cancelled'],
  ])('ends as its steps did: %j, cancelled %s: %s', (states, isCancelled, state) => {
    const steps = states.map((one) => step(one));
    const before = task(steps, isCancelled ? { cancel_asked: true } : {});
    expect(ended(before, 7).state).toBe(state);
    expect(ended(before, 7).ended_at).toBe(state === 'running' ? undefined : 7);
  });

  it('counts whole steps and the parts of those that run', () => {
    const progress = { done: 5, total: 10, unit: 'documents' as const };
    expect(fractionOf(task([step('done'), step('running', merge, { progress })]))).toBe(0.75);
  });
});

describe('a task that nobody takes further', () => {
  it('has stopped only where something is still to be sent', () => {
    const known = step('running', merge, { task_id: 'n:1' });
    expect(hasStopped(task([known]), 101)).toBe(false);
    expect(hasStopped(task([step('running', merge)]), 101)).toBe(true);
    expect(hasStopped(task([known, step('waiting')]), 101)).toBe(true);
    expect(hasStopped(task([known, step('waiting')]), 99)).toBe(false);
  });

  it('sends again what does no harm twice, and says of the rest that nobody knows', () => {
    const driver = { id: 'e', until: 200 };
    const again = readyToGoOn(task([step('done'), step('running', merge)]), driver);
    expect(statesOf(again)).toEqual(['done', 'waiting']);
    const unknown = readyToGoOn(task([step('running', rollover)]), driver);
    expect(unknown.steps[0]).toMatchObject({ state: 'lost' });
    expect(unknown.steps[0].reason).toContain('is not known');
    const named = readyToGoOn(task([step('running', { ...rollover, new_name: 'b' })]), driver);
    expect(statesOf(named)).toEqual(['waiting']);
  });

  it('can be cancelled while something waits, not while only a merge runs', () => {
    expect(canCancel(task([step('running', merge)]))).toBe(false);
    expect(canCancel(task([step('running', merge), step('waiting', merge)]))).toBe(true);
    expect(canCancel(task([step('done'), step('running', restore)]))).toBe(false);
  });
});

describe('how far the cluster says that it is', () => {
  it('adds up the slices of a copy, those that run and those that have ended', () => {
    const ended = { total: 10, created: 10 };
    const running = [{ total: 20, created: 4, version_conflicts: 1 }];
    expect(documentProgress({ total: 10, slices: [ended, null] }, running)).toEqual({
      ...{ done: 15, total: 30, unit: 'documents' },
    });
    expect(documentProgress({ total: 8, updated: 2, noops: 1 })).toMatchObject({ done: 3 });
  });

  it('takes a copy of a shard for merged when it has no more segments than wanted', () => {
    const rows = ['0 p', '0 p', '1 p', '0 r'].map((text) => {
      const [shard, prirep] = text.split(' ');
      return { shard, prirep, id: 'n' };
    });
    expect(mergeProgress(rows, 1, 0)).toEqual({ done: 2, total: 3, unit: 'shards' });
  });

  it('takes linked files for there, which are never recovered', () => {
    const rows = [
      { stage: 'DONE', bytes_recovered: '0', bytes_total: '60' },
      { stage: 'index', bytes_recovered: '10', bytes_total: '40' },
    ];
    expect(recoveryProgress(rows)).toEqual({ done: 70, total: 100, unit: 'bytes' });
  });

  it('says why a task has failed, though its request had not', () => {
    const task = {};
    expect(endOfTask({ completed: false, task })).toBeUndefined();
    const failures = [{ cause: { reason: 'mapper [a] is full' } }];
    const response = { total: 3, created: 2, failures };
    expect(endOfTask({ completed: true, task, response })).toMatchObject({
      ...{ state: 'failed', result: { created: 2 } },
      reason: '1 documents failed, and it ended there: mapper [a] is full',
    });
    const cancelled = { total: 3, created: 2, canceled: 'by user request' };
    expect(endOfTask({ completed: true, task, response: cancelled })?.reason).toContain(
      'Cancelled'
    );
    const shards = { _shards: { total: 4, failed: 1, failures: [{ reason: { reason: 'full' } }] } };
    expect(endOfTask({ completed: true, task, response: shards })?.reason).toBe(
      '1 of 4 shards failed: full'
    );
    const error = { type: 'x', reason: 'no index', caused_by: { reason: 'gone' } };
    expect(endOfTask({ completed: true, task, error })?.reason).toBe('no index: gone');
  });
});
