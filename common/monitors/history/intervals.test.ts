import type { Alert } from '../../alerts/alert';
import { coveredBy, stateIntervals } from './intervals';
import type { IntervalsInput } from './intervals';

const MINUTE = 60_000;
const NOW = 100 * MINUTE;
const at = (minute: number): number => minute * MINUTE;

const alert = (changes: Partial<Alert>): Alert => ({
  ...{ id: 'm.1.0', monitor_id: 'm', monitor_name: 'M', trigger_id: 't', trigger_name: 'T' },
  ...{ severity: '1', state: 'active', start_time: at(0), last_seen: at(0), rev: 1 },
  ...changes,
});

const shown = (changes: Partial<IntervalsInput>) =>
  stateIntervals({
    span: { from: at(0), to: at(60) },
    ...{ covered: [{ from: at(0), to: at(60) }], gaps: [], alerts: [] },
    past: { now: NOW, saved: [], kept_since: 0 },
    ...changes,
  }).map(({ kind, from, to }) => [kind, from / MINUTE, to / MINUTE]);

describe('how a monitor was', () => {
  it('is well only where it ran', () => {
    expect(shown({ covered: [{ from: at(10), to: at(30) }] })).toEqual([
      ['not_run', 0, 10],
      ['ok', 10, 30],
      ['not_run', 30, 60],
    ]);
  });

  it('says that it did not exist yet, was disabled, or that its runs are gone', () => {
    const saved = [
      { at: at(20), enabled: true },
      { at: at(40), enabled: false },
    ];
    const past = { now: NOW, saved, kept_since: at(25) };
    expect(shown({ covered: [{ from: at(30), to: at(40) }], past })).toEqual([
      ['not_existing', 0, 20],
      ['not_kept', 20, 25],
      ['not_run', 25, 30],
      ['ok', 30, 40],
      ['disabled', 40, 60],
    ]);
  });

  it('follows an alert from pending to its end, with what people did', () => {
    const alerts = [
      alert({
        ...{ start_time: at(10), active_time: at(15), acknowledged_time: at(20), end_time: at(30) },
        state: 'completed',
      }),
    ];
    expect(shown({ alerts })).toEqual([
      ['ok', 0, 10],
      ['pending', 10, 15],
      ['active', 15, 20],
      ['acknowledged', 20, 30],
      ['ok', 30, 60],
    ]);
  });

  it('shows the worst of several alerts', () => {
    const alerts = [
      alert({ start_time: at(0), active_time: at(0), end_time: at(50), state: 'completed' }),
      alert({ start_time: at(20), end_time: at(30), state: 'completed', failures: 3 }),
    ];
    expect(shown({ alerts })).toEqual([
      ['active', 0, 20],
      ['error', 20, 30],
      ['active', 30, 50],
      ['ok', 50, 60],
    ]);
  });

  it('is not well where windows were left out, although it ran', () => {
    const gaps = [{ window: { start: at(5), end: at(8) }, missed: 3, at: at(9) }];
    expect(shown({ gaps })).toEqual([
      ['ok', 0, 5],
      ['gap', 5, 8],
      ['ok', 8, 60],
    ]);
  });

  it('leaves no hole and says nothing of what is to come', () => {
    const span = { from: at(90), to: at(110) };
    const intervals = stateIntervals({
      ...{ span, covered: [{ from: at(90), to: at(100) }], gaps: [], alerts: [] },
      past: { now: NOW, saved: [], kept_since: 0 },
    });
    expect(intervals.map(({ kind }) => kind)).toEqual(['ok', 'future']);
    expect(intervals[0].to).toBe(intervals[1].from);
  });
});

describe('the time in which a monitor ran', () => {
  const span = { from: at(0), to: at(60) };
  const pace = { interval: MINUTE, reach: 3 * MINUTE };
  const runs = (first: number, last = first) => ({ first: at(first), last: at(last) });

  it('joins runs that follow each other, and has a hole where none came for too long', () => {
    expect(coveredBy([runs(1, 4), runs(6, 9), runs(20, 21)], pace, span, 0)).toEqual([
      { from: at(0), to: at(9) },
      { from: at(19), to: at(21) },
    ]);
  });

  it('does not stretch over the step in which a run was', () => {
    // One run late in a step of half an hour.
    expect(coveredBy([runs(28)], pace, span, 0)).toEqual([{ from: at(27), to: at(28) }]);
  });

  it('goes on after the last run until the next is due', () => {
    expect(coveredBy([runs(58)], pace, span, at(60))).toEqual([{ from: at(57), to: at(60) }]);
    expect(coveredBy([], pace, span, at(60))).toEqual([]);
  });

  it('says nothing of time before the monitor was there, though its first run looked back', () => {
    const covered = coveredBy([runs(10, 60)], { interval: at(10), reach: at(1) }, span, 0);
    const saved = [{ at: at(5), enabled: true }];
    expect(shown({ covered, past: { now: NOW, saved, kept_since: 0 } })).toEqual([
      ['not_existing', 0, 5],
      ['ok', 5, 60],
    ]);
  });
});
