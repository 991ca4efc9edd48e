import type { DeliveryAttempt, Message } from '../../common/notifications/message';
import { backoff } from '../../common/notifications/flow/backoff';
import type { SendOutcome } from './destinations/types';

/** The newest attempts that a message keeps. */
const ATTEMPTS_KEPT = 20;

/** A claim is over: what it was for, with the attempts so far. */
const unclaimed = ({ claimed_by: _by, claim_expires_at: _until, ...message }: Message): Message =>
  message;

/** A message that is somebody's to send now. */
export const claim = (message: Message, by: string, until: number): Message => ({
  ...message,
  status: 'sending',
  claimed_by: by,
  claim_expires_at: until,
});

/** Given back without an attempt. */
export const release = (message: Message, nextAttemptAt: number): Message => ({
  ...unclaimed(message),
  status: 'pending',
  next_attempt_at: nextAttemptAt,
});

export const withAttempt = (message: Message, attempt: DeliveryAttempt): Message => ({
  ...message,
  attempts: [...message.attempts, attempt].slice(-ATTEMPTS_KEPT),
});

/** It cannot be sent: no attempt was made. */
export const bury = (message: Message, reason: string, now: number): Message => ({
  ...unclaimed(message),
  status: 'dead',
  reason,
  finished_at: now,
});

const withoutEnd = ({
  reason: _reason,
  finished_at: _at,
  digest_id: _digest,
  ...message
}: Message): Message => message;

/** A dead one waits for its first attempt again; those that it has had are kept. */
export const resent = (message: Message, now: number): Message => ({
  ...withoutEnd(unclaimed(message)),
  status: 'pending',
  next_attempt_at: now,
  tried_since: now,
});

export interface AttemptTimes {
  /** Epoch milliseconds at which the attempt began. */
  at: number;
  /** Milliseconds. */
  took: number;
}

/** How long a message may be tried. */
export interface Lifetime {
  /** Milliseconds after which no new attempt begins. */
  limit: number;
  /** Of the milliseconds between two instants, those in which everything was paused: they do not count. */
  paused(from: number, to: number): number;
}

type Aging = Pick<Message, 'created_at' | 'tried_since'>;

/** Milliseconds that a message has been tried for. */
export const ageOf = (
  { created_at: made, tried_since: from = made }: Aging,
  { paused }: Pick<Lifetime, 'paused'>,
  now: number
): number => now - from - paused(from, now);

const minutes = (milliseconds: number): string => `${Math.round(milliseconds / 60_000)} min`;

/** Attempts that have failed since it was sent (again). */
const failuresOf = ({ attempts, tried_since: from = 0 }: Message): number =>
  attempts.filter(({ at, ok }) => !ok && at >= from).length;

const withReceiver = (message: Message, { receiver }: SendOutcome): Message =>
  receiver ? { ...message, receiver } : message;

/** The message after an attempt: sent; pending, with the instant of the next attempt; or dead, with the reason. */
export const settle = (
  claimed: Message,
  outcome: SendOutcome,
  { at, took }: AttemptTimes,
  lifetime: Lifetime,
  random: number
): Message => {
  const ok = outcome.result === 'sent';
  const { status, answer, reason } = outcome;
  const attempt = { at, took, ok, answer, ...(status === undefined ? {} : { status }) };
  const message = unclaimed(withAttempt(claimed, attempt));
  const now = at + took;
  if (ok) return { ...withReceiver(message, outcome), status: 'sent', finished_at: now };
  if (outcome.result === 'parked') return bury(message, reason ?? answer, now);
  const wait = Math.max(backoff(failuresOf(message), random), outcome.retryAfter ?? 0);
  const age = ageOf(message, lifetime, now);
  if (age + wait <= lifetime.limit) return release(message, now + wait);
  const last = (reason ?? answer) || `it answered ${status}`;
  return bury(message, `Given up after ${minutes(age)} of trying. The last time: ${last}`, now);
};

/** It waited for a destination that failed all the while, and was not tried itself any more. */
export const expire = (message: Message, lifetime: Lifetime, now: number): Message => {
  const { answer = '' } = message.attempts.at(-1) ?? {};
  const last = answer === '' ? '' : ` The last time: ${answer}`;
  const waited = minutes(ageOf(message, lifetime, now));
  return bury(message, `Given up after ${waited}: the destination failed all along.${last}`, now);
};

/** It is not sent, for a reason. */
export const suppress = (message: Message, reason: string, now: number): Message => ({
  ...unclaimed(message),
  status: 'suppressed',
  reason,
  finished_at: now,
});
