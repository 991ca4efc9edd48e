import fc from 'fast-check';
import { scheduleSchema } from './monitor';
import { cronRhythm, periodRhythm } from './rhythm';
import {
  MAX_REPLAY,
  backOffMs,
  intervalMs,
  longestIntervalMs,
  nextDue,
  planRun,
  whileFailing,
} from './schedule';
import type { Timing } from './schedule';

const timing = (change: Partial<Timing> = {}): Timing => ({
  rhythm: periodRhythm(60_000, 5000),
  byClock: false,
  delay: 5000,
  enabledAt: 0,
  catchUp: { policy: 'replay', most: MAX_REPLAY },
  ...change,
});

const clock = (expression: string, zone: string, change: Partial<Timing> = {}): Timing =>
  timing({ rhythm: cronRhythm(expression, zone), byClock: true, ...change });

const at = (iso: string): number => Date.parse(iso);

const T0 = 1_700_000_000_000 - (1_700_000_000_000 % 60_000);

describe('planRun', () => {
  it('runs a new monitor at once, over one interval', () => {
    expect(planRun(timing(), 0, T0)).toEqual({
      run: { scheduledAt: T0, window: { start: T0 - 65_000, end: T0 - 5000 } },
    });
  });

  it('goes on where the last window ended', () => {
    const lastEnd = T0;
    expect(planRun(timing(), lastEnd, T0 + 65_000)).toEqual({
      run: { scheduledAt: T0 + 65_000, window: { start: T0, end: T0 + 60_000 } },
    });
  });

  it('waits for the scheduled instant', () => {
    expect(planRun(timing(), T0, T0 + 64_999)).toEqual({});
  });

  it('ends a window at its scheduled instant less the delay, however late it runs', () => {
    const { run } = planRun(timing(), T0, T0 + 65_000 + 17_123);
    expect(run?.window.end).toBe(T0 + 60_000);
  });

  it('replays the last ten of many missed windows and records the rest as one gap', () => {
    const now = T0 + 5000 + 60_000 * 100;
    const { gap, run } = planRun(timing(), T0, now);
    expect(gap).toEqual({
      window: { start: T0, end: T0 + 60_000 * 90 },
      missed: 90,
      scheduledAt: T0 + 5000 + 60_000 * 90,
    });
    expect(run?.window).toEqual({ start: T0 + 60_000 * 90, end: T0 + 60_000 * 91 });
  });

  it('does not catch up the time for which the monitor was disabled', () => {
    const enabledAt = T0 + 3_600_000;
    const plan = planRun(timing({ enabledAt }), T0, enabledAt);
    expect(plan.gap).toBeUndefined();
    expect(plan.run?.window).toEqual({ start: enabledAt - 65_000, end: enabledAt - 5000 });
  });

  it('never looks again at what was evaluated when a monitor is switched off and on', () => {
    const enabledAt = T0 + 20_000;
    const plan = planRun(timing({ enabledAt }), T0, enabledAt);
    expect(plan.run?.window.start).toBe(T0);
  });

  it('leaves no instant out and looks at none twice, whenever it is called', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 50 }),
        (seconds, phaseShare, delaySeconds, waits) => {
          const interval = seconds * 1000;
          const phase = Math.floor((phaseShare / 100) * seconds) * 1000;
          const t = timing({
            rhythm: periodRhythm(interval, phase),
            delay: delaySeconds * 1000,
          });
          let lastEnd = 0;
          let now = T0;
          for (const wait of waits) {
            now += wait * 1000;
            for (let replayed = 0; replayed <= MAX_REPLAY; replayed++) {
              const { gap, run } = planRun(t, lastEnd, now);
              if (gap) {
                expect(gap.window.start).toBe(lastEnd);
                expect(run?.window.start).toBe(gap.window.end);
                expect(gap.window.end - gap.window.start).toBeGreaterThan(0);
              }
              if (!run) break;
              if (lastEnd > 0 && !gap) expect(run.window.start).toBe(lastEnd);
              expect(run.window.end).toBeGreaterThan(run.window.start);
              expect(run.window.end).toBe(run.scheduledAt - t.delay);
              expect(run.scheduledAt).toBeLessThanOrEqual(now);
              lastEnd = run.window.end;
            }
            expect(planRun(t, lastEnd, now)).toEqual({});
            expect(nextDue(t, lastEnd, now)).toBeGreaterThan(now);
          }
        }
      )
    );
  });
});

