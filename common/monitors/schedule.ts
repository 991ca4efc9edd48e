import { hash32 } from '../hash';
import { UNIT_MS } from './duration';
import { DEFAULT_QUERY_DELAY_SECONDS, isCron, isSearchMonitor } from './monitor';
import type { Monitor, PeriodSchedule, Schedule } from './monitor';
import { remembered } from './remembered';
import { cronRhythm, periodRhythm } from './rhythm';
import type { Rhythm } from './rhythm';
import type { Window } from './run';

const periodMs = ({ period }: PeriodSchedule): number => period.interval * UNIT_MS[period.unit];

const cronRhythmOf = remembered((key): Rhythm => {
  const [expression, timezone] = JSON.parse(key) as [string, string];
  return cronRhythm(expression, timezone);
});

/** Instants of a cron expression; the same object for the same expression, with what it remembers. */
const clockOf = (expression: string, timezone: string): Rhythm =>
  cronRhythmOf(JSON.stringify([expression, timezone]));

/**
 * Milliseconds between two scheduled instants. Those of a cron expression differ (a day can have 23 hours): it is the
 * gap that `at` (epoch milliseconds) lies in.
 *
 * @throws Error when the expression or its zone is none
 */
export const intervalMs = (schedule: Schedule, at: number): number => {
  if (!isCron(schedule)) return periodMs(schedule);
  const rhythm = clockOf(schedule.cron.expression, schedule.cron.timezone);
  return rhythm.after(at) - rhythm.atOrBefore(at);
};

const GAPS_LOOKED_AT = 10;

/** The longest of the next gaps between scheduled instants, milliseconds: over a weekend, over a long month. */
export const longestIntervalMs = (schedule: Schedule, at: number): number => {
  if (!isCron(schedule)) return periodMs(schedule);
  const rhythm = clockOf(schedule.cron.expression, schedule.cron.timezone);
  let longest = 0;
  let instant = rhythm.atOrBefore(at);
  for (let gap = 0; gap < GAPS_LOOKED_AT; gap++) {
    const next = rhythm.after(instant);
    longest = Math.max(longest, next - instant);
    instant = next;
  }
  return longest;
};

/** Until catch-up can be set: at most so many missed windows are replayed, the rest is recorded as a gap. */
export const MAX_REPLAY = 10;

/**
 * Where in its interval a monitor runs. Monitors that ask the same fall together, so that the search is sent once;
 * different ones are spread. Longer intervals use a coarser raster, so that batches fill.
 */
/** What a monitor asks, as text. */
const questionOf = (monitor: Monitor): string => {
  if (!isSearchMonitor(monitor)) return JSON.stringify(monitor.inputs);
  const { indices, query } = monitor.inputs[0].search;
  return `${indices.join(',')}\n${query}`;
};

const phaseOf = (monitor: Monitor, interval: number): number => {
  const raster = interval >= 60_000 ? 5000 : 1000;
  const slots = Math.max(1, Math.floor(interval / raster));
  return (hash32(questionOf(monitor)) % slots) * raster;
};

/**
 * The instants at which a monitor is due.
 *
 * @throws Error when its expression or zone is none
 */
export const rhythmOf = (monitor: Monitor): Rhythm => {
  const { schedule } = monitor;
  if (isCron(schedule)) return clockOf(schedule.cron.expression, schedule.cron.timezone);
  const interval = periodMs(schedule);
  return periodRhythm(interval, phaseOf(monitor, interval));
};

/** What planning needs to know of a monitor. */
export interface Timing {
  rhythm: Rhythm;
  /** By the clock: the first run waits for its instant. Else it comes at once. */
  byClock: boolean;
  /** Milliseconds that a window ends before its scheduled instant. */
  delay: number;
  /** Epoch milliseconds; nothing before it is caught up. 0 when it is not known. */
  enabledAt: number;
}

