import type { Severity } from '../monitors/trigger';
import type { GroupField } from '../monitors/verdict';

export const ALERT_STATES = [
  /** The condition is true, but not yet for as long as the trigger demands. */
  'pending',
  'active',
  /** Somebody has seen it: its actions are held back. */
  'acknowledged',
  /** There was nothing to judge. */
  'no_data',
  /** Stands beside the others: a run that failed is not a condition that was true. */
  'error',
  'completed',
  /** It was pending, and never became active. */
  'cancelled',
  /** Its monitor or trigger is gone. */
  'deleted',
] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const OPEN_STATES = ['pending', 'active', 'acknowledged', 'no_data', 'error'] as const;
export const PAST_STATES = ['completed', 'cancelled', 'deleted'] as const;

const PAST: ReadonlySet<AlertState> = new Set(PAST_STATES);
export const isPast = (state: AlertState): boolean => PAST.has(state);

/** What an action did under an alert: what throttling goes by. Epoch milliseconds. */
export interface ActionRecord {
  action_id: string;
  last_execution_time: number;
  /** The end of the window of that run. */
  window_end?: number;
  /** Messages held back since. */
  throttled_count?: number;
  /** The destinations that this action has told: those that keep an incident must hear of the end. */
  told?: readonly string[];
  /** They were told of all alerts of the trigger together. */
  whole?: boolean;
  /** The severity has risen since: what was sent before does not throttle. */
  released?: boolean;
}

/**
 * An alert, as it is stored and shown. Field names follow OpenSearch Alerting's alert document. Instants are epoch
 * milliseconds.
 */
export interface Alert {
  /** `<monitor>.<revision>.<ordinal>` of the commit that opened it: unique, and the same when projected again. */
  id: string;
  monitor_id: string;
  monitor_name: string;
  /** Empty for the error alert of a whole monitor. */
  trigger_id: string;
  trigger_name: string;
  severity: Severity;
  state: AlertState;
  /** Which group it is about; absent where the trigger judges one thing only. */
  group_key?: string;
  group?: readonly GroupField[];
  start_time: number;
  /** When it became active. */
  active_time?: number;
  /** When it was completed, cancelled or deleted. */
  end_time?: number;
  last_notification_time?: number;
  acknowledged_time?: number;
  acknowledged_by?: string;
  acknowledged_comment?: string;
  /** When the acknowledgement ends by itself. */
  acknowledged_until?: number;
  error_message?: string;
  action_execution_results?: readonly ActionRecord[];
  /** The end of the first window that found it, and of the last that confirmed it. */
  first_seen?: number;
  last_seen: number;
  /** The end of the first window of a row in which the condition was not true; absent while it is. */
  false_since?: number;
  /** What the condition came to last; the number behind it, and its extreme. */
  value?: string;
  measure?: number;
  peak?: number;
  /** It changes too often to say that it has ended. */
  flapping?: boolean;
  /** It stays until somebody acknowledges it. */
  lasting?: boolean;
  /** There was nothing to judge. Kept beside the state, which an acknowledgement changes. */
  no_data?: boolean;
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
  /** Of the monitor, as they were when the alert opened. Older alerts have none. */
  tags?: readonly string[];
  owner?: string;
  finding_ids?: readonly string[];
  related_doc_ids?: readonly string[];
  /** Runs in a row that failed, of an error; and whether somebody was told. */
  failures?: number;
  told?: boolean;
  /** The revision of the monitor's state that wrote this version. */
  rev: number;
}

/** One change in an alert's life. Create-only. */
export interface AlertEvent {
  id: string;
  alert_id: string;
  monitor_id: string;
  trigger_id: string;
  at: number;
  from: AlertState | null;
  to: AlertState;
  /** Who did it, when a person did. */
  by?: string;
  reason?: string;
  /** Something that somebody wrote; the state stays. */
  comment?: string;
  rev: number;
}
