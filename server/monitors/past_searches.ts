import type { Alert } from '../../common/alerts/alert';
import type { SavedState } from '../../common/monitors/history/past';
import type { RunRow } from '../../common/monitors/run';
import { MONITOR_TYPE } from '../../common/plugin';
import type { Span } from '../../common/time_range';
import { sourcesOf } from '../cluster/search_together';
import type { HitsOf, OwnSearch } from '../cluster/search_together';

/** Alerts of a monitor that were open at some time of a span, the newest first. */
export const alertsSearch = (id: string, { from, to }: Span, size: number): OwnSearch => ({
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
export const versionsSearch = (id: string): OwnSearch => ({
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