export const timingOf = (monitor: Monitor): Timing => ({
  rhythm: rhythmOf(monitor),
  byClock: isCron(monitor.schedule),
  delay: (monitor.query_delay_seconds ?? DEFAULT_QUERY_DELAY_SECONDS) * 1000,
  enabledAt: monitor.enabled_time ?? 0,
});

/** True when there is nothing to go on from: the monitor is new, or was enabled after its last window. */
const startsAfresh = ({ enabledAt, delay }: Timing, lastEnd: number): boolean =>
  lastEnd === 0 || lastEnd < enabledAt - delay;

/** Runs are on record for longer than this: an instant within it that has no run was missed. */
const SURELY_LOGGED = UNIT_MS.DAYS;

/** Since when a monitor by the clock that starts afresh has waited for its first instant; undefined: not known. */
const waitingSince = ({ enabledAt }: Timing, now: number): number | undefined =>
  enabledAt === 0 ? undefined : Math.max(enabledAt, now - SURELY_LOGGED);

/**
 * The next instant at which the monitor is due, epoch milliseconds. A monitor that starts afresh is due at once, or,
 * by the clock, at its first instant after it was enabled.
 *
 * @param lastEnd the end of the last window that was evaluated; 0 when there was none
 */
export const nextDue = (timing: Timing, lastEnd: number, now: number): number => {
  const { rhythm, byClock, delay } = timing;
  if (!startsAfresh(timing, lastEnd)) return rhythm.after(lastEnd + delay);
  return byClock ? rhythm.after(waitingSince(timing, now) ?? now) : now;
};

export interface PlannedRun {
  scheduledAt: number;
  window: Window;
}

export interface Plan {
  /** Windows that are left out because too many were missed. */
  gap?: { window: Window; missed: number; scheduledAt: number };
  /** The next run that is due; undefined when nothing is. */
  run?: PlannedRun;
}

const atOnce = ({ rhythm, delay }: Timing, lastEnd: number, now: number): PlannedRun => {
  const end = now - delay;
  const length = rhythm.after(now) - rhythm.atOrBefore(now);
  return { scheduledAt: now, window: { start: Math.max(lastEnd, end - length), end } };
};

/** What a monitor by the clock goes on from when it starts afresh: the instant before its first. */
const clockStart = (timing: Timing, lastEnd: number, now: number): number => {
  const { rhythm, delay } = timing;
  // Not known: it has waited for the last instant.
  const since = waitingSince(timing, now) ?? rhythm.atOrBefore(now) - 1;
  return Math.max(lastEnd, rhythm.atOrBefore(since) - delay);
};

/**
 * What to run now. Windows are contiguous by construction: each starts where the last one ended, and ends at its
 * scheduled instant less the delay, never at the wall clock.
 */
export const planRun = (timing: Timing, lastEnd: number, now: number): Plan => {
  if (!startsAfresh(timing, lastEnd)) return goOn(timing, lastEnd, now);
  return timing.byClock
    ? goOn(timing, clockStart(timing, lastEnd, now), now)
    : { run: atOnce(timing, lastEnd, now) };
};

const goOn = ({ rhythm, delay }: Timing, lastEnd: number, now: number): Plan => {
  const next = rhythm.after(lastEnd + delay);
  if (next > now) return {};
  const due = rhythm.count(next, now) + 1;
  if (due <= MAX_REPLAY) {
    return { run: { scheduledAt: next, window: { start: lastEnd, end: next - delay } } };
  }
  const resumeAt = rhythm.back(rhythm.atOrBefore(now), MAX_REPLAY - 1);
  const lastMissed = rhythm.back(resumeAt, 1);
  const gapEnd = lastMissed - delay;
  return {
    gap: {
      window: { start: lastEnd, end: gapEnd },
      missed: due - MAX_REPLAY,
      scheduledAt: lastMissed,
    },
    run: { scheduledAt: resumeAt, window: { start: gapEnd, end: resumeAt - delay } },
  };
};
