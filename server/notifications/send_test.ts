import { randomUUID } from 'node:crypto';
import { WatchkeeperError } from '../../common/errors';
import type { SendAnswer } from '../../common/notifications/api';
import { testEnd, testMessage } from '../../common/notifications/kinds/message_content';
import type { MessageContent, TestTexts } from '../../common/notifications/kinds/message_content';
import { opensByTest } from '../../common/notifications/kinds/registry';
import {
  sharedNamesOfBody,
  withSharedBody,
} from '../../common/notifications/templates/shared/destination_body';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { Wanted } from './changes';
import { sendTo } from './destinations/registry';
import type { SendOutcome } from './destinations/types';
import type { GuardedClient } from './outbound/types';
import type { CurrentTemplates } from './types';

export type SendTest = (wanted: Required<Wanted>, texts: TestTexts) => Promise<SendAnswer>;

export interface SendTestDeps {
  client: GuardedClient;
  cluster: Cluster;
  clock: Clock;
  /** Milliseconds. */
  timeLimit: number;
  /** The templates that bodies may name. */
  shared?: CurrentTemplates;
}

const closedOf = ({ result, reason, answer }: SendOutcome): SendAnswer['closed'] =>
  result === 'sent' ? { ok: true } : { ok: false, reason: reason ?? answer };

/**
 * Sends one message now, past the outbox. An incident that it opens is closed at once.
 *
 * @returns what the receiver said; its refusal is an answer
 * @throws WatchkeeperError `blocked_address`, with the remedy
 */
export const createSendTest =
  ({ client, cluster, clock, timeLimit, shared }: SendTestDeps): SendTest =>
  async ({ destination: named, secrets }, texts) => {
    if (sharedNamesOfBody(named).length > 0) await shared?.now();
    const destination = withSharedBody(named, shared?.templates());
    const content = testMessage(`test.${randomUUID()}`, texts);
    const began = clock.monotonic();
    const send = (what: MessageContent) =>
      sendTo(destination, secrets, what, { client, cluster, timeLimit, now: clock.now() });
    const outcome = await send(content);
    const took = clock.monotonic() - began;
    if (outcome.blocked) throw new WatchkeeperError('blocked_address', outcome.answer);
    const { status, answer, reason = '' } = outcome;
    const ok = outcome.result === 'sent';
    const opened = ok && opensByTest(destination.type);
    return {
      ok,
      ...(status === undefined ? {} : { status }),
      answer: answer === '' ? reason : answer,
      took,
      ...(opened ? { closed: closedOf(await send(testEnd(content))) } : {}),
    };
  };
