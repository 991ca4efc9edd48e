import { WatchkeeperError } from '../../../common/errors';
import { batchedSearch } from '../../cluster/batched_search';
import type { SearchRequest } from '../../cluster/batched_search';
import type { SearchOutcome } from '../../cluster/search_answer';
import type { Cluster } from '../../cluster/types';

export type Settled = Extract<SearchOutcome, { kind: 'answer' | 'problem' }>;

/** A cluster that is too busy is asked again after so many milliseconds; a back-test has time. */
const PAUSES = [500, 1000, 2000, 4000, 8000];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isSettled = (outcome: SearchOutcome): outcome is Settled =>
  outcome.kind === 'answer' || outcome.kind === 'problem';

/**
 * Like `batchedSearch`, but waits for a busy cluster, and asks those alone that held up their batch.
 *
 * @throws WatchkeeperError `too_busy`, `cluster_unreachable`
 */
export const patientSearch = async (
  cluster: Cluster,
  requests: SearchRequest[],
  timeoutMs: number
): Promise<Settled[]> => {
  const outcomes: SearchOutcome[] = await batchedSearch(cluster, requests, timeoutMs);
  for (const ms of PAUSES) {
    const left = outcomes.flatMap((outcome, i) => (isSettled(outcome) ? [] : [i]));
    if (left.length === 0) break;
    const hung = outcomes[left[0]].kind === 'hung';
    if (!hung) await pause(ms);
    const batches = hung ? left.map((i) => [i]) : [left];
    for (const batch of batches) {
      const again = await batchedSearch(
        cluster,
        batch.map((i) => requests[i]),
        timeoutMs
      );
      again.forEach((outcome, i) => (outcomes[batch[i]] = outcome));
    }
  }
  return outcomes.map((outcome) => {
    if (isSettled(outcome)) return outcome;
    throw new WatchkeeperError(
      'too_busy',
      'The cluster takes no more searches for now. Try the back-test again later.'
    );
  });
};

/**
 * Does again what the cluster was too busy for.
 *
 * @throws WatchkeeperError
 */
export const patiently = async <T>(act: () => Promise<T>): Promise<T> => {
  for (const ms of PAUSES) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof WatchkeeperError) || error.code !== 'too_busy') throw error;
      await pause(ms);
    }
  }
  return act();
};
