import type { Alert } from '../../common/alerts/alert';
import type { SavedState } from '../../common/monitors/history/past';
import type { RunRow } from '../../common/monitors/run';
import { MONITOR_TYPE } from '../../common/plugin';
import type { Span } from '../../common/time_range';
import { aliasOf } from '../cluster/own_indices';
import type { Family } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

/** Searches of what is known of a monitor's past; several are one request. */

export interface PastSearch {
  family: Family;
  body: object;
}

interface SearchResponse {
  error?: { reason?: string };
}

/**
 * Sends searches together. A failed one fails all: half of the past would look like all of it.
 *
 * @returns the answers, in order
 */
export const searchTogether = async <T extends unknown[]>(
  cluster: Cluster,
  searches: readonly PastSearch[]
): Promise<T> => {
  const lines = searches
    .map(
      ({ family, body }) =>
        `${JSON.stringify({ index: aliasOf(family) })}\n${JSON.stringify(body)}\n`
    )
    .join('');
  const { body } = await cluster.request<{ responses: SearchResponse[] }>({
    method: 'POST',
    path: '/_msearch',
    lines,
  });
  const failed = body.responses.find(({ error }) => error);
  if (failed)
    throw new Error(`What is known of the past could not be read: ${failed.error?.reason}`);
  return body.responses as unknown[] as T;
};

export interface HitsOf<T> {
  hits: { total?: { value: number }; hits: Array<{ _source: T }> };
}

export const sourcesOf = <T>({ hits }: HitsOf<T>): T[] => hits.hits.map(({ _source }) => _source);

/** Alerts of a monitor that were open at some time of a span, the newest first. */
export const alertsSearch = (id: string, { from, to }: Span, size: number): PastSearch => ({
  family: 'alerts',
  body: {
    size,
    track_total_hits: size + 1,
    query: {
      bool: {
        filter: [{ term: { monitor_id: id } }, { range: { start_time: { lte: to } } }],
        must_not: [{ range: { end_time: { lt: from } } }],
      },
    },
    sort: [{ start_time: 'desc' }],
  },
});

export type AlertHits = HitsOf<Alert>;

interface SavedVersion {
  at: number;
  attributes?: { enabled?: unknown };
}

export type VersionHits = HitsOf<SavedVersion>;

const MOST_VERSIONS = 500;

/** When a monitor was created, enabled and disabled. */
export const versionsSearch = (id: string): PastSearch => ({
  family: 'versions',
  body: {
    size: MOST_VERSIONS,
    track_total_hits: false,
    query: {
      bool: { filter: [{ term: { object_type: MONITOR_TYPE } }, { term: { object_id: id } }] },
    },
    sort: [{ at: 'desc' }],
    _source: ['at', 'attributes.enabled'],
  },
});

/** The oldest first; only where it changes. */
export const savedStatesOf = (versions: VersionHits): SavedState[] =>
  sourcesOf(versions)
    .map(({ at, attributes }) => ({ at, enabled: attributes?.enabled === true }))
    .reverse()
    .filter(({ enabled }, i, all) => i === 0 || enabled !== all[i - 1].enabled);

interface Block {
  rows: RunRow[];
}

export type BlockHits = HitsOf<Block>;

/** The rows of one monitor in blocks, by when they were written down. */
export const rowsIn = (blocks: BlockHits, id: string): RunRow[] =>
  sourcesOf(blocks).flatMap(({ rows }) => rows.filter((row) => row.monitor_id === id));
