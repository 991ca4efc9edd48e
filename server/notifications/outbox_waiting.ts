import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

const TIMEOUT_MS = 5000;

/**
 * How many messages are not settled yet, on their way or not.
 *
 * @param partitions absent: all of them
 * @throws WatchkeeperError
 */
export const countWaiting = async (
  cluster: Cluster,
  partitions?: readonly number[]
): Promise<number> => {
  if (partitions?.length === 0) return 0;
  const filter = [
    ...(partitions ? [{ terms: { partition: partitions } }] : []),
    { terms: { status: ['pending', 'sending'] } },
  ];
  const { body } = await cluster.request<{ count: number }>(
    {
      method: 'POST',
      path: `/${aliasOf('outbox')}/_count`,
      // On a new cluster pages ask before the outbox is made: nothing waits then.
      query: { ignore_unavailable: true },
      body: { query: { bool: { filter } } },
    },
    { timeoutMs: TIMEOUT_MS }
  );
  return body.count;
};
