import type { Destination } from '../../common/notifications/destination';
import { endsIncident, incidentAction } from '../../common/notifications/kinds/incident';
import { whyPassedOver } from '../../common/notifications/kinds/registry';
import type { Message } from '../../common/notifications/message';
import type { Clock } from '../clock';
import type { OutboxStore } from './outbox_types';
import { suppress } from './settle';

interface HeldBackDeps {
  store: Pick<OutboxStore, 'lastSaid'>;
  clock: Pick<Clock, 'now'>;
}

/** A mute silences news. An incident that its receiver was told of before would stay open for ever. */
const isEnd = async (
  { store }: HeldBackDeps,
  { facts, destination_id: destinationId }: Message
): Promise<boolean> => {
  if (!facts || incidentAction(facts.event) !== 'resolve') return false;
  const lastSaid = await store.lastSaid({ destinationId, key: facts.dedup_key });
  return endsIncident(facts.event, lastSaid);
};

/**
 * What is not sent to its destination, suppressed; undefined for a message that is.
 *
 * @param follows whether the destination keeps an incident
 */
export const heldBack = async (
  deps: HeldBackDeps,
  message: Message,
  destination: Destination,
  follows: boolean
): Promise<Message | undefined> => {
  const now = deps.clock.now();
  if (destination.muted && !(follows && (await isEnd(deps, message)))) {
    return suppress(message, `The destination "${destination.name}" is muted.`, now);
  }
  // The kind has a reason, such as that a ping is late.
  const reason = whyPassedOver(destination, message, now);
  return reason === undefined ? undefined : suppress(message, reason, now);
};
