import { WatchkeeperError, messageOf } from '../../common/errors';
import { parseLossless } from '../../common/json/lossless';
import { isTimeOut } from './errors';
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

/** Errors that say something about the cluster or about us, and nothing about a search. */
const NOT_THE_SEARCHES = new Set(['cluster_unreachable', 'forbidden', 'unauthenticated']);

const isAboutTheSearches = (error: unknown): boolean =>
  !(error instanceof WatchkeeperError) || !NOT_THE_SEARCHES.has(error.code);

const isBusy = (error: unknown): boolean =>
  error instanceof WatchkeeperError && error.code === 'too_busy';

/** Whether the cluster answers at all. */
const PROBE_MS = 5000;

const lives = async (cluster: Cluster): Promise<boolean> => {
  try {
    await cluster.request({ method: 'GET', path: '/' }, { timeoutMs: PROBE_MS });
    return true;
  } catch {
    return false;
  }
};

const problemOf = (error: unknown): SearchOutcome => {
  const type = error instanceof WatchkeeperError ? error.details.type : undefined;
  const code = error instanceof WatchkeeperError ? error.code : 'internal';
  return {
    kind: 'problem',
    problem: { code: typeof type === 'string' ? type : code, message: messageOf(error) },
    spoils: true,
  };
};

const endless = (timeoutMs: number): SearchOutcome => ({
  kind: 'problem',
  problem: {
    code: 'timed_out',
    message: `The search did not end within ${Math.round(timeoutMs / 1000)} s.`,
  },
  took: timeoutMs,
  spoils: true,
});

/**
 * Sends searches in one `_msearch`. One bad search never spoils the rest: the cluster refuses a batch as a whole when one
 * body does not parse, so a refused batch is halved until the culprit stands alone. One that never ends holds up the
 * whole answer: then each has to be asked alone.
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
      { timeoutMs }
    );
    const { responses } = parseLossless(body) as unknown as { responses: unknown[] };
    return requests.map(({ indices }, i) => readSearchAnswer(responses[i], indices));
  } catch (error) {
    if (isBusy(error)) return requests.map(() => ({ kind: 'busy' }));
    if (isTimeOut(error) && (await lives(cluster))) {
      return requests.length === 1 ? [endless(timeoutMs)] : requests.map(() => ({ kind: 'hung' }));
    }
    if (!isAboutTheSearches(error)) throw error;
    if (requests.length === 1) return [problemOf(error)];
    const half = Math.ceil(requests.length / 2);
    const first = await search(cluster, requests.slice(0, half), timeoutMs);
    return [...first, ...(await search(cluster, requests.slice(half), timeoutMs))];
  }
};

/**
 * Like `search`, but what is asked twice is sent once.
 *
 * @param timeoutMs what a search may take by its own limit; the connection waits a little longer
 */
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
  const outcomes = await search(cluster, distinct, timeoutMs + GRACE_MS);
  return placeOf.map((place) => outcomes[place]);
};