describe('planRun by the clock', () => {
  const DELAY = 5000;
  const daily = (enabledAt: number) => clock('0 9 * * *', 'Asia/Seoul', { enabledAt });
  // 09:00 in Seoul is midnight in UTC.
  const enabledAt = at('2026-01-01T12:00Z');
  const first = at('2026-01-02T00:00Z');

  it('does not run when it is created, but at its first instant, over what lies before it', () => {
    expect(planRun(daily(enabledAt), 0, enabledAt)).toEqual({});
    expect(nextDue(daily(enabledAt), 0, enabledAt)).toBe(first);
    expect(planRun(daily(enabledAt), 0, first - 1)).toEqual({});
    expect(planRun(daily(enabledAt), 0, first + 30_000)).toEqual({
      run: {
        scheduledAt: first,
        window: { start: at('2026-01-01T00:00Z') - DELAY, end: first - DELAY },
      },
    });
  });

  it('looks at nothing twice when it is switched off and on', () => {
    const lastEnd = at('2026-01-01T06:00Z');
    expect(planRun(daily(enabledAt), lastEnd, first).run?.window.start).toBe(lastEnd);
  });

  it('waits for the next instant when nobody knows since when it is enabled', () => {
    const unknown = daily(0);
    const now = at('2026-01-01T12:00Z');
    expect(nextDue(unknown, 0, now)).toBe(first);
    expect(planRun(unknown, 0, first)).toEqual(planRun(daily(enabledAt), 0, first));
  });

  it('does not replay years when its runs are no longer on record', () => {
    const longAgo = clock('0 9 1 * *', 'Asia/Seoul', { enabledAt: at('2020-01-01T00:00Z') });
    const now = at('2026-01-20T12:00Z');
    expect(planRun(longAgo, 0, now)).toEqual({});
    expect(nextDue(longAgo, 0, now)).toBe(at('2026-02-01T00:00Z'));
    expect(planRun(longAgo, 0, at('2026-02-01T00:00Z')).run?.window.start).toBe(
      at('2026-01-01T00:00Z') - DELAY
    );
  });

  it('replays the last ten of many missed instants and counts the others', () => {
    const lastEnd = first - DELAY;
    const now = at('2026-02-01T03:00Z');
    const { gap, run } = planRun(daily(enabledAt), lastEnd, now);
    expect(gap).toEqual({
      window: { start: lastEnd, end: at('2026-01-22T00:00Z') - DELAY },
      missed: 20,
      scheduledAt: at('2026-01-22T00:00Z'),
    });
    expect(run).toEqual({
      scheduledAt: at('2026-01-23T00:00Z'),
      window: { start: at('2026-01-22T00:00Z') - DELAY, end: at('2026-01-23T00:00Z') - DELAY },
    });
  });

  it('has a window of 23 and one of 25 hours where the clocks change', () => {
    const berlin = clock('0 12 * * *', 'Europe/Berlin', { enabledAt: 1 });
    const hoursOf = (lastEnd: number, now: number) => {
      const { run } = planRun(berlin, lastEnd, now);
      return ((run?.window.end ?? 0) - (run?.window.start ?? 0)) / 3_600_000;
    };
    expect(hoursOf(at('2026-03-28T11:00Z') - DELAY, at('2026-03-29T10:00Z'))).toBe(23);
    expect(hoursOf(at('2026-10-24T10:00Z') - DELAY, at('2026-10-25T11:00Z'))).toBe(25);
  });

  it('leaves no instant out and looks at none twice through both changes, whenever it is called', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('30 2 * * *', '*/20 * * * *', '0 1,3 * * *', '15 9 * * 1-5'),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Seoul'),
        fc.constantFrom('2026-03-07T00:00Z', '2026-03-28T00:00Z', '2026-10-24T00:00Z'),
        fc.array(fc.integer({ min: 0, max: 14_400 }), { minLength: 1, maxLength: 20 }),
        (expression, zone, from, waits) => {
          const t = clock(expression, zone, { enabledAt: at(from) });
          let lastEnd = 0;
          let now = at(from);
          for (const wait of waits) {
            now += wait * 1000;
            for (let replayed = 0; replayed <= MAX_REPLAY; replayed++) {
              const { gap, run } = planRun(t, lastEnd, now);
              if (!run) break;
              if (gap) expect(gap.window.start).toBe(lastEnd || gap.window.start);
              else if (lastEnd > 0) expect(run.window.start).toBe(lastEnd);
              if (gap) expect(run.window.start).toBe(gap.window.end);
              expect(run.window.end).toBe(run.scheduledAt - t.delay);
              expect(run.window.end).toBeGreaterThan(run.window.start);
              expect(t.rhythm.atOrBefore(run.scheduledAt)).toBe(run.scheduledAt);
              lastEnd = run.window.end;
            }
            expect(planRun(t, lastEnd, now)).toEqual({});
            expect(nextDue(t, lastEnd, now)).toBeGreaterThan(now);
          }
        }
      ),
      { numRuns: 60 }
    );
  });
});

