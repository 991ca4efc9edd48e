import { CLOSED, afterFailure, isOpen } from './circuit';
import type { Circuit } from './circuit';
import { takeToken, tokensFrom, tokensLeft } from './token_bucket';
import type { Rate, TokenBucket } from './token_bucket';

/** By which rules messages go to one destination. */
export interface SendingRules {
  /** Absent: as fast as it takes them. */
  rate?: Rate;
  /** What waits beyond the rate is merged into one message. */
  digests: boolean;
  /** Messages about the same go out one after the other, in the order of their making. */
  follows: boolean;
  /** Milliseconds for which a message is tried; absent: as configured for all. */
  timeLimit?: number;
}

export const FREE: SendingRules = { digests: false, follows: false };

/** How sending to one destination stands. Instants are milliseconds of a clock that does not go back. */
export interface Flow {
  bucket: TokenBucket;
  circuit: Circuit;
  /** It asked to be left alone until then. */
  restUntil: number;
  /** It did not take a merged message: they go out one by one until then. */
  singlesUntil: number;
}

/** Milliseconds for which a destination that failed, and to which nobody sends any more, is remembered. */
const FAILURES_KEPT = 3_600_000;

export const NEW_FLOW: Flow = { bucket: [], circuit: CLOSED, restUntil: 0, singlesUntil: 0 };

export interface Load {
  waiting: number;
  /** Attempts under way. */
  underWay: number;
  /** Of these, those that have not yet spent their token. */
  reserved: number;
  now: number;
}

export type Turn =
  /** The next may go out; as one message, so many at the most. */
  | { kind: 'send'; most: number }
  /** Nothing may before that instant. */
  | { kind: 'rest'; until: number }
  /** Nothing may before what is under way has ended. */
  | { kind: 'busy' };

/** The most messages that one message is made of. */
export const LARGEST_DIGEST = 50;

export const restsUntil = ({ restUntil, circuit }: Flow): number =>
  Math.max(restUntil, circuit.restUntil);

/** Whether, and as what, the next of those that wait may go out. */
export const nextTurn = (
  flow: Flow,
  rules: SendingRules,
  { waiting, underWay, reserved, now }: Load
): Turn => {
  const until = restsUntil(flow);
  if (now < until) return { kind: 'rest', until };
  const probing = isOpen(flow.circuit);
  if (probing && underWay > 0) return { kind: 'busy' };
  const { rate, digests, follows } = rules;
  if (!rate) return { kind: 'send', most: 1 };
  const from = tokensFrom(flow.bucket, rate, now, reserved + 1);
  // All that are left are spoken for, and come back only after they have been spent.
  if (reserved >= rate.messages) return { kind: 'busy' };
  if (from > now) return { kind: 'rest', until: from };
  const merges = digests && !follows && !probing && now >= flow.singlesUntil;
  const most = merges && waiting > rate.messages ? LARGEST_DIGEST : 1;
  return { kind: 'send', most };
};

/** So many new messages could go out at once. */
export const freeAt = (
  flow: Flow,
  { rate }: SendingRules,
  { waiting, reserved, now }: Load
): number => {
  if (now < restsUntil(flow) || isOpen(flow.circuit)) return 0;
  if (!rate) return Infinity;
  return Math.max(0, tokensLeft(flow.bucket, rate, now) - reserved - waiting);
};

export const spend = (flow: Flow, { rate }: SendingRules, now: number): Flow =>
  rate ? { ...flow, bucket: takeToken(flow.bucket, rate, now) } : flow;

/**
 * Whether it would stand no worse if what is remembered of it were forgotten, and so as new: no token is out, and it
 * asked for nothing that still holds. That it fails is kept for as long as somebody sends to it.
 */
export const canBeForgotten = (
  { bucket, circuit, restUntil, singlesUntil }: Flow,
  rate: Rate | undefined,
  { now, unused }: { now: number; unused: number }
): boolean => {
  if (Math.max(restUntil, singlesUntil, circuit.restUntil) > now) return false;
  if (rate && tokensLeft(bucket, rate, now) < rate.messages) return false;
  return !isOpen(circuit) || unused >= FAILURES_KEPT;
};

/** What one attempt came to, as far as the next ones go. */
export interface Outcome {
  result: 'sent' | 'retry' | 'parked';
  /** The receiver's status, when it answered. */
  status?: number;
  /** Milliseconds that it asked to be left alone for. */
  retryAfter?: number;
}

/** Of a merged message: its form was refused, and each of its parts may well be taken. */
export const refusesForm = ({ result, status = 0 }: Outcome): boolean =>
  result === 'parked' && [400, 413, 422].includes(status);

const SINGLES_FOR = 10 * 60_000;

export const afterAttempt = (
  flow: Flow,
  outcome: Outcome,
  { merged, ...times }: { merged: boolean; began: number; now: number; random: number }
): Flow => {
  const { result, status, retryAfter } = outcome;
  const { now } = times;
  if (result === 'retry') {
    const restUntil =
      retryAfter === undefined ? flow.restUntil : Math.max(flow.restUntil, now + retryAfter);
    return { ...flow, restUntil, circuit: afterFailure(flow.circuit, times) };
  }
  const singlesUntil = merged && refusesForm(outcome) ? now + SINGLES_FOR : flow.singlesUntil;
  // What was refused before it was sent says nothing about the destination.
  const circuit = result === 'sent' || status !== undefined ? CLOSED : flow.circuit;
  return { ...flow, singlesUntil, circuit };
};
