import type { Severity } from '../monitors/monitor';

/** `error` stands beside the others: a run that failed is not a condition that was true. */
export type AlertState = 'active' | 'acknowledged' | 'completed' | 'deleted' | 'error';

export const OPEN_STATES: readonly AlertState[] = ['active', 'acknowledged', 'error'];

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
  start_time: number;
  /** When it was completed or deleted. */
  end_time?: number;
  last_notification_time?: number;
  acknowledged_time?: number;
  acknowledged_by?: string;
  error_message?: string;
  /** When each action last sent under this alert, epoch milliseconds: what throttling goes by. */
  action_execution_results?: Array<{ action_id: string; last_execution_time: number }>;
  /** The end of the window that last confirmed it. */
  last_seen: number;
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
  rev: number;
}
