import { WatchkeeperError } from '../../common/errors';
import { parseLossless } from '../../common/json/lossless';
import { readSearchAnswer } from './search_answer';
import type { SearchOutcome } from './search_answer';
import type { Cluster } from './types';

export interface SearchRequest {
  indices: string[];
  /** The body, one line of JSON. */
  body: string;
}

/** Beyond its own limit in the body, how long the connection waits. */
const GRACE_MS = 10_000;

const header = ({ indices }: SearchRequest): string =>
  JSON.stringify({ index: indices, allow_partial_search_results: false });

const linesOf = (requests: SearchRequest[]): string =>
  requests.map((request) => `${header(request)}\n${request.body}\n`).join('');

const isRefusedWhole = (error: unknown): error is WatchkeeperError =>
  error instanceof WatchkeeperError && error.code === 'cluster_refused';

const isBusy = (error: unknown): boolean =>
  error instanceof WatchkeeperError && error.code === 'too_busy';

/**
 * Sends searches in one `_msearch`. One bad search never spoils the rest: the cluster refuses a batch as a whole when one
 * body does not parse, so a refused batch is halved until the culprit stands alone.
 *
 * @returns one outcome a request, in order
 * @throws WatchkeeperError `cluster_unreachable`: nothing is known about any of them
 */
const search = async (
  cluster: Cluster,
  requests: SearchRequest[],
  timeoutMs: number
): Promise<SearchOutcome[]> => {
  try {
    const { body } = await cluster.text(
      { method: 'POST', path: '/_msearch', lines: linesOf(requests) },
      { timeoutMs: timeoutMs + GRACE_MS }
    );
    const { responses } = parseLossless(body) as unknown as { responses: unknown[] };
    return requests.map((_request, i) => readSearchAnswer(responses[i]));
  } catch (error) {
    if (isBusy(error)) return requests.map(() => ({ kind: 'busy' }));
    if (!isRefusedWhole(error)) throw error;
    if (requests.length === 1) {
      const type = typeof error.details.type === 'string' ? error.details.type : error.code;
      return [{ kind: 'problem', problem: { code: type, message: error.message }, spoils: true }];
    }
    const half = Math.ceil(requests.length / 2);
    const first = await search(cluster, requests.slice(0, half), timeoutMs);
    return [...first, ...(await search(cluster, requests.slice(half), timeoutMs))];
  }
};

/** Like `search`, but what is asked twice is sent once. */
export const batchedSearch = async (
  cluster: Cluster,
  requests: SearchRequest[],
  timeoutMs: number
): Promise<SearchOutcome[]> => {
  const places = new Map<string, number>();
  const distinct: SearchRequest[] = [];
  const placeOf = requests.map((request) => {
    const key = `${header(request)}\n${request.body}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, distinct.length);
    return distinct.push(request) - 1;
  });
  const outcomes = await search(cluster, distinct, timeoutMs);
  return placeOf.map((place) => outcomes[place]);
};
