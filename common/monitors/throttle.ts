import type { Alert } from '../alerts/alert';
import type { Action } from './monitor';
import { UNIT_MS } from './duration';

/** Milliseconds between two messages of an action; 0 when it is not throttled. */
export const throttleMs = ({ throttle_enabled: enabled, throttle }: Action): number =>
  enabled && throttle ? throttle.value * UNIT_MS[throttle.unit] : 0;

/**
 * When an action may send again under an alert; undefined when it may now. A message that was queued is sent sooner or
 * later, so what counts is when it was queued.
 */
export const throttledUntil = (action: Action, alert: Alert, now: number): number | undefined => {
  const last = alert.action_execution_results?.find(({ action_id: id }) => id === action.id);
  const length = throttleMs(action);
  // A time to come was stamped by a clock that has been set back since: it must not hold back for ever.
  if (!last || length === 0 || last.last_execution_time > now + length) return undefined;
  const until = last.last_execution_time + length;
  return until > now ? until : undefined;
};

/** The alert's record of its actions after these have sent. */
export const afterSending = (
  { action_execution_results: before = [] }: Alert,
  actionIds: string[],
  now: number
): Alert['action_execution_results'] => [
  ...before.filter(({ action_id: id }) => !actionIds.includes(id)),
  ...actionIds.map((id) => ({ action_id: id, last_execution_time: now })),
];
