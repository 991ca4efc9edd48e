import type { IndexFacts } from '../../../common/monitors/doc_level/memory';
import type { Sample } from '../../../common/monitors/doc_level/position';
import { WatchkeeperError } from '../../../common/errors';
import type { Cluster } from '../../cluster/types';

interface Settings {
  settings: {
    index: {
      uuid: string;
      creation_date: string;
      number_of_shards: string;
      refresh_interval?: string;
      resize?: unknown;
    };
  };
}

interface Stats {
  indices?: Record<string, { shards?: Record<string, ShardStats[]> }>;
}

interface ShardStats {
  routing?: { primary?: boolean };
  seq_no?: { max_seq_no: number; global_checkpoint: number };
}

const SETTINGS = ['uuid', 'creation_date', 'number_of_shards', 'refresh_interval', 'resize'];
const STATS = ['routing.primary', 'seq_no.max_seq_no', 'seq_no.global_checkpoint'];

/** Every shard's sample, as its primary gives it. */
const samplesOf = (
  name: string,
  shards: number,
  stats: Record<string, ShardStats[]>,
  now: number
): Map<number, Sample> =>
  new Map(
    Array.from({ length: shards }, (_, shard): [number, Sample] => {
      const primary = stats[shard]?.find(({ routing }) => routing?.primary);
      if (!primary?.seq_no) {
        throw new WatchkeeperError(
          'cluster_refused',
          `Shard ${shard} of ${name} is not there: its new documents are read when it is.`,
          { type: 'partial' }
        );
      }
      const { max_seq_no: max, global_checkpoint: checkpoint } = primary.seq_no;
      return [shard, { checkpoint, max, at: now }];
    })
  );

/**
 * The indices that names, patterns, aliases and data streams stand for, and how far each of their shards has been
 * written.
 *
 * @param now epoch milliseconds
 * @throws WatchkeeperError also where a shard is not there: a partial answer is an error
 */
export const readFacts = async (
  cluster: Cluster,
  indices: readonly string[],
  now: number
): Promise<IndexFacts[]> => {
  const path = `/${indices.map(encodeURIComponent).join(',')}`;
  const { body: settings } = await cluster.request<Record<string, Settings>>({
    method: 'GET',
    path: `${path}/_settings`,
    query: {
      expand_wildcards: 'open',
      filter_path: SETTINGS.map((name) => `*.settings.index.${name}`).join(','),
    },
  });
  const names = Object.keys(settings).sort();
  if (names.length === 0) return [];
  const { body: stats } = await cluster.request<Stats>({
    method: 'GET',
    // Which statistics does not matter: of each shard its numbers are there.
    path: `${path}/_stats/get`,
    query: {
      level: 'shards',
      filter_path: STATS.map((name) => `indices.*.shards.*.${name}`).join(','),
    },
  });
  return names.map((name) => {
    const { index } = settings[name].settings;
    const shards = stats.indices?.[name]?.shards ?? {};
    return {
      name,
      uuid: index.uuid,
      created: Number(index.creation_date),
      resized: index.resize !== undefined,
      refreshes: !String(index.refresh_interval ?? '').startsWith('-'),
      shards: samplesOf(name, Number(index.number_of_shards), shards, now),
    };
  });
};
