import type { Alert, AlertEvent } from '../alerts/alert';
import type { MessageIntent } from '../notifications/message';

/** What one commit changes elsewhere: projected after the commit, and again after a crash. */
export interface Delta {
  rev: number;
  /** The instant of the commit, epoch milliseconds. */
  at: number;
  alerts: Alert[];
  events: AlertEvent[];
  messages: MessageIntent[];
}

/** The delta of a commit: within the state, or, when large, in create-only chunk documents that stand before it. */
export type Pending =
  { kind: 'inline'; delta: Delta } | { kind: 'chunked'; rev: number; at: number; chunks: number };

/** The committed state of a monitor. Written only on change, by compare-and-swap: this is the fence (design 5). */
export interface MonitorState {
  monitor_id: string;
  partition: number;
  rev: number;
  /** The end of the last window that this state knows of. A later tick block may know more. */
  window_end: number;
  /** Open alerts only. */
  alerts: Alert[];
  pending: Pending | null;
}

export const emptyState = (monitorId: string, partition: number): MonitorState => ({
  monitor_id: monitorId,
  partition,
  rev: 0,
  window_end: 0,
  alerts: [],
  pending: null,
});
