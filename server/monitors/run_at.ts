import { explainRun } from '../../common/monitors/explain_run';
import type { RunAt } from '../../common/monitors/explain_run';
import type { Monitor } from '../../common/monitors/monitor';
import { longestIntervalMs } from '../../common/monitors/schedule';
import { searchTogether, sourcesOf } from '../cluster/search_together';
import type { OwnSearch } from '../cluster/search_together';
import type { Cluster } from '../cluster/types';
import { alertsSearch, rowsIn, savedStatesOf, versionsSearch } from './past_searches';
import type { AlertHits, BlockHits, VersionHits } from './past_searches';

/** A window that was caught up late, or failed at first, is found behind some others. */
const AFTER = 50;
const BEFORE = 5;
const MOST_ALERTS = 100;

const blocksSearch = (id: string, range: object, order: string, size: number): OwnSearch => ({
  family: 'ticks',
  body: {
    size,
    track_total_hits: false,
    query: { bool: { filter: [{ term: { monitors: id } }, { range: { tick: range } }] } },
    sort: [{ tick: order }],
    _source: ['rows'],
  },
});

export interface RunAtRequest {
  cluster: Cluster;
  id: string;
  monitor: Monitor;
  /** Epoch milliseconds. */
  instant: number;
  now: number;
  /** Milliseconds for which runs are kept. */
  keptFor: number;
}

/** Why a monitor did or did not fire at an instant; one request. */
export const readRunAt = async ({
  cluster,
  id,
  monitor,
  instant,
  now,
  keptFor,
}: RunAtRequest): Promise<RunAt> => {
  const late = longestIntervalMs(monitor.schedule, instant) + monitor.query_delay_seconds * 1000;
  const [after, before, alerts, versions] = await searchTogether<
    [BlockHits, BlockHits, AlertHits, VersionHits]
  >(cluster, [
    blocksSearch(id, { gte: instant }, 'asc', AFTER),
    blocksSearch(id, { lt: instant }, 'desc', BEFORE),
    alertsSearch(id, { from: instant, to: instant + 2 * late + 60_000 }, MOST_ALERTS),
    versionsSearch(id),
  ]);
  return explainRun({
    instant,
    monitor,
    // A block can hold several runs that were caught up: they stand in it in their order.
    runs: [
      ...rowsIn({ hits: { hits: [...before.hits.hits].reverse() } }, id),
      ...rowsIn(after, id),
    ],
    alerts: sourcesOf(alerts),
    past: { now, saved: savedStatesOf(versions), kept_since: now - keptFor },
  });
};
