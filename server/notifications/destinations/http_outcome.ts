import { judgeAnswer } from '../../../common/notifications/kinds/registry';
import type { DestinationType } from '../../../common/notifications/destination';
import type { OutboundResult } from '../outbound/types';
import { redact } from './redact';
import type { SendOutcome } from './types';

/** So much of an answer is kept and shown. */
const ANSWER_LENGTH = 1000;
const LONGEST_WAIT = 60 * 60 * 1000;

/** Refusals of the moment: too early, too much, or the receiver's own trouble. */
const isPassing = (status: number): boolean =>
  status >= 500 || status === 429 || status === 408 || status === 425;

/** `Retry-After` in milliseconds from now: seconds, or a date (RFC 9110, 10.2.3). At most an hour. */
export const retryAfterMs = (value: string | undefined, now: number): number | undefined => {
  if (value === undefined) return undefined;
  const wait = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT) : undefined;
};

const parkedReason = (status: number, redirectsTo: string | undefined): string => {
  if (status >= 300 && status < 400) {
    const where = redirectsTo === undefined ? '' : ` to ${redirectsTo}`;
    return `The receiver redirects${where} (${status}). Redirects are not followed: give the final URL.`;
  }
  return `The receiver refused it (${status}).`;
};

/** A kind makes its reason from what the receiver wrote. */
const reasonOf = ({ reason }: { reason?: string }, secrets: object): { reason?: string } =>
  reason === undefined ? {} : { reason: redact(reason, secrets).slice(0, ANSWER_LENGTH) };

/** What an HTTP exchange means for the message. */
export const outcomeOf = (
  type: DestinationType,
  result: OutboundResult,
  secrets: object,
  now: number
): SendOutcome => {
  if (result.kind === 'blocked') {
    return { result: 'parked', answer: result.reason, reason: result.reason, blocked: true };
  }
  if (result.kind === 'failed') return { result: 'retry', answer: result.reason };
  const { status, redirectsTo } = result;
  // Redact before cutting: a secret that is cut in two would not be found.
  const answer = redact(result.text, secrets).slice(0, ANSWER_LENGTH);
  const answered = { status, answer };
  const judged = judgeAnswer(type, status, result.text);
  if (judged?.result === 'sent') return { ...judged, ...answered };
  const asked = retryAfterMs(result.retryAfter, now);
  if (judged) return { retryAfter: asked, ...judged, ...answered, ...reasonOf(judged, secrets) };
  if (isPassing(status)) return { result: 'retry', ...answered, retryAfter: asked };
  return { result: 'parked', ...answered, reason: parkedReason(status, redirectsTo) };
};
