import { MONITOR_TYPE } from '../../common/plugin';
import type { Monitor } from '../../common/monitors/monitor';
import type { Reference } from '../../common/monitors/references';
import { messageOf } from '../../common/errors';
import type { Cluster } from '../cluster/types';
import { fromAttributes, monitorType } from './monitor_type';
import { newerVersionOf } from './object_version';

/** A monitor as the scheduler reads it. */
export interface StoredMonitor {
  id: string;
  /** Changes with every write of the saved object. */
  version: string;
  updatedAt: number;
  monitor: Monitor;
}

export type ReadMonitor =
  | { kind: 'monitor'; stored: StoredMonitor }
  /** The version that the reader knows already; it was not read again. */
  | { kind: 'unchanged'; id: string; version: string }
  /** Written raw, or by something newer: it does not run, and the page says why. */
  | { kind: 'invalid'; id: string; version: string; reason: string };

interface Hit {
  _id: string;
  _seq_no: number;
  _primary_term: number;
  sort: unknown[];
  _source: {
    references?: Reference[];
    updated_at?: string;
    migrationVersion?: Record<string, string>;
    [MONITOR_TYPE]?: unknown;
  };
}

const PAGE = 1000;
const ID_PREFIX = `${MONITOR_TYPE}:`;

/** Where the host keeps a monitor, read by id and therefore in real time. */
export const documentPath = (index: string, id: string): string =>
  `/${encodeURIComponent(index)}/_doc/${encodeURIComponent(`${ID_PREFIX}${id}`)}`;

/** The version of a saved object as Dashboards encodes it. */
const savedObjectVersion = (seqNo: number, primaryTerm: number): string =>
  Buffer.from(JSON.stringify([seqNo, primaryTerm])).toString('base64');

/** Tells whether the version of a monitor has been read before. */
export type IsKnown = (id: string, version: string) => boolean;

const toRead = ({ _id, _seq_no, _primary_term, _source }: Hit, isKnown: IsKnown): ReadMonitor => {
  const id = _id.slice(ID_PREFIX.length);
  const version = savedObjectVersion(_seq_no, _primary_term);
  if (isKnown(id, version)) return { kind: 'unchanged', id, version };
  const newer = newerVersionOf(_source.migrationVersion, monitorType);
  if (newer) {
    const reason = `A newer Watchkeeper (${newer}) wrote it. Upgrade this instance.`;
    return { kind: 'invalid', id, version, reason };
  }
  try {
    const monitor = fromAttributes(_source[MONITOR_TYPE], _source.references ?? []);
    const updatedAt = Date.parse(_source.updated_at ?? '') || 0;
    return { kind: 'monitor', stored: { id, version, updatedAt, monitor } };
  } catch (error) {
    return { kind: 'invalid', id, version, reason: messageOf(error) };
  }
};

/**
 * Reads monitors straight from the saved-object index: `find` ends at 10,000.
 *
 * @param isKnown what it is true for is not parsed: that is most of the work, and most monitors never change
 * @param since only those that were updated at or after this instant
 */
export async function* readMonitors(
  cluster: Cluster,
  index: string,
  isKnown: IsKnown,
  since?: number
): AsyncGenerator<ReadMonitor[]> {
  const filter: object[] = [{ term: { type: MONITOR_TYPE } }];
  if (since !== undefined) {
    filter.push({ range: { updated_at: { gte: new Date(since).toISOString() } } });
  }
  let after: unknown[] | undefined;
  for (;;) {
    const { body } = await cluster.request<{ hits: { hits: Hit[] } }>({
      method: 'POST',
      path: `/${encodeURIComponent(index)}/_search`,
      query: { ignore_unavailable: true, allow_partial_search_results: false },
      body: {
        size: PAGE,
        query: { bool: { filter } },
        sort: [{ _seq_no: 'asc' }],
        seq_no_primary_term: true,
        track_total_hits: false,
        ...(after ? { search_after: after } : {}),
      },
    });
    const { hits } = body.hits;
    yield hits.map((hit) => toRead(hit, isKnown));
    if (hits.length < PAGE) return;
    after = hits[hits.length - 1].sort;
  }
}
