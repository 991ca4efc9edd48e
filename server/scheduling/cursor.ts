import { isAhead } from '../../common/monitors/clock_ahead';
import type { RunRow, Window } from '../../common/monitors/run';
import type { Timing } from '../../common/monitors/schedule';

/** How far a monitor's windows have come. Instants are epoch milliseconds. */
export interface Cursor {
  /** The end of the last window that was tried: the schedule goes on from here. 0: none was. */
  end: number;
  /** The start of what was tried and could not be evaluated: the next window reaches back to it. */
  open?: number;
}

export const NO_CURSOR: Cursor = { end: 0 };

/** Where a run leaves its monitor. A query that failed has evaluated nothing. */
export const cursorAfter = ({ window, problem }: Pick<RunRow, 'window' | 'problem'>): Cursor =>
  problem ? { end: window.end, open: window.start } : { end: window.end };

/** The cursor to plan from. One that is ahead counts for nothing: it would stall its monitor until the clock is there. */
export const believable = (cursor: Cursor, now: number): Cursor =>
  isAhead(cursor.end, now) ? NO_CURSOR : cursor;

/** The timing to plan by: an instant of enabling that is still to come was stamped by another clock. */
export const believableTiming = (timing: Timing, now: number): Timing =>
  timing.enabledAt > now ? { ...timing, enabledAt: 0 } : timing;

/** A window that takes along what could not be evaluated before it, as far as missed windows are replayed. */
export const reachingBack = (
  window: Window,
  { open }: Cursor,
  { catchUp: { most } }: Pick<Timing, 'catchUp'>,
  windows = 1
): Window => {
  if (open === undefined || open >= window.start) return window;
  const reach = (most * (window.end - window.start)) / windows;
  return { ...window, start: Math.max(open, window.end - reach) };
};
