import { WatchkeeperError } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import { WATERMARKS } from '../../../common/lifecycle/forecast/disk';
import type { DiskFacts } from '../../../common/lifecycle/forecast/disk';
import type { Cluster } from '../../cluster/types';
import { membersOf } from './read_values';

/** What is set for the moment comes before what is set for good, and that before the default. */
const LAYERS = ['defaults', 'persistent', 'transient'] as const;

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);

const readNodes = async (cluster: Cluster): Promise<DiskFacts['nodes']> => {
  const { body } = await cluster.request<{ nodes?: unknown }>({
    ...{ method: 'GET', path: '/_nodes/data:true/stats/fs' },
    query: {
      filter_path:
        'nodes.*.name,nodes.*.fs.total.total_in_bytes,nodes.*.fs.total.available_in_bytes',
    },
  });
  return membersOf(body.nodes).flatMap(([, node]) => {
    const total = at(node, 'fs', 'total', 'total_in_bytes');
    const free = at(node, 'fs', 'total', 'available_in_bytes');
    return typeof total === 'number' && typeof free === 'number'
      ? [{ name: String(at(node, 'name')), total_bytes: total, free_bytes: free }]
      : [];
  });
};

const readSettings = async (cluster: Cluster): Promise<Omit<DiskFacts, 'nodes'>> => {
  const { body } = await cluster.request<Record<string, unknown>>({
    ...{ method: 'GET', path: '/_cluster/settings' },
    query: { include_defaults: true, filter_path: '*.cluster.routing.allocation.disk' },
  });
  const set = (...path: string[]): unknown =>
    LAYERS.reduce<unknown>(
      (found, layer) =>
        at(body[layer], 'cluster', 'routing', 'allocation', 'disk', ...path) ?? found,
      undefined
    );
  return {
    enabled: String(set('threshold_enabled')) !== 'false',
    watermarks: Object.fromEntries(
      WATERMARKS.flatMap((watermark) => {
        const value = set('watermark', watermark);
        return typeof value === 'string' ? [[watermark, value]] : [];
      })
    ),
  };
};

/** Undefined where the caller may not see the disks: then nothing is said of them, and nobody misses it. */
export const readDisks = async (cluster: Cluster): Promise<DiskFacts | undefined> => {
  try {
    const [nodes, settings] = await Promise.all([readNodes(cluster), readSettings(cluster)]);
    return { nodes, ...settings };
  } catch (error) {
    if (error instanceof WatchkeeperError && error.code !== 'internal') return undefined;
    throw error;
  }
};
