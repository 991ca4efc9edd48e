import { WatchkeeperError } from '../../../common/errors';
import { batchedSearch } from '../../cluster/batched_search';
import type { SearchRequest } from '../../cluster/batched_search';
import type { SearchOutcome } from '../../cluster/search_answer';
import type { Inquiry, OtherMonitor } from './prepared';

interface Asked {
  id: string;
  request: SearchRequest;
}

const requestsOf = (others: ReadonlyMap<string, OtherMonitor>, { window }: Inquiry): Asked[] =>
  [...others].flatMap(([id, { plan }]) => {
    const request = plan.kind === 'ready' ? plan.prepared.search?.(window) : undefined;
    return request ? [{ id, request }] : [];
  });

/**
 * The searches of the monitors that a composite one rests on, in one batch; where it does not come back, each alone.
 *
 * @returns by id, of those that have a search
 * @throws WatchkeeperError `too_busy`, `cluster_unreachable`: the run is repeated
 */
export const searchDelegates = async (
  others: ReadonlyMap<string, OtherMonitor>,
  inquiry: Inquiry
): Promise<ReadonlyMap<string, SearchOutcome>> => {
  const { cluster, timeoutMs } = inquiry;
  const asked = requestsOf(others, inquiry);
  if (asked.length === 0) return new Map();
  const requests = asked.map(({ request }) => request);
  const outcomes = await batchedSearch(cluster, requests, timeoutMs);
  const settled = await Promise.all(
    outcomes.map(async (outcome, i) => {
      if (outcome.kind !== 'hung') return outcome;
      const [alone] = await batchedSearch(cluster, [requests[i]], timeoutMs);
      return alone;
    })
  );
  if (settled.some(({ kind }) => kind === 'busy')) {
    throw new WatchkeeperError('too_busy', 'The cluster is too busy for the searches.');
  }
  return new Map(asked.map(({ id }, i) => [id, settled[i]]));
};
