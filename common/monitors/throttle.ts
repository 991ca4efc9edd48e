import type { ActionRecord } from '../alerts/alert';
import type { Action } from './action';
import { durationMs } from './duration';
import { triggersOf } from './monitor';
import type { Monitor } from './monitor';
import type { Trigger } from './trigger';

/** Milliseconds between two messages of an action; 0 when it is not throttled. */
export const throttleMs = ({ throttle_enabled: enabled, throttle }: Action): number =>
  enabled ? durationMs(throttle) : 0;

/** Whether an action tells of all alerts of its trigger together, so that they are one matter. */
export const isOfWhole = ({
  action_execution_policy: policy,
}: Pick<Action, 'action_execution_policy'>): boolean =>
  policy?.action_execution_scope.per_execution !== undefined;

/**
 * Whether an action is throttled for all alerts of its trigger together. One that sends once a run has no alert to go
 * by.
 */
export const isThrottledAsWhole = (action: Action): boolean =>
  action.throttle?.scope === 'action' || isOfWhole(action);

export interface RunInstants {
  /** The instant of the commit. */
  now: number;
  /** The end of the window. */
  windowEnd: number;
}

/**
 * When an action may send again; undefined when it may now. Measured from window to window, so that a run that is late
 * by a moment is not held back for another interval; by the clock where the record is of an older version. A message
 * that was queued is sent sooner or later, so what counts is when it was queued.
 */
export const throttledUntil = (
  action: Action,
  last: ActionRecord | undefined,
  { now, windowEnd }: RunInstants
): number | undefined => {
  const length = throttleMs(action);
  if (!last || last.released || length === 0) return undefined;
  const [before, at] =
    last.window_end === undefined ? [last.last_execution_time, now] : [last.window_end, windowEnd];
  // A time to come was stamped by a clock that has been set back since: it must not hold back for ever.
  if (before > at + length) return undefined;
  return before + length > at ? before + length : undefined;
};

export const recordOf = (
  records: readonly ActionRecord[] | undefined,
  actionId: string
): ActionRecord | undefined => records?.find(({ action_id: id }) => id === actionId);

export const withRecord = (
  records: readonly ActionRecord[] | undefined,
  record: ActionRecord
): readonly ActionRecord[] => [
  ...(records ?? []).filter(({ action_id: id }) => id !== record.action_id),
  record,
];

const withTold = (told: readonly string[] = [], destinationId: string): readonly string[] =>
  told.includes(destinationId) ? told : [...told, destinationId];

/** @param before the action's last record */
export const sentRecord = (
  action: Pick<Action, 'id' | 'destination_id' | 'action_execution_policy'>,
  { now, windowEnd }: RunInstants,
  before?: ActionRecord
): ActionRecord => ({
  action_id: action.id,
  last_execution_time: now,
  window_end: windowEnd,
  told: withTold(before?.told, action.destination_id),
  ...(isOfWhole(action) ? { whole: true } : {}),
});

/** What was sent does not throttle any more; who was told is still known. */
export const releasedRecords = (
  records: readonly ActionRecord[] | undefined
): readonly ActionRecord[] | undefined => records?.map((record) => ({ ...record, released: true }));

export const heldRecord = (record: ActionRecord): ActionRecord => ({
  ...record,
  throttled_count: (record.throttled_count ?? 0) + 1,
});

/** The name of an action's throttle over all alerts of its trigger. */
export const throttleKey = ({ id }: Pick<Trigger, 'id'>, action: Pick<Action, 'id'>): string =>
  `${encodeURIComponent(id)}/${encodeURIComponent(action.id)}`;

export const idsOfThrottleKey = (key: string): { triggerId: string; actionId: string } => {
  const [triggerId = '', actionId = ''] = key.split('/').map(decodeURIComponent);
  return { triggerId, actionId };
};

type Throttles = Readonly<Record<string, ActionRecord>>;

/** The throttles of actions that are still there; undefined where that is all of them. */
export const currentThrottles = (
  throttles: Throttles,
  monitor: Monitor
): Record<string, ActionRecord> | undefined => {
  const known = Object.entries(throttles);
  if (known.length === 0) return undefined;
  const keys = new Set(
    triggersOf(monitor).flatMap((trigger) =>
      trigger.actions.map((action) => throttleKey(trigger, action))
    )
  );
  const current = known.filter(([key]) => keys.has(key));
  return current.length === known.length ? undefined : Object.fromEntries(current);
};
