import type { ActionRecord, Alert, AlertEvent } from '../alerts/alert';
import type { Track } from '../alerts/track';
import type { Finding } from '../findings/finding';
import type { MessageIntent } from '../notifications/message';
import type { RunRow } from './run';

/** What one commit changes elsewhere: projected after the commit, and again after a crash. */
export interface Delta {
  rev: number;
  /** The instant of the commit, epoch milliseconds. */
  at: number;
  alerts: Alert[];
  events: AlertEvent[];
  messages: MessageIntent[];
  findings?: Finding[];
}

/** The delta of a commit: within the state, or, when large, in create-only chunk documents that stand before it. */
export type Pending =
  | { kind: 'inline'; delta: Delta }
  /** `nonce` tells the chunks of this attempt from those of one that lost its compare-and-swap. */
  | { kind: 'chunked'; rev: number; at: number; nonce: string; chunks: number };

/** The committed state of a monitor. Written only on change, by compare-and-swap: this is the fence (design 5). */
export interface MonitorState {
  monitor_id: string;
  partition: number;
  rev: number;
  /** The end of the last window that this state knows of. A later tick block may know more. */
  window_end: number;
  /** The run that made the last commit: its row may not have reached a tick block before a crash. */
  last_run?: RunRow;
  /** Runs before it that were idle, and of which no tick block was known to be written: the newest, oldest first. */
  unlogged_runs?: RunRow[];
  /** Open alerts only. */
  alerts: Alert[];
  pending: Pending | null;
  /** What the last runs said, by trigger and then by group, where a trigger asks for more than the last. */
  tracks?: Record<string, Record<string, Track>>;
  /** Of actions that are throttled over all alerts of their trigger: by `throttleKey`. */
  throttles?: Record<string, ActionRecord>;
  /** Runs in a row that failed. */
  failures?: number;
  /** What a type of monitor remembers from run to run, such as how far it has read. Plain JSON, read by that type. */
  memory?: unknown;
  /**
   * When its monitor was deleted, epoch milliseconds. The state stays for a while, without alerts: a run that was under
   * way meets it when it commits, and loses.
   */
  ended?: number;
}

export const emptyState = (monitorId: string, partition: number): MonitorState => ({
  monitor_id: monitorId,
  partition,
  rev: 0,
  window_end: 0,
  alerts: [],
  pending: null,
});
