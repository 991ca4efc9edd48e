import type { WatchkeeperConfig } from '../config';
import { FAMILIES, aliasOf, endOfIndex } from './own_indices';
import type { Family } from './own_indices';
import type { Cluster } from './types';

const DAY = 86_400_000;

/** How long a document of each dated family is kept, milliseconds. */
export const retentionOf = (
  config: WatchkeeperConfig['retention']
): Partial<Record<Family, number>> => ({
  ticks: config.tick_days * DAY,
  hints: DAY,
  alerts: config.history_days * DAY,
  events: config.history_days * DAY,
  findings: config.history_days * DAY,
  audit: config.history_days * DAY,
  tasks: config.history_days * DAY,
  outbox: config.delivery_days * DAY,
  chunks: config.delivery_days * DAY,
  versions: config.version_days * DAY,
});

const indicesOf = async (cluster: Cluster, family: Family): Promise<string[]> => {
  const { status, body } = await cluster.request<Record<string, unknown>>(
    { method: 'GET', path: `/${aliasOf(family)}/_alias` },
    { ignore: [404] }
  );
  return status === 404 ? [] : Object.keys(body);
};

const hasOpenAlerts = async (cluster: Cluster, index: string): Promise<boolean> => {
  const { body } = await cluster.request<{ count: number }>({
    method: 'POST',
    path: `/${encodeURIComponent(index)}/_count`,
    body: { query: { bool: { must_not: [{ exists: { field: 'end_time' } }] } } },
  });
  return body.count > 0;
};

/**
 * The time by the cluster's clocks, the earliest where they differ; undefined when they cannot be asked. A clock of ours
 * that is set wrong must not drop everything.
 */
const clusterNow = async (cluster: Cluster): Promise<number | undefined> => {
  try {
    const { body } = await cluster.request<{ nodes?: Record<string, { timestamp?: number }> }>({
      method: 'GET',
      path: '/_nodes/stats/os',
      query: { filter_path: 'nodes.*.timestamp' },
    });
    const times = Object.values(body.nodes ?? {}).flatMap(({ timestamp }) => timestamp ?? []);
    return times.length > 0 ? Math.min(...times) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Drops whole indices that are older than their retention; never one that holds an open alert, and never the last one of
 * a family, whose alias would go with it.
 */
export const dropExpired = async (
  cluster: Cluster,
  config: WatchkeeperConfig['retention'],
  ownNow: number
): Promise<string[]> => {
  const dropped: string[] = [];
  const now = Math.min(ownNow, (await clusterNow(cluster)) ?? ownNow);
  for (const [name, keep] of Object.entries(retentionOf(config))) {
    const family = name as Family;
    if (FAMILIES[family].period === 'none') continue;
    const dated = (await indicesOf(cluster, family)).sort();
    for (const index of dated.slice(0, -1)) {
      const end = endOfIndex(family, index);
      if (end === undefined || end > now - keep) continue;
      if (family === 'alerts' && (await hasOpenAlerts(cluster, index))) continue;
      await cluster.request(
        { method: 'DELETE', path: `/${encodeURIComponent(index)}` },
        { ignore: [404] }
      );
      dropped.push(index);
    }
  }
  return dropped;
};
