import type { SchedulerInstance, SchedulerOverview } from '../../../common/overview/scheduler';
import { latest, placeOf, problemsOf, rangesOf, totalsOf } from './totals';

const instance = (
  id: string,
  live: boolean,
  change: Partial<NonNullable<SchedulerInstance['report']>> = {}
): SchedulerInstance => ({
  ...{ id, live, this_one: false, beats: 1, last_seen: 0, lease_ttl: 24_000, partitions: [] },
  report: {
    ...{ host: `host-${id}`, version: '1', started_at: 0, monitors: 10, lag: 0, queue: 1 },
    ...{ in_flight: 2, late_count: 0, late: [], unwritten: 0, problems: [] },
    ...change,
  },
});

const overview = (...instances: SchedulerInstance[]): SchedulerOverview => ({
  ...{
    enabled: true,
    partition_count: 64,
    unowned: [],
    scripts: { used: 0, limit: 60, waiting: 0 },
    instances,
  },
});

const problem = (about: string, last: number) => ({
  ...{ about, message: about, since: 0, last, times: 1 },
});

describe('what instances come to together', () => {
  it('adds up the live ones and takes the longest lag', () => {
    const all = overview(
      instance('a', true, { lag: 500 }),
      instance('b', true, { lag: 9000, late_count: 3 }),
      instance('dead', false, { lag: 99_000, monitors: 1000 })
    );
    expect(totalsOf(all)).toEqual({
      ...{ instances: 2, monitors: 20, lag: 9000, queue: 2, inFlight: 4, lateCount: 3 },
      unwritten: 0,
    });
  });

  it('lists what is late and what is wrong of all live ones', () => {
    const all = overview(
      instance('a', true, { late: [{ id: 'm', late: 5 }], problems: [problem('old', 1)] }),
      instance('b', true, { late: [{ id: 'n', late: 7 }], problems: [problem('new', 2)] }),
      instance('dead', false, { problems: [problem('gone', 3)] })
    );
    expect(latest(all).map(({ id }) => id)).toEqual(['n', 'm']);
    expect(problemsOf(all).map(({ about, place }) => [about, place])).toEqual([
      ['new', 'host-b'],
      ['old', 'host-a'],
    ]);
  });

  it('names an instance that tells nothing by its id', () => {
    const silent = { ...instance('0123456789', true), report: undefined };
    expect(placeOf(silent)).toBe('01234567');
    expect(totalsOf(overview(silent)).instances).toBe(1);
  });

  it('writes partitions as ranges', () => {
    expect(rangesOf([0, 1, 2, 5, 7, 8])).toBe('0–2, 5, 7–8');
    expect(rangesOf([])).toBe('');
  });
});
