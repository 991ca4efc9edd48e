import fc from 'fast-check';
import { MAX_REPLAY, nextDue, planRun } from './schedule';
import type { Timing } from './schedule';

const timing = (change: Partial<Timing> = {}): Timing => ({
  interval: 60_000,
  phase: 5000,
  delay: 5000,
  enabledAt: 0,
  ...change,
});

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
          const t = timing({ interval, phase, delay: delaySeconds * 1000 });
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
