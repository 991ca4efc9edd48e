import { API_BASE } from '../../plugin';
import type { Ping } from './pings';
import type { HeartbeatState } from './standing';

export const HEARTBEATS_PATH = `${API_BASE}/heartbeats`;

/** Where callers ping; the token goes in a header, or behind it. */
export const PING_PATH = `${HEARTBEATS_PATH}/ping`;

/** `GET /heartbeats/{id}`. Instants are epoch milliseconds. */
export interface HeartbeatRecord {
  state: HeartbeatState;
  /** Absent where it has none yet: one that was imported, for instance. */
  token?: { made_at: number; made_by?: string };
  last_ping?: number;
  started_at?: number;
  expected_at?: number;
  deadline?: number;
  /** Of the silence that lasts, or the last that has ended. */
  silence?: { from: number; to: number };
  /** The newest, oldest first. */
  pings: readonly Ping[];
  message?: { at: number; text: string };
}

/** `POST /heartbeats/{id}/_token`: the token, which is never shown again. */
export interface MadeToken {
  token: string;
}
