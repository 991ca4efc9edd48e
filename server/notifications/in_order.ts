import type { Message } from '../../common/notifications/message';
import type { OutboxStore } from './outbox_types';

export type Order =
  | { kind: 'next' }
  /** One that was made before it is still to be sent. */
  | { kind: 'early' }
  /** One that was made after it has been sent. */
  | { kind: 'late'; reason: string };

/** Where a message stands among those about the same thing to the same destination. */
export const inOrder = async (
  store: Pick<OutboxStore, 'standing'>,
  { destination_id: destinationId, facts, created_at: made }: Message
): Promise<Order> => {
  if (!facts) return { kind: 'next' };
  const { unsettledFrom = made, sentUpTo = made } = await store.standing({
    destinationId,
    key: facts.dedup_key,
  });
  if (sentUpTo > made) {
    return { kind: 'late', reason: 'A later message about the same has been sent already.' };
  }
  return unsettledFrom < made ? { kind: 'early' } : { kind: 'next' };
};
