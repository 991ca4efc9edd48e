import type { AlertState } from './alert';

/**
 * The one state machine of alerts: for one trigger and one group of it. Pure; its table in `docs/monitors.md` is drawn
 * from this function.
 */

/** Where a group stands: an open alert's state, or none. An alert of missing data is `active` here. */
export type GroupState = 'none' | Extract<AlertState, 'pending' | 'active' | 'acknowledged'>;
export const GROUP_STATES: readonly GroupState[] = ['none', 'pending', 'active', 'acknowledged'];

/** What a run says of a group, after the trigger's policies of occurrences, flapping and recovery. */
export type Signal =
  /** The condition is true, often enough. */
  | 'true'
  /** It is false, and nothing keeps the alert from ending. */
  | 'false'
  /** It is false, but an alert must not end: it flaps, or its recovery condition is not true yet. */
  | 'held';
export const SIGNALS: readonly Signal[] = ['true', 'false', 'held'];

export interface Timers {
  /** The condition has been true for as long as `for` demands. */
  dueFor: boolean;
  /** It has been false for as long as `keep_firing_for` demands. */
  keptFor: boolean;
  /** The acknowledgement has ended by itself, or the severity has risen since. */
  unacknowledged: boolean;
}

/** Where the group goes. `completed` and `cancelled` are the ends of an alert: from there it is `none`. */
export type NextState = GroupState | 'completed' | 'cancelled';

const whileTrue = (state: GroupState, { dueFor, unacknowledged }: Timers): NextState => {
  switch (state) {
    case 'none':
    case 'pending':
      return dueFor ? 'active' : 'pending';
    case 'active':
      return 'active';
    case 'acknowledged':
      return unacknowledged ? 'active' : 'acknowledged';
  }
};

const whileFalse = (state: GroupState, { keptFor, unacknowledged }: Timers): NextState => {
  switch (state) {
    case 'none':
      return 'none';
    case 'pending':
      return 'cancelled';
    case 'active':
      return keptFor ? 'completed' : 'active';
    case 'acknowledged':
      if (keptFor) return 'completed';
      return unacknowledged ? 'active' : 'acknowledged';
  }
};

export const nextState = (state: GroupState, signal: Signal, timers: Timers): NextState => {
  if (signal === 'true') return whileTrue(state, timers);
  // What keeps an alert from ending does not make one begin: `for` asks for the condition itself.
  return whileFalse(state, signal === 'held' ? { ...timers, keptFor: false } : timers);
};
