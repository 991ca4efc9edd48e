import { randomUUID } from 'node:crypto';
import { WatchkeeperError } from '../../common/errors';
import type { SendAnswer } from '../../common/notifications/api';
import { SAMPLE_CONTENT } from '../../common/notifications/destination';
import type { Clock } from '../clock';
import type { Wanted } from './changes';
import { sendTo } from './destinations/registry';
import type { GuardedClient } from './outbound/types';

export interface TestTexts {
  subject?: string;
  message?: string;
}

export type SendTest = (wanted: Required<Wanted>, texts: TestTexts) => Promise<SendAnswer>;

/**
 * Sends one message now, past the outbox.
 *
 * @param timeLimit milliseconds
 * @returns what the receiver said; its refusal is an answer
 * @throws WatchkeeperError `blocked_address`, with the remedy
 */
export const createSendTest =
  (client: GuardedClient, clock: Clock, timeLimit: number): SendTest =>
  async ({ destination, secrets }, texts) => {
    const { subject = SAMPLE_CONTENT.subject, message = SAMPLE_CONTENT.message } = texts;
    const content = { ...SAMPLE_CONTENT, id: `test.${randomUUID()}`, subject, message };
    const began = clock.monotonic();
    const now = clock.now();
    const outcome = await sendTo(destination, secrets, content, { client, timeLimit, now });
    const took = clock.monotonic() - began;
    if (outcome.blocked) throw new WatchkeeperError('blocked_address', outcome.answer);
    const { status, answer, reason = '' } = outcome;
    return {
      ok: outcome.result === 'sent',
      ...(status === undefined ? {} : { status }),
      answer: answer === '' ? reason : answer,
      took,
    };
  };
