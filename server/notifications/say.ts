import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import type { Message } from '../../common/notifications/message';
import { TemplateError } from '../../common/notifications/templates/template';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import { sendTo } from './destinations/registry';
import type { SendOutcome } from './destinations/types';
import type { GuardedClient } from './outbound/types';
import type { OutboxStore } from './outbox_types';
import type { Target } from './types';

export type ReadyTarget = Extract<Target, { kind: 'ready' }>;

export interface SayDeps {
  store: Pick<OutboxStore, 'lastReceiver'>;
  client: GuardedClient;
  cluster?: Cluster;
  clock: Clock;
  logger: Logger;
}

/** Says it once, now. Never throws. */
export const say = async (
  { store, client, cluster, clock, logger }: SayDeps,
  message: Message,
  { destination, secrets }: ReadyTarget,
  timeLimit: number
): Promise<SendOutcome> => {
  const { facts, destination_id: destinationId } = message;
  const about = facts && { destinationId, key: facts.dedup_key };
  try {
    return await sendTo(destination, secrets, message, {
      ...{ client, cluster, timeLimit, now: clock.now() },
      ...(about ? { previous: () => store.lastReceiver(about) } : {}),
    });
  } catch (error) {
    // Before anything went out: the next attempt would end in the same way.
    logger.error(`Message ${message.id} could not be put together: ${messageOf(error)}`);
    const why = error instanceof TemplateError ? error.message : 'The log says why.';
    return { result: 'parked', answer: `The message could not be put together. ${why}` };
  }
};
