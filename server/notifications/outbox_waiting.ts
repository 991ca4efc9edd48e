import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

const TIMEOUT_MS = 5000;

/**
 * How many messages of these partitions are not settled yet, on their way or not.
 *
 * @throws WatchkeeperError
 */
export const countWaiting = async (
  cluster: Cluster,
  partitions: readonly number[]
): Promise<number> => {
  if (partitions.length === 0) return 0;
  const filter = [
    { terms: { partition: partitions } },
    { terms: { status: ['pending', 'sending'] } },
  ];
  const { body } = await cluster.request<{ count: number }>(
    {
      method: 'POST',
      path: `/${aliasOf('outbox')}/_count`,
      body: { query: { bool: { filter } } },
    },
    { timeoutMs: TIMEOUT_MS }
  );
  return body.count;
};
