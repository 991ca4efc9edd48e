import { UNIT_MS } from '../duration';
import type { HeartbeatInput } from '../input';
import type { HeartbeatFacts, Ping } from './pings';

/** The states of Dead Man's Snitch; `failed` is its `errored`. */
export const HEARTBEAT_STATES = ['pending', 'healthy', 'missing', 'failed', 'paused'] as const;
export type HeartbeatState = (typeof HEARTBEAT_STATES)[number];

export interface HeartbeatInquiry {
  input: HeartbeatInput;
  enabled: boolean;
  /** Epoch milliseconds; 0 when it is not known. */
  enabledAt: number;
  facts: HeartbeatFacts;
  /** The instant that is judged, epoch milliseconds. */
  now: number;
  /** Since when pings can have come in; absent: always. */
  listeningSince?: number;
}

export interface HeartbeatStanding {
  state: HeartbeatState;
  /** The last sign of life, or of failure. */
  lastPing?: number;
  /** The caller has begun at this instant, and has not ended yet. */
  startedAt?: number;
  /** When the next ping is expected. */
  expectedAt?: number;
  /** After this instant it is missing: `expectedAt` and the grace. */
  deadline?: number;
  /** It has never come, and should have by now. */
  neverCame: boolean;
  /** The silence that lasts, or the last one that ended. */
  silence?: { from: number; to: number };
}

/** After a start, Watchkeeper waits for a period, at most so long: while it was down no ping could come in. */
const LONGEST_START = 5 * UNIT_MS.MINUTES;

type Length = HeartbeatInput['heartbeat']['period'];

const lengthMs = ({ interval, unit }: Length): number => interval * UNIT_MS[unit];

export const periodOf = ({ heartbeat }: HeartbeatInput): number => lengthMs(heartbeat.period);

export const graceOf = ({ heartbeat }: HeartbeatInput): number => lengthMs(heartbeat.grace);

const lastOf = (pings: readonly Ping[]): Ping | undefined => pings[pings.length - 1];

interface Timeline {
  /** The last success or failure. */
  end?: Ping;
  /** A start after it. */
  start?: Ping;
}

const timelineOf = ({ pings }: HeartbeatFacts): Timeline => {
  const end = lastOf(pings.filter(({ kind }) => kind !== 'start'));
  const start = lastOf(pings.filter(({ kind }) => kind === 'start'));
  return {
    ...(end ? { end } : {}),
    ...(start && (!end || start.at > end.at) ? { start } : {}),
  };
};

/** The last gap between two pings that was too long. */
const endedSilence = (pings: readonly Ping[], tolerated: number): HeartbeatStanding['silence'] => {
  for (let i = pings.length - 1; i > 0; i--) {
    const [from, to] = [pings[i - 1].at, pings[i].at];
    if (to - from > tolerated) return { from, to };
  }
  return undefined;
};

/** From when to when it is waited for a ping. */
const waited = (
  { input, enabledAt }: HeartbeatInquiry,
  { end, start }: Timeline
): { expectedAt: number; deadline: number } | undefined => {
  const [period, grace] = [periodOf(input), graceOf(input)];
  // Who has begun is to end within the grace. Source: healthchecks.io.
  if (start && start.at >= enabledAt) {
    return { expectedAt: start.at, deadline: start.at + grace };
  }
  if (!end && enabledAt === 0) return undefined;
  // While it was paused nobody waited for it.
  const expectedAt = Math.max(end?.at ?? 0, enabledAt) + period;
  return { expectedAt, deadline: expectedAt + grace };
};

/** When a start of Watchkeeper lets it be known again that a ping is missing. */
const knownAt = ({ input, listeningSince }: HeartbeatInquiry): number =>
  listeningSince === undefined ? 0 : listeningSince + Math.min(periodOf(input), LONGEST_START);

/**
 * How a heartbeat is at an instant. It is missing when the last ping is older than period and grace: up to and with that
 * instant it is healthy. One that was never pinged is pending, however long: whoever sets it up first has to get round
 * to calling it. Source of the states: Dead Man's Snitch, healthchecks.io.
 */
export const heartbeatStanding = (inquiry: HeartbeatInquiry): HeartbeatStanding => {
  const { input, enabled, enabledAt, facts, now } = inquiry;
  const timeline = timelineOf(facts);
  const { end, start } = timeline;
  const wait = waited(inquiry, timeline);
  const isLate = wait !== undefined && now > wait.deadline && now > knownAt(inquiry);
  const last = lastOf(facts.pings);
  const isMissing = isLate && last !== undefined;
  const silence = isMissing
    ? { from: last.at, to: now }
    : endedSilence(facts.pings, periodOf(input) + graceOf(input));
  const stateNow = (): HeartbeatState => {
    if (!enabled) return 'paused';
    if (isMissing) return 'missing';
    // To have begun again is no success yet.
    if (end?.kind === 'fail') return 'failed';
    return last !== undefined && last.at >= enabledAt ? 'healthy' : 'pending';
  };
  return {
    state: stateNow(),
    ...(end ? { lastPing: end.at } : {}),
    ...(start ? { startedAt: start.at } : {}),
    ...(wait && enabled ? wait : {}),
    neverCame: enabled && last === undefined && isLate,
    ...(silence ? { silence } : {}),
  };
};