describe('a schedule', () => {
  const problems = (schedule: unknown) => {
    const result = scheduleSchema.safeParse(schedule);
    return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
  };

  it('is a period or a cron expression, as in OpenSearch', () => {
    const cron = { cron: { expression: '0 9 * * 1-5', timezone: 'Asia/Seoul' } };
    const period = { period: { interval: 15, unit: 'SECONDS' } };
    expect(scheduleSchema.parse(cron)).toEqual(cron);
    expect(scheduleSchema.parse(period)).toEqual(period);
    expect(problems({})).toEqual(['']);
    expect(problems({ ...cron, ...period })).toEqual(['']);
  });

  it('says at each field what is wrong with it', () => {
    expect(problems({ period: { interval: 0, unit: 'MINUTES' } })).toEqual(['period.interval']);
    expect(problems({ cron: { expression: '61 * * * *', timezone: 'Mars/Base' } })).toEqual([
      'cron.expression',
      'cron.timezone',
    ]);
    expect(problems({ cron: { expression: '0 9 * * *', timezone: '' } })).toEqual([
      'cron.timezone',
    ]);
  });

  it('is as long as the gap that an instant lies in', () => {
    const berlin = { cron: { expression: '0 12 * * *', timezone: 'Europe/Berlin' } };
    expect(intervalMs(berlin, at('2026-03-29T00:00Z'))).toBe(23 * 3_600_000);
    expect(intervalMs(berlin, at('2026-06-01T00:00Z'))).toBe(24 * 3_600_000);
    expect(intervalMs({ period: { interval: 5, unit: 'MINUTES' } }, 0)).toBe(300_000);
  });

  it('is at its longest over a weekend, when it runs on working days', () => {
    const working = { cron: { expression: '0 9 * * 1-5', timezone: 'Asia/Seoul' } };
    expect(longestIntervalMs(working, at('2026-06-02T12:00Z'))).toBe(72 * 3_600_000);
    expect(longestIntervalMs({ period: { interval: 5, unit: 'MINUTES' } }, 0)).toBe(300_000);
  });
});

describe('planRun after missed windows', () => {
  const MINUTE_MS = 60_000;
  const lastEnd = T0;
  /** At the seventh instant after the last window's. */
  const now = T0 + 5000 + 7 * MINUTE_MS;
  const caughtUp = (policy: Timing['catchUp']['policy'], most: number) =>
    planRun(timing({ catchUp: { policy, most } }), lastEnd, now);

  it('replays the oldest of the windows that are kept', () => {
    expect(caughtUp('replay', 10)).toEqual({
      run: {
        scheduledAt: lastEnd + 5000 + MINUTE_MS,
        window: { start: lastEnd, end: lastEnd + MINUTE_MS },
      },
    });
    expect(caughtUp('replay', 3)).toMatchObject({
      gap: { missed: 4, window: { start: lastEnd, end: lastEnd + 4 * MINUTE_MS } },
      run: { window: { start: lastEnd + 4 * MINUTE_MS, end: lastEnd + 5 * MINUTE_MS } },
    });
  });

  it('takes them all in one window where they are coalesced, and says how many they were', () => {
    expect(caughtUp('coalesce', 10)).toEqual({
      run: {
        scheduledAt: now,
        window: { start: lastEnd, end: lastEnd + 7 * MINUTE_MS },
        windows: 7,
      },
    });
    expect(caughtUp('coalesce', 3)).toMatchObject({
      gap: { missed: 4, window: { start: lastEnd, end: lastEnd + 4 * MINUTE_MS } },
      run: {
        window: { start: lastEnd + 4 * MINUTE_MS, end: lastEnd + 7 * MINUTE_MS },
        windows: 3,
      },
    });
  });

  it('runs the newest alone where the others are skipped, which is a gap', () => {
    expect(caughtUp('skip', 1)).toMatchObject({
      gap: { missed: 6, window: { start: lastEnd, end: lastEnd + 6 * MINUTE_MS } },
      run: { window: { start: lastEnd + 6 * MINUTE_MS, end: lastEnd + 7 * MINUTE_MS } },
    });
  });

  it('is the same for all when nothing was missed', () => {
    const due = lastEnd + 5000 + MINUTE_MS;
    const plans = (['replay', 'coalesce', 'skip'] as const).map((policy) =>
      planRun(timing({ catchUp: { policy, most: 1 } }), lastEnd, due)
    );
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(1);
    expect(plans[0].gap).toBeUndefined();
  });

  it('asks a monitor that fails less and less often, and never less than every eighth window', () => {
    expect([1, 2, 3].map((failures) => backOffMs(failures, MINUTE_MS))).toEqual([0, 0, 0]);
    expect([4, 5, 6, 7, 99].map((failures) => backOffMs(failures, MINUTE_MS) / MINUTE_MS)).toEqual([
      1, 3, 7, 7, 7,
    ]);
    expect(backOffMs(99, 3_600_000)).toBe(15 * MINUTE_MS);
    const failing = whileFailing(timing());
    expect(planRun(failing, lastEnd, now).run?.windows).toBe(7);
  });
});
