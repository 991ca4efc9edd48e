import type { DryRun } from './api';
import { stepMonitor } from './step';
import type { Monitor } from './monitor';
import { foundByDryRun } from './found_run';
import { previewRuns } from './preview';
import { outlookOf } from './preview_outlook';
import { emptyState } from './state';
import { MINUTE, action, bucketMonitor, queryMonitor } from './testing/story';

const found = (triggered = true, more: object = {}): DryRun =>
  ({
    window: { start: 0, end: MINUTE },
    results: '[{"hits":{"total":{"value":7}}}]',
    verdicts: [
      {
        triggerId: 't',
        kind: 'judged',
        groups: [{ key: '', triggered, value: String(triggered) }],
        counts: { judged: 1, triggered: triggered ? 1 : 0 },
        ...more,
      },
    ],
  }) as DryRun;

/** By run: states of open alerts, and what was sent and held back. */
const course = (monitor: Monitor, runs: number, dry = found()) =>
  previewRuns(monitor, dry, runs).map((run) => {
    const [{ actions, open }] = outlookOf(monitor, run);
    const [{ results, messages, silence }] = actions;
    const outcomes = results.map(({ outcome }) => outcome).join();
    return `${open.map(({ state }) => state).join()} ${messages.length} ${silence ?? outcomes}`;
  });

const MINUTES = (value: number) => ({ value, unit: 'MINUTES' });

describe('a finding that goes on', () => {
  it('is active, and told of in every run', () => {
    expect(course(queryMonitor([{ actions: [action()] }]), 3)).toEqual([
      'active 1 queued',
      'active 1 queued',
      'active 1 queued',
    ]);
  });

  it('waits for as long as the trigger demands', () => {
    const monitor = queryMonitor([{ for: MINUTES(2), actions: [action()] }]);
    expect(course(monitor, 4)).toEqual([
      'pending 0 pending',
      'pending 0 pending',
      'active 1 queued',
      'active 1 queued',
    ]);
  });

  it('waits for as many runs as the trigger demands', () => {
    const monitor = queryMonitor([{ occurrences: { times: 2, of: 3 }, actions: [action()] }]);
    expect(course(monitor, 3)).toEqual([' 0 not_often', 'active 1 queued', 'active 1 queued']);
  });

  it('is held back by a throttle, and told of again after it', () => {
    const throttled = action({ throttle_enabled: true, throttle: MINUTES(2) });
    expect(course(queryMonitor([{ actions: [throttled] }]), 4)).toEqual([
      'active 1 queued',
      'active 0 held_back',
      'active 1 queued',
      'active 0 held_back',
    ]);
  });

  it('is told of once by who asks for new alerts only', () => {
    const newOnly = action({
      action_execution_policy: {
        action_execution_scope: { per_alert: { actionable_alerts: ['NEW'] } },
      },
    });
    expect(course(queryMonitor([{ actions: [newOnly] }]), 2)).toEqual([
      'active 1 queued',
      'active 0 not_asked',
    ]);
  });

  it('says why nothing is sent', () => {
    const monitor = queryMonitor([{ actions: [action()] }]);
    expect(course(monitor, 1, found(false))).toEqual([' 0 not_true']);
    expect(course(monitor, 1, found(true, { triggerId: 'other' }))).toEqual([' 0 unknown']);
    const failed = { kind: 'problem', problem: { code: 'c', message: 'm' } };
    expect(course(monitor, 1, found(true, failed))).toEqual([expect.stringContaining('failed')]);
    const quiet = queryMonitor([{ no_data: 'ok', actions: [action()] }]);
    expect(course(quiet, 1, found(false, { noData: true, groups: [] }))).toEqual([' 0 no_data']);
    const told = queryMonitor([{ no_data: 'alert', actions: [action()] }]);
    expect(course(told, 1, found(false, { noData: true, groups: [] }))).toEqual([
      'no_data 1 queued',
    ]);
  });

  it('of documents is new documents in every run', () => {
    const monitor = bucketMonitor([{ actions: [action()] }]);
    const documents = found(true, { lasting: true, groups: [{ key: 'd1', triggered: true }] });
    const runs = previewRuns(monitor, documents, 3);
    expect(runs.map(({ open, messages }) => [open.length, messages.length])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('is stepped as scheduled runs step it', () => {
    const monitor = queryMonitor([{ for: MINUTES(1), actions: [action()] }]);
    const { finding } = foundByDryRun(found());
    let state = emptyState('m', 0);
    for (const run of previewRuns(monitor, found(), 4, { monitorId: 'm' })) {
      const { window } = run;
      const input = { monitorId: 'm', monitor, state, window, finding, now: window.end };
      const { next = state, delta } = stepMonitor(input);
      expect(run.messages).toEqual(delta?.messages ?? []);
      expect(run.open).toEqual(next.alerts);
      state = { ...next, pending: null };
    }
  });
});
