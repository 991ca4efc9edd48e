import type { DeliveryAttempt, Message } from '../../common/notifications/message';
import type { SendOutcome } from './destinations/types';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 10 * 60_000;
/** The newest attempts that a message keeps. */
const ATTEMPTS_KEPT = 20;

/**
 * Milliseconds until the next attempt: doubling from 2 s to 10 min, of which the second half is chance, so that what
 * failed together does not come back together.
 *
 * @param failures attempts that have failed so far, from 1
 * @param random from 0 to 1
 */
export const backoff = (failures: number, random: number): number => {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 30));
  return Math.round(wait * (0.5 + random / 2));
};

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

const minutes = (milliseconds: number): string => `${Math.round(milliseconds / 60_000)} min`;

/**
 * The message after an attempt: sent; pending, with the instant of the next attempt; or dead, with the reason.
 *
 * @param timeLimit milliseconds from the message's making after which no new attempt begins
 */
export const settle = (
  claimed: Message,
  outcome: SendOutcome,
  { at, took }: AttemptTimes,
  timeLimit: number,
  random: number
): Message => {
  const ok = outcome.result === 'sent';
  const { status, answer, reason } = outcome;
  const attempt = { at, took, ok, answer, ...(status === undefined ? {} : { status }) };
  const message = unclaimed(withAttempt(claimed, attempt));
  const now = at + took;
  if (ok) return { ...message, status: 'sent', finished_at: now };
  if (outcome.result === 'parked') return bury(message, reason ?? answer, now);
  const wait = Math.max(backoff(message.attempts.length, random), outcome.retryAfter ?? 0);
  const next = now + wait;
  if (next <= message.created_at + timeLimit) return release(message, next);
  const last = answer === '' ? `it answered ${status}` : answer;
  return bury(
    message,
    `Given up after ${minutes(now - message.created_at)} of trying. The last time: ${last}`,
    now
  );
};
