import { isAhead } from './clock_ahead';
import type { Window } from './run';
import type { MonitorState } from './state';

/**
 * Whether a commit has seen this window already: it must not be counted twice. A run that changed nothing made no
 * commit; to step its window again changes nothing again.
 *
 * @param now epoch milliseconds
 */
export const isReplay = (
  { window_end: seen }: Pick<MonitorState, 'window_end'>,
  { end }: Window,
  now: number
): boolean => seen > 0 && end <= seen && !isAhead(seen, now);
