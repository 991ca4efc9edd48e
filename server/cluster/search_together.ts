import { WatchkeeperError } from '../../common/errors';
import { aliasOf } from './own_indices';
import type { Family } from './own_indices';
import type { Cluster } from './types';

/** A search of one of the own indices. */
export interface OwnSearch {
  family: Family;
  body: object;
}

interface SearchResponse {
  error?: { reason?: string };
}

/**
 * Sends searches as one request. A failed one fails all: half of an answer would look like all of it.
 *
 * @returns the answers, in order
 * @throws WatchkeeperError `cluster_refused`
 */
export const searchTogether = async <T extends unknown[]>(
  cluster: Cluster,
  searches: readonly OwnSearch[]
): Promise<T> => {
  const lines = searches
    .map(({ family, body }) =>
      [{ index: aliasOf(family) }, body].map((line) => `${JSON.stringify(line)}\n`).join('')
    )
    .join('');
  const { body } = await cluster.request<{ responses: SearchResponse[] }>({
    method: 'POST',
    path: '/_msearch',
    lines,
  });
  const failed = body.responses.find(({ error }) => error);
  if (failed) {
    const reason = failed.error?.reason ?? 'no reason given';
    throw new WatchkeeperError('cluster_refused', `The cluster refuses a search: ${reason}`);
  }
  return body.responses as unknown[] as T;
};

export interface HitsOf<T> {
  hits: { total?: { value: number }; hits: Array<{ _source: T }> };
}

export const sourcesOf = <T>({ hits }: HitsOf<T>): T[] => hits.hits.map(({ _source }) => _source);
