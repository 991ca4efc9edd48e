import { parseLossless, stringifyLossless } from '../../common/json/lossless';
import { bucketLevelMonitorSchema } from '../../common/monitors/monitor';
import type { BucketLevelMonitor } from '../../common/monitors/monitor';
import type { Verdict } from '../../common/monitors/verdict';
import { systemClock } from '../../server/clock';
import { batchedSearch } from '../../server/cluster/batched_search';
import { createCluster } from '../../server/cluster/cluster';
import type { Cluster } from '../../server/cluster/types';
import { prepareMonitor } from '../../server/monitors/kinds/registry';
import { ScriptBudget } from '../../server/monitors/script_budget';
import { createLogger } from '../../standalone/logging/logger';
import { ClusterClient } from '../../standalone/opensearch/cluster_client';
import type { BucketCase } from './bucket_level_cases';

type Json = Record<string, unknown>;

const TIMEOUT_SECONDS = 30;
const NONE = { start: 0, end: 0 };

export const clusterAt = (url: string): { cluster: Cluster; close(): Promise<void> } => {
  const client = new ClusterClient({ nodes: [url] }, createLogger({ write: () => undefined }));
  return { cluster: createCluster(client.asInternalUser), close: () => client.close() };
};

export const monitorOf = (
  index: string,
  { aggs, parent, paths, script, gap }: BucketCase
): BucketLevelMonitor =>
  bucketLevelMonitorSchema.parse({
    ...{ name: 'Buckets', enabled: true, monitor_type: 'bucket_level_monitor' },
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: [index], query: { size: 0, aggs } } }],
    triggers: [
      {
        bucket_level_trigger: {
          ...{ id: 't', name: 'T', severity: '1', actions: [] },
          condition: {
            ...{ parent_bucket_path: parent, buckets_path: paths, gap_policy: gap },
            script: { source: script },
          },
        },
      },
    ],
  });

/** Runs a monitor once, as the engine does. */
export const runOf = async (cluster: Cluster, monitor: BucketLevelMonitor): Promise<Verdict> => {
  const prepared = prepareMonitor(monitor, { id: 'm', timeoutSeconds: TIMEOUT_SECONDS });
  const request = prepared.search?.(NONE);
  if (!request) throw new Error('A bucket-level monitor has a search.');
  const timeoutMs = TIMEOUT_SECONDS * 1000;
  const [outcome] = await batchedSearch(cluster, [request], timeoutMs);
  if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
  const inquiry = {
    ...{ cluster, timeoutMs, window: NONE, alerts: [], memory: undefined },
    scripts: new ScriptBudget(systemClock),
    monitors: () => Promise.resolve(new Map()),
  };
  const { finding } = await prepared.judge(inquiry, outcome);
  if (finding.kind !== 'answer') throw new Error(JSON.stringify(finding));
  return finding.verdicts[0];
};

/** The groups that fire, each by the values of its key. */
export const firing = (verdict: Verdict): string[] => {
  if (verdict.kind !== 'judged') throw new Error(JSON.stringify(verdict));
  return verdict.groups
    .filter(({ triggered }) => triggered)
    .map(({ key }) => {
      const fields = parseLossless(key) as unknown as Array<[string, unknown]>;
      return stringifyLossless(fields.map(([, value]) => value));
    })
    .sort();
};

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const valuesOf = (key: unknown, at: string): unknown[] => {
  if (Array.isArray(key)) return key;
  return isMap(key) && key.constructor === Object ? Object.values(key) : [key ?? at];
};

/** Every bucket at the end of a path, by the values of the keys on the way. */
const collect = (holder: unknown, path: string[], keys: unknown[], found: string[]): void => {
  if (path.length === 0) {
    found.push(stringifyLossless(keys));
    return;
  }
  const [name, ...rest] = path;
  const node = isMap(holder) ? holder[name] : undefined;
  if (!isMap(node)) return;
  if (node.buckets === undefined) {
    collect(node, rest, keys, found);
    return;
  }
  for (const [at, bucket] of Object.entries(node.buckets as Json)) {
    if (isMap(bucket)) collect(bucket, rest, [...keys, ...valuesOf(bucket.key, at)], found);
  }
};

/** The author's aggregations with a selector of the cluster at the end of the path, and all groups on one page. */
const selecting = ({ aggs, parent, paths, script, gap }: BucketCase): Json => {
  const copy = JSON.parse(JSON.stringify(aggs)) as Json;
  let holder: Json = copy;
  for (const [i, name] of parent.split('>').entries()) {
    const next = (i === 0 ? holder : holder.aggs) as Json;
    holder = next[name] as Json;
    if (isMap(holder.composite)) holder.composite.size = 5000;
  }
  const selector = { buckets_path: paths, gap_policy: gap ?? 'skip', script };
  holder.aggs = { ...(holder.aggs as Json), chosen: { bucket_selector: selector } };
  return copy;
};

/** What a plain search with a `bucket_selector` lets through. */
export const passing = async (
  cluster: Cluster,
  index: string,
  asked: BucketCase
): Promise<string[]> => {
  const { body } = await cluster.text({
    ...{ method: 'POST', path: `/${index}/_search` },
    body: { size: 0, aggs: selecting(asked) },
  });
  const found: string[] = [];
  const { aggregations } = parseLossless(body) as Json;
  collect(aggregations, asked.parent.split('>'), [], found);
  return found.sort();
};
