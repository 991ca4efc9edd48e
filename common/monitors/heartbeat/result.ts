import { durationText } from '../../notifications/texts/amounts';
import type { HeartbeatFacts } from './pings';
import type { HeartbeatStanding, HeartbeatState } from './standing';

/** The condition of a new heartbeat. */
export const DEFAULT_HEARTBEAT_CONDITION =
  'ctx.results[0].state == "missing" || ctx.results[0].state == "failed"';

/** `ctx.results[0]` of a heartbeat. */
export interface HeartbeatResult {
  state: HeartbeatState;
  /** ISO 8601; null before the first. */
  last_ping: string | null;
  /** When the next one is expected, and after when it is missing. */
  expected_at: string | null;
  deadline: string | null;
  /** Whether it has begun and not ended yet. */
  started: boolean;
  /** Of the silence that lasts, or of the last one that has ended: seconds, and in words. 0 and empty for none. */
  silent_seconds: number;
  silent_for: string;
  /** What the caller said last; empty for nothing. */
  message: string;
}

/** What conditions can name before there is an answer. */
export const HEARTBEAT_SKELETON: HeartbeatResult = {
  state: 'pending',
  last_ping: '',
  expected_at: '',
  deadline: '',
  started: false,
  silent_seconds: 0,
  silent_for: '',
  message: '',
};

const iso = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

export const heartbeatResult = (
  { state, lastPing, expectedAt, deadline, startedAt, silence }: HeartbeatStanding,
  { message }: HeartbeatFacts
): HeartbeatResult => {
  const seconds = silence ? Math.round((silence.to - silence.from) / 1000) : 0;
  return {
    state,
    last_ping: iso(lastPing),
    expected_at: iso(expectedAt),
    deadline: iso(deadline),
    started: startedAt !== undefined,
    silent_seconds: seconds,
    silent_for: seconds > 0 ? durationText(seconds * 1000) : '',
    message: message?.text ?? '',
  };
};
