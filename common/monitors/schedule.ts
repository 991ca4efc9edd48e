import { hash32 } from '../hash';
import { UNIT_MS } from './duration';
import { DEFAULT_QUERY_DELAY_SECONDS, isCron, isSearchMonitor } from './monitor';
import type { CatchUp, Monitor, PeriodSchedule, Schedule } from './monitor';
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

/** Without a policy, at most so many missed windows are replayed; the rest is recorded as a gap. */
export const MAX_REPLAY = 10;

/** What a monitor asks, as text. */
const questionOf = (monitor: Monitor): string => {
  if (!isSearchMonitor(monitor)) return JSON.stringify(monitor.inputs);
  const { indices, query } = monitor.inputs[0].search;
  return `${indices.join(',')}\n${query}`;
};

/**
 * Where in its interval a monitor runs. Monitors that ask the same fall together, so that the search is sent once;
 * different ones are spread. Longer intervals use a coarser raster, so that batches fill.
 */
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
  catchUp: Required<CatchUp>;
}

const catchUpOf = ({ catch_up: catchUp }: Monitor): Required<CatchUp> => {
  const { policy = 'replay', most = MAX_REPLAY } = catchUp ?? {};
  return { policy, most: policy === 'skip' ? 1 : most };
};

export const timingOf = (monitor: Monitor): Timing => ({
  rhythm: rhythmOf(monitor),
  byClock: isCron(monitor.schedule),
  delay: (monitor.query_delay_seconds ?? DEFAULT_QUERY_DELAY_SECONDS) * 1000,
  enabledAt: monitor.enabled_time ?? 0,
  catchUp: catchUpOf(monitor),
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
  /** How many scheduled windows it stands for, where that is more than one. */
  windows?: number;
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

const goOn = ({ rhythm, delay, catchUp }: Timing, lastEnd: number, now: number): Plan => {
  const { policy, most } = catchUp;
  const next = rhythm.after(lastEnd + delay);
  if (next > now) return {};
  const due = rhythm.count(next, now) + 1;
  const newest = rhythm.atOrBefore(now);
  const kept = Math.min(due, most);
  const first = due === kept ? next : rhythm.back(newest, kept - 1);
  const lastMissed = rhythm.back(first, 1);
  const start = due === kept ? lastEnd : lastMissed - delay;
  const scheduledAt = policy === 'coalesce' ? newest : first;
  const windows = policy === 'coalesce' && kept > 1 ? { windows: kept } : {};
  const run = { scheduledAt, window: { start, end: scheduledAt - delay }, ...windows };
  if (due === kept) return { run };
  const window = { start: lastEnd, end: start };
  return { gap: { window, missed: due - kept, scheduledAt: lastMissed }, run };
};

/** Runs in a row that may fail before a monitor is asked less often. */
const FAILURES_BORNE = 3;
/** Every eighth window at least, and every quarter of an hour: it should be known soon that a monitor works again. */
const MOST_DOUBLINGS = 3;
const LONGEST_BACK_OFF = 15 * UNIT_MS.MINUTES;

/**
 * Milliseconds that a monitor that fails again and again waits beyond its schedule: doubling from its interval to
 * eight of them, 15 minutes at the most. It is never given up.
 *
 * @param failures runs in a row that failed
 * @param interval between two scheduled instants, milliseconds
 */
export const backOffMs = (failures: number, interval: number): number =>
  failures <= FAILURES_BORNE
    ? 0
    : Math.min(
        interval * (2 ** Math.min(failures - FAILURES_BORNE, MOST_DOUBLINGS) - 1),
        LONGEST_BACK_OFF
      );

/** What came due while a failing monitor waited is one window, and not one failure more for each. */
export const whileFailing = (timing: Timing): Timing => ({
  ...timing,
  catchUp: { ...timing.catchUp, policy: 'coalesce' },
});
