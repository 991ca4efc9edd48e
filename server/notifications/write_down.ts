import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import type { Message } from '../../common/notifications/message';
import type { Clock } from '../clock';
import type { Entry, OutboxStore } from './outbox_types';

export interface WriteDownDeps {
  store: Pick<OutboxStore, 'swap'>;
  clock: Clock;
  logger: Logger;
}

const FIRST_WAIT = 250;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/**
 * Writes what became of a claimed message. Never throws. Tries for as long as the claim lasts: once it is forgotten, the
 * message would go out again.
 *
 * @param lasts milliseconds
 */
export const writeDown = async (
  { store, clock, logger }: WriteDownDeps,
  claimed: Entry,
  message: Message,
  lasts: number
): Promise<void> => {
  const deadline = clock.monotonic() + lasts;
  for (let wait = FIRST_WAIT; ; wait *= 2) {
    try {
      if (!(await store.swap(claimed, message))) {
        logger.debug(`Message ${claimed.id} was settled already, or taken over.`);
      } else if (message.status === 'dead') {
        logger.warn(
          `Message ${claimed.id} to ${message.destination_id} is dead: ${message.reason}`
        );
      }
      return;
    } catch (error) {
      if (clock.monotonic() + wait > deadline) {
        const { id } = claimed;
        logger.error(`What became of message ${id} could not be written: ${messageOf(error)}`);
        return;
      }
      await pause(wait);
    }
  }
};
