import fc from 'fast-check';
import { queryMonitor } from '../testing/story';
import { planRun, timingOf } from '../schedule';
import type { Window } from '../run';
import { pastRuns } from './windows';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const cron = (expression: string, timezone: string, fields: object = {}) =>
  queryMonitor([], { schedule: { cron: { expression, timezone } }, ...fields });

const schedules = fc.oneof(
  fc.record({
    period: fc.record({
      interval: fc.integer({ min: 1, max: 50 }),
      unit: fc.constantFrom('MINUTES', 'HOURS'),
    }),
  }),
  fc
    .tuple(
      fc.constantFrom('*/7 * * * *', '30 2 * * *', '0 9 * * 1-5', '15 * * * *'),
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC')
    )
    .map(([expression, timezone]) => ({ cron: { expression, timezone } }))
);

describe('the windows of the past', () => {
  it('are those that the scheduler would have planned, one after the other', () => {
    fc.assert(
      fc.property(
        schedules,
        fc.integer({ min: 0, max: 120 }),
        // About the change of clocks in Europe and America.
        fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 3, 5) }),
        (schedule, delay, from) => {
          const monitor = queryMonitor([], { schedule, query_delay_seconds: delay });
          const runs = pastRuns(monitor, from, from + 5 * DAY, 60);
          const timing = timingOf(monitor);
          let last = runs[0]?.window.start ?? 0;
          for (const { window, at } of runs) {
            expect(planRun(timing, last, at)).toEqual({ run: { scheduledAt: at, window } });
            last = window.end;
          }
        }
      ),
      { numRuns: 200 }
    );
  });

  it('end within the time that is asked about, and leave no window of it out', () => {
    const monitor = queryMonitor([], { query_delay_seconds: 5 });
    const from = Date.UTC(2026, 0, 1);
    const runs = pastRuns(monitor, from, from + HOUR, 1000);
    expect(runs).toHaveLength(60);
    expect(runs[0].window.end).toBeGreaterThan(from);
    expect(runs[59].window.end).toBeLessThanOrEqual(from + HOUR);
    expect(runs[59].window.end).toBeGreaterThan(from + HOUR - MINUTE);
  });

  it('are an hour shorter on the day on which clocks go forward', () => {
    const daily = cron('0 9 * * *', 'Europe/Berlin', { query_delay_seconds: 0 });
    const lengths = pastRuns(daily, Date.UTC(2026, 2, 27), Date.UTC(2026, 2, 31), 10).map(
      ({ window: { start, end } }: { window: Window }) => (end - start) / HOUR
    );
    expect(lengths).toEqual([24, 24, 23, 24]);
  });

  it('are no more than asked for', () => {
    expect(pastRuns(queryMonitor([]), 0, DAY, 7)).toHaveLength(7);
  });
});
