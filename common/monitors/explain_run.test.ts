import type { Alert } from '../alerts/alert';
import { explainRun } from './explain_run';
import type { RunAtInput } from './explain_run';
import { monitorSchema } from './monitor';
import type { RunRow, TriggerResult } from './run';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 9);
const AT = NOW - 60 * MINUTE;

const action = {
  ...{ id: 'a', name: 'Tell', destination_id: 'd', message_template: { source: 'x' } },
};

const monitorWith = (trigger: object = {}) =>
  monitorSchema.parse({
    ...{ name: 'Errors', enabled: true, schedule: { period: { interval: 1, unit: 'MINUTES' } } },
    inputs: [{ search: { indices: ['logs'], query: '{}' } }],
    triggers: [
      {
        query_level_trigger: {
          ...{ id: 't', name: 'Many', severity: '1', actions: [action] },
          condition: { script: { source: 'ctx.results[0].hits.total.value > 5' } },
          ...trigger,
        },
      },
    ],
  });

const judged = (changes: Partial<TriggerResult> = {}): TriggerResult => ({
  ...{ id: 't', name: 'Many', triggered: false, value: 'false', measure: 3 },
  ...changes,
});

/** A run whose window ends so many minutes after the instant that is asked about. */
const run = (minutes: number, changes: Partial<RunRow> = {}): RunRow => {
  const end = AT + minutes * MINUTE;
  return {
    ...{ monitor_id: 'm', scheduled_at: end + 5000, started_at: end + 5100, took: 7, hits: 3 },
    ...{ window: { start: end - MINUTE, end }, outcome: 'not_triggered', triggers: [judged()] },
    ...changes,
  };
};

const alert = (changes: Partial<Alert> = {}): Alert => ({
  ...{ id: 'm.1.0', monitor_id: 'm', monitor_name: 'Errors', trigger_id: 't' },
  ...{ trigger_name: 'Many', severity: '1', state: 'active', rev: 1 },
  ...{ start_time: AT - MINUTE, active_time: AT - MINUTE, last_seen: AT },
  ...changes,
});

const explain = (changes: Partial<RunAtInput> = {}) =>
  explainRun({
    ...{ instant: AT, monitor: monitorWith(), alerts: [] },
    runs: [run(-0.5), run(0.5), run(1.5)],
    past: { now: NOW, saved: [{ at: 0, enabled: true }], kept_since: 0 },
    ...changes,
  });

const kinds = (answer: ReturnType<typeof explain>): string[] =>
  answer.explanation.map(({ kind }) => kind);

const fired = (changes: Partial<TriggerResult> = {}, row: Partial<RunRow> = {}): RunRow =>
  run(0.5, {
    outcome: 'triggered',
    triggers: [judged({ triggered: true, value: 'true', measure: 9, ...changes })],
    ...row,
  });

