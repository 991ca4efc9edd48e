import type { z } from 'zod';
import { WatchkeeperError } from '../../common/errors';
import type {
  MonitorHealth,
  MonitorSummary,
  MonitorsPage,
  monitorsQuerySchema,
} from '../../common/monitors/api';
import { indicesOf } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import { nextDue, timingOf } from '../../common/monitors/schedule';
import type { HeartbeatStore } from './heartbeats/heartbeat_store';
import type { AlertCounts } from '../alerts/types';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import { proofOf } from '../storage/authorisations';
import type { Authorisations } from '../storage/authorisations';
import type { MonitorReader } from '../storage/monitor_reader';
import type { StoredMonitor } from '../storage/monitor_search';
import { heartbeatsOf } from './heartbeats/summaries';
import { readLastRuns } from './run_log';

type Query = z.output<typeof monitorsQuerySchema>;

export interface ListDeps {
  cluster: Cluster;
  clock: Clock;
  reader: MonitorReader;
  authorisations: Authorisations;
  heartbeatStore: Pick<HeartbeatStore, 'read'>;
  /** Of open alerts; of all monitors where none are named. */
  alertCounts(monitorIds?: string[]): Promise<Map<string, AlertCounts>>;
}

/** What a search looks in. */
const searchedText = ({ monitor }: StoredMonitor): string => {
  const { name, tags = [], owner = '' } = monitor;
  return [name, ...indicesOf(monitor), ...tags, owner].join(' ').toLowerCase();
};

const matches = (
  stored: StoredMonitor,
  { search = '', state, type, tag, owner }: Query
): boolean => {
  const { monitor } = stored;
  if (state !== 'all' && monitor.enabled !== (state === 'enabled')) return false;
  if (type !== undefined && monitor.monitor_type !== type) return false;
  if (tag !== undefined && !monitor.tags?.includes(tag)) return false;
  if (owner !== undefined && monitor.owner !== owner) return false;
  const text = searchedText(stored);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

type Compare = (a: StoredMonitor, b: StoredMonitor) => number;

const byName: Compare = (a, b) => a.monitor.name.localeCompare(b.monitor.name);

const COMPARE: Readonly<Record<string, Compare>> = {
  name: byName,
  enabled: (a, b) => Number(a.monitor.enabled) - Number(b.monitor.enabled),
  updated_at: (a, b) => a.updatedAt - b.updatedAt,
};

const byActiveAlerts =
  (counts: ReadonlyMap<string, AlertCounts>): Compare =>
  (a, b) =>
    (counts.get(a.id)?.active ?? 0) - (counts.get(b.id)?.active ?? 0);

/** @param counts of all monitors, where the list is sorted by them */
const compareBy = (
  { sort = 'name', order }: Query,
  counts: ReadonlyMap<string, AlertCounts> | undefined
): Compare => {
  const compare = counts ? byActiveAlerts(counts) : (COMPARE[sort] ?? byName);
  const sign = order === 'desc' ? -1 : 1;
  return (a, b) => sign * compare(a, b) || byName(a, b) || a.id.localeCompare(b.id);
};

/** When the monitor runs next; null when it does not. */
export const nextRunOf = (
  { monitor }: Pick<StoredMonitor, 'monitor'>,
  proven: boolean,
  lastRun: RunRow | undefined,
  now: number
): number | null =>
  monitor.enabled && proven ? nextDue(timingOf(monitor), lastRun?.window.end ?? 0, now) : null;

const NO_ALERTS: AlertCounts = { pending: 0, active: 0, no_data: 0, acknowledged: 0, error: 0 };

type ByAlerts = Exclude<MonitorHealth, 'needs_adoption'>;

const isSo = (health: ByAlerts, counts: AlertCounts): boolean => {
  switch (health) {
    case 'firing':
      return counts.active > 0;
    case 'quiet':
      return Object.values(counts).every((count) => count === 0);
    default:
      return counts[health] > 0;
  }
};

const byHealth = async (
  found: StoredMonitor[],
  health: MonitorHealth | undefined,
  counts: ReadonlyMap<string, AlertCounts> | undefined,
  authorisations: Authorisations
): Promise<StoredMonitor[]> => {
  if (health === undefined) return found;
  if (health !== 'needs_adoption') {
    return found.filter(({ id }) => isSo(health, counts?.get(id) ?? NO_ALERTS));
  }
  const proofs = await authorisations.read(found.map(({ id }) => id));
  return found.filter(({ id, monitor }) => proofOf(monitor, proofs.get(id)) === undefined);
};

const sortedWords = (words: Iterable<string>): string[] =>
  [...new Set(words)].filter((word) => word !== '').sort((a, b) => a.localeCompare(b));

/** What all monitors together can be filtered by. */
const filtersOf = (all: readonly StoredMonitor[]): Pick<MonitorsPage, 'tags' | 'owners'> => ({
  tags: sortedWords(all.flatMap(({ monitor }) => monitor.tags ?? [])),
  owners: sortedWords(all.map(({ monitor }) => monitor.owner ?? '')),
});

/** A page of monitors with what they did last; at most three requests, one more by adoption and one with
 * heartbeats, whatever their number. */
export const listMonitors = async (
  { cluster, clock, reader, authorisations, heartbeatStore, alertCounts }: ListDeps,
  query: Query
): Promise<MonitorsPage> => {
  if (!reader.complete) {
    throw new WatchkeeperError('cluster_unreachable', 'The monitors have not been read yet.');
  }
  // Only monitors with open alerts are in the answer. The last run cannot be had so: it is a search for each monitor.
  const { health } = query;
  const isByAlerts = health !== undefined && health !== 'needs_adoption';
  const allCounts = query.sort === 'active_alerts' || isByAlerts ? await alertCounts() : undefined;
  const all = [...reader.all()];
  const matching = all.filter((each) => matches(each, query));
  const found = (await byHealth(matching, health, allCounts, authorisations)).sort(
    compareBy(query, query.sort === 'active_alerts' ? allCounts : undefined)
  );
  const start = (query.page - 1) * query.per_page;
  const page = found.slice(start, start + query.per_page);
  const ids = page.map(({ id }) => id);
  const now = clock.now();
  const [lastRuns, counts, proofs, heartbeats] = await Promise.all([
    readLastRuns(cluster, ids),
    allCounts ?? alertCounts(ids),
    authorisations.read(ids),
    heartbeatsOf(page, heartbeatStore, now),
  ]);
  const items = page.map((stored): MonitorSummary => {
    const { id, monitor, version, updatedAt } = stored;
    const proven = proofOf(monitor, proofs.get(id)) !== undefined;
    const lastRun = lastRuns.get(id);
    const open = counts.get(id) ?? NO_ALERTS;
    return {
      id,
      version,
      name: monitor.name,
      enabled: monitor.enabled,
      monitor_type: monitor.monitor_type,
      indices: indicesOf(monitor),
      tags: monitor.tags ?? [],
      ...(monitor.owner ? { owner: monitor.owner } : {}),
      schedule: monitor.schedule,
      authorisation: proven ? 'ok' : 'needs_adoption',
      ...heartbeats.get(id),
      last_run: lastRun ?? null,
      next_run: nextRunOf(stored, proven, lastRun, now),
      pending_alerts: open.pending,
      active_alerts: open.active,
      no_data_alerts: open.no_data,
      acknowledged_alerts: open.acknowledged,
      error_alerts: open.error,
      updated_at: new Date(updatedAt).toISOString(),
    };
  });
  return { total: found.length, items, ...filtersOf(all) };
};
