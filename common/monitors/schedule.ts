import { hash32 } from '../hash';
import { UNIT_MS } from './duration';
import type { Monitor, Schedule } from './monitor';
import { DEFAULT_QUERY_DELAY_SECONDS } from './monitor';
import type { Window } from './run';

/** Milliseconds between two scheduled instants. */
export const intervalMs = ({ period }: Schedule): number => period.interval * UNIT_MS[period.unit];

/** Until catch-up can be set: at most so many missed windows are replayed, the rest is recorded as a gap. */
export const MAX_REPLAY = 10;

/**
 * Where in its interval a monitor runs. Monitors that ask the same fall together, so that the search is sent once;
 * different ones are spread. Longer intervals use a coarser raster, so that batches fill.
 */
export const phaseOf = (monitor: Monitor): number => {
  const interval = intervalMs(monitor.schedule);
  const raster = interval >= 60_000 ? 5000 : 1000;
  const { indices, query } = monitor.inputs[0].search;
  const slots = Math.max(1, Math.floor(interval / raster));
  return (hash32(`${indices.join(',')}\n${query}`) % slots) * raster;
};

/** What planning needs to know of a monitor. */
export interface Timing {
  interval: number;
  phase: number;
  /** Milliseconds that a window ends before its scheduled instant. */
  delay: number;
  /** Epoch milliseconds; nothing before it is caught up. */
  enabledAt: number;
}

export const timingOf = (monitor: Monitor): Timing => ({
  interval: intervalMs(monitor.schedule),
  phase: phaseOf(monitor),
  delay: (monitor.query_delay_seconds ?? DEFAULT_QUERY_DELAY_SECONDS) * 1000,
  enabledAt: monitor.enabled_time ?? 0,
});

/** The first scheduled instant after `instant`. */
const instantAfter = ({ interval, phase }: Timing, instant: number): number =>
  Math.floor((instant - phase) / interval) * interval + interval + phase;

/** The last scheduled instant at or before `instant`. */
const instantAtOrBefore = (timing: Timing, instant: number): number =>
  instantAfter(timing, instant) - timing.interval;

/** True when there is nothing to go on from: the monitor is new, or was enabled after its last window. */
const startsAfresh = ({ enabledAt, delay }: Timing, lastEnd: number): boolean =>
  lastEnd === 0 || lastEnd < enabledAt - delay;

/**
 * The next instant at which the monitor is due, epoch milliseconds. A monitor that starts afresh is due at once.
 *
 * @param lastEnd the end of the last window that was evaluated; 0 when there was none
 */
export const nextDue = (timing: Timing, lastEnd: number, now: number): number =>
  startsAfresh(timing, lastEnd) ? now : instantAfter(timing, lastEnd + timing.delay);

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

const first = (timing: Timing, lastEnd: number, now: number): PlannedRun => {
  const end = now - timing.delay;
  return { scheduledAt: now, window: { start: Math.max(lastEnd, end - timing.interval), end } };
};

/**
 * What to run now. Windows are contiguous by construction: each starts where the last one ended, and ends at its
 * scheduled instant less the delay, never at the wall clock.
 */
export const planRun = (timing: Timing, lastEnd: number, now: number): Plan => {
  if (startsAfresh(timing, lastEnd)) return { run: first(timing, lastEnd, now) };
  const { interval, delay } = timing;
  const next = instantAfter(timing, lastEnd + delay);
  if (next > now) return {};
  const last = instantAtOrBefore(timing, now);
  const due = Math.round((last - next) / interval) + 1;
  if (due <= MAX_REPLAY) {
    return { run: { scheduledAt: next, window: { start: lastEnd, end: next - delay } } };
  }
  const missed = due - MAX_REPLAY;
  const resumeAt = next + missed * interval;
  const gapEnd = resumeAt - interval - delay;
  return {
    gap: { window: { start: lastEnd, end: gapEnd }, missed, scheduledAt: resumeAt - interval },
    run: { scheduledAt: resumeAt, window: { start: gapEnd, end: resumeAt - delay } },
  };
};
