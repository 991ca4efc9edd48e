import type { Message } from '../../common/notifications/message';
import type { Making, OutboxStore } from './outbox_types';

export type Order =
  | { kind: 'next' }
  /** One that was made before it is still to be sent. */
  | { kind: 'early' }
  /** One that was made after it has been sent. */
  | { kind: 'late'; reason: string };

const isBefore = (a: Making, b: Making): boolean =>
  a.created_at < b.created_at || (a.created_at === b.created_at && a.rev < b.rev);

/** Where a message stands among those about the same thing to the same destination. */
export const inOrder = async (
  store: Pick<OutboxStore, 'standing'>,
  message: Message
): Promise<Order> => {
  const { destination_id: destinationId, facts } = message;
  if (!facts) return { kind: 'next' };
  const { unsettledFrom = message, sentUpTo = message } = await store.standing({
    destinationId,
    key: facts.dedup_key,
  });
  if (isBefore(message, sentUpTo)) {
    return { kind: 'late', reason: 'A later message about the same has been sent already.' };
  }
  return isBefore(unsettledFrom, message) ? { kind: 'early' } : { kind: 'next' };
};