describe('why a monitor did or did not fire at an instant', () => {
  it('tells the run whose window covers it, and the value that its condition looked at', () => {
    const answer = explain();
    expect(answer.verdict).toBe('did_not_fire');
    expect(answer.run?.window.end).toBe(AT + 0.5 * MINUTE);
    expect(kinds(answer)).toEqual(['ran', 'found', 'judged']);
    expect(answer.explanation[2]).toMatchObject({ triggered: false, measure: 3 });
  });

  it('takes the start of a window as covered, and its end not', () => {
    const { run: found } = explain({ runs: [run(0), run(1)] });
    expect(found?.window.start).toBe(AT);
  });

  it('tells what was sent, and what was held back and why', () => {
    const sent = { ...{ id: 'a', name: 'Tell', destination_id: 'd' }, outcome: 'queued' as const };
    const held = { ...sent, outcome: 'held_back' as const, reason: 'Throttled until noon.' };
    const answer = explain({ runs: [fired({ actions: [sent, { ...held, count: 4 }] })] });
    expect(answer.verdict).toBe('fired');
    expect(answer.explanation.slice(-2)).toEqual([
      { kind: 'sent', action: 'Tell', count: 1 },
      { kind: 'held_back', action: 'Tell', count: 4, reason: 'Throttled until noon.' },
    ]);
  });

  it('says that the condition has to be true for longer', () => {
    const monitor = monitorWith({ for: { value: 5, unit: 'MINUTES' } });
    const pending = alert({ state: 'pending', active_time: undefined, first_seen: AT - MINUTE });
    const answer = explain({ monitor, runs: [fired()], alerts: [pending] });
    expect(answer.verdict).toBe('waiting');
    expect(answer.explanation.slice(-1)).toEqual([
      {
        ...{ kind: 'pending', since: AT - MINUTE, lasts: { value: 5, unit: 'MINUTES' } },
        ...{ trigger: { id: 't', name: 'Many' }, alert_id: 'm.1.0' },
      },
    ]);
  });

  it('says who had acknowledged the alert, as long as that was before', () => {
    const acknowledged = alert({ acknowledged_time: AT - 1000, acknowledged_by: 'jane' });
    expect(explain({ runs: [fired()], alerts: [acknowledged] }).explanation).toContainEqual(
      expect.objectContaining({ kind: 'alert', standing: 'acknowledged', by: 'jane' })
    );
    const later = alert({ acknowledged_time: AT + 10 * MINUTE, acknowledged_by: 'jane' });
    expect(explain({ runs: [fired()], alerts: [later] }).explanation).toContainEqual(
      expect.objectContaining({ kind: 'alert', standing: 'active' })
    );
  });

  it('says that nobody is to be told, or that nothing was to be told', () => {
    const silent = monitorWith({ actions: [] });
    expect(kinds(explain({ monitor: silent, runs: [fired({ actions: [] })] }))).toContain(
      'no_actions'
    );
    expect(kinds(explain({ runs: [fired({ actions: [] })] }))).toContain('nothing_to_tell');
  });

  it('says that a run failed, and which later one looked again', () => {
    const problem = { code: 'x', message: 'no such index' };
    const failed = run(0.5, { outcome: 'error', problem, hits: undefined, triggers: undefined });
    const again = run(2.5, { window: { start: AT - MINUTE, end: AT + 2.5 * MINUTE } });
    const answer = explain({ runs: [failed, again] });
    expect(answer.verdict).toBe('unknown');
    expect(kinds(answer)).toEqual(['ran', 'failed', 'looked_again']);
  });

  it('says that the window was left out', () => {
    const gap = run(0.5, { outcome: 'gap', missed: 7, triggers: undefined });
    const answer = explain({ runs: [gap] });
    expect(answer).toMatchObject({
      verdict: 'did_not_run',
      explanation: [{ kind: 'gap', missed: 7 }],
    });
  });

  it('says that the monitor is not any more what it was', () => {
    const monitor = { ...monitorWith(), last_update_time: AT + 5 * MINUTE };
    expect(kinds(explain({ monitor }))).toContain('changed_since');
  });
});

describe('why no run looked at an instant', () => {
  const whyOf = (changes: Partial<RunAtInput>) => {
    const { verdict, explanation } = explain({ runs: [], ...changes });
    expect(verdict).toBe('did_not_run');
    return explanation;
  };
  const past = { now: NOW, saved: [], kept_since: 0 };

  it.each([
    ['future', { past: { ...past, now: AT - MINUTE } }],
    ['not_existing', { past: { ...past, saved: [{ at: AT + MINUTE, enabled: true }] } }],
    ['disabled', { past: { ...past, saved: [{ at: AT - MINUTE, enabled: false }] } }],
    ['not_kept', { past: { ...past, kept_since: AT + MINUTE } }],
    ['not_run', { past }],
  ])('says: %s', (why, changes) => {
    expect(whyOf(changes)).toEqual([{ kind: 'absent', why }]);
  });

  it('names the runs before and after', () => {
    const [before, after] = [run(-3), run(4)];
    expect(whyOf({ runs: [before, after] })).toEqual([
      {
        ...{ kind: 'absent', why: 'not_run' },
        ...{ before: before.scheduled_at, after: after.scheduled_at },
      },
    ]);
  });

  it('says that the next run will look at what has just happened', () => {
    const past = { now: AT + 30_000, saved: [], kept_since: 0 };
    expect(whyOf({ runs: [run(-0.5)], past })).toMatchObject([{ kind: 'absent', why: 'not_yet' }]);
  });
});
