import { rhythmOf } from '../schedule';
import type { Monitor } from '../monitor';
import type { Window } from '../run';

/** A run that would have been. */
export interface PastRun {
  window: Window;
  /** The instant that the schedule gave: the window's end and the query delay. */
  at: number;
}

/**
 * The runs whose windows ended after `from` and not after `to`: contiguous, as the scheduler plans them (`planRun`),
 * also where the clocks change.
 *
 * @param most no more than so many, the oldest; one more than a limit tells that there are more
 * @throws Error when the schedule's expression or zone is none
 */
export const pastRuns = (monitor: Monitor, from: number, to: number, most: number): PastRun[] => {
  const rhythm = rhythmOf(monitor);
  const delay = monitor.query_delay_seconds * 1000;
  const runs: PastRun[] = [];
  let start = rhythm.atOrBefore(from + delay) - delay;
  while (runs.length < most) {
    const at = rhythm.after(start + delay);
    const end = at - delay;
    if (end > to) break;
    runs.push({ window: { start, end }, at });
    start = end;
  }
  return runs;
};
