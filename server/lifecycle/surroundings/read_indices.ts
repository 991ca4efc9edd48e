import type { AliasFacts, IndexFacts } from '../../../common/lifecycle/decide/facts';
import { isRecord } from '../../../common/json/record';
import type { Cluster } from '../../cluster/types';
import type { Gaps } from '../readings';
import { readDataStreams } from './read_streams';

/** Closed and hidden ones too; one that is gone meanwhile is left out. */
const ALL = { expand_wildcards: 'all', ignore_unavailable: true, allow_no_indices: true };

interface CatRow {
  index: string;
  uuid: string;
  status: string;
  pri: string;
  rep: string;
  'docs.count': string | null;
  'pri.store.size': string | null;
  'creation.date': string;
}

const COLUMNS = 'index,uuid,status,pri,rep,docs.count,pri.store.size,creation.date';

const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
};

/**
 * OpenSearch 3.5 never answers `_cat/indices` of a name that is not there, where that is to be passed over. So names are
 * asked for as patterns.
 */
const asPatterns = (target: string): string =>
  target
    .split(',')
    .map((name) => (name.includes('*') || name.startsWith('-') ? name : `${name}*`))
    .join(',');

/** Those of the target, and some whose names begin as its names do. */
const listIndices = async (cluster: Cluster, target: string): Promise<CatRow[]> => {
  const query = { format: 'json', bytes: 'b', h: COLUMNS, ...ALL };
  const { status, body } = await cluster.request<CatRow[]>(
    { method: 'GET', path: `/_cat/indices/${asPatterns(target)}`, query },
    { ignore: [404] }
  );
  return status === 200 && Array.isArray(body) ? body : [];
};

export interface IndexSettings {
  hidden: boolean;
  rollover_alias?: string;
  rollover_skip?: boolean;
  auto_expand_replicas?: string;
  can_be_search_only?: boolean;
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);

/** A remote store, replication by segments and a copy to search in. */
const canBeSearchOnly = (index: unknown): boolean =>
  String(at(index, 'remote_store', 'enabled')) === 'true' &&
  at(index, 'replication', 'type') === 'SEGMENT' &&
  Number(at(index, 'number_of_search_replicas') ?? 0) > 0;

const settingsIn = (entry: unknown): IndexSettings => {
  const index = at(entry, 'settings', 'index');
  // The older name goes on being honoured.
  const both = ['plugins', 'opendistro'].map((owner) => at(index, owner, 'index_state_management'));
  const [alias] = both.map((ism) => at(ism, 'rollover_alias')).filter((each) => each);
  const skips = both.some((ism) => String(at(ism, 'rollover_skip')) === 'true');
  const range = at(index, 'auto_expand_replicas');
  return {
    hidden: String(at(index, 'hidden')) === 'true',
    can_be_search_only: canBeSearchOnly(index),
    ...(typeof range === 'string' && range !== 'false' ? { auto_expand_replicas: range } : {}),
    ...(typeof alias === 'string' ? { rollover_alias: alias } : {}),
    ...(skips ? { rollover_skip: true } : {}),
  };
};

const WANTED = [
  ...['hidden', 'plugins', 'opendistro', 'auto_expand_replicas'],
  ...['remote_store.enabled', 'replication.type', 'number_of_search_replicas'],
];

const readSettings = async (
  cluster: Cluster,
  target: string
): Promise<ReadonlyMap<string, IndexSettings>> => {
  const names = WANTED.map((name) => `*.settings.index.${name}`);
  const { status, body } = await cluster.request<Record<string, unknown>>(
    {
      method: 'GET',
      path: `/${target}/_settings`,
      query: { filter_path: names.join(','), ...ALL },
    },
    { ignore: [404] }
  );
  const found = status === 200 ? Object.entries(body) : [];
  return new Map(found.map(([index, entry]) => [index, settingsIn(entry)]));
};

type Aliases = Record<string, { aliases?: Record<string, { is_write_index?: boolean }> }>;

/** Of all indices, since how many share an alias says whether one of them is written to without being told so. */
const readAliases = async (cluster: Cluster): Promise<ReadonlyMap<string, AliasFacts[]>> => {
  const { status, body } = await cluster.request<Aliases>(
    { method: 'GET', path: '/_alias', query: { expand_wildcards: 'all' } },
    { ignore: [404] }
  );
  const entries = status === 200 ? Object.entries(body) : [];
  const members = new Map<string, number>();
  for (const [, { aliases = {} }] of entries) {
    for (const name of Object.keys(aliases)) members.set(name, (members.get(name) ?? 0) + 1);
  }
  return new Map(
    entries.map(([index, { aliases = {} }]) => [
      index,
      Object.entries(aliases).map(([name, { is_write_index }]) => ({
        ...{ name, members: members.get(name) ?? 1 },
        ...(is_write_index === undefined ? {} : { is_write_index }),
      })),
    ])
  );
};

/** When each index was rolled over, by alias or data stream. */
const readRollovers = async (
  cluster: Cluster,
  target: string
): Promise<ReadonlyMap<string, IndexFacts['rollovers']>> => {
  const { status, body } = await cluster.request(
    {
      method: 'GET',
      path: `/_cluster/state/metadata/${target}`,
      query: { filter_path: 'metadata.indices.*.rollover_info', ...ALL },
    },
    { ignore: [404] }
  );
  const indices = status === 200 ? at(body, 'metadata', 'indices') : undefined;
  return new Map(
    Object.entries(isRecord(indices) ? indices : {}).map(([index, entry]) => {
      const info = at(entry, 'rollover_info');
      const rollovers = Object.entries(isRecord(info) ? info : {}).flatMap(([name, rolled]) => {
        const time = at(rolled, 'time');
        return typeof time === 'number' ? [{ target: name, at: time }] : [];
      });
      return [index, rollovers];
    })
  );
};

/**
 * The largest copy of a primary shard of each index. By patterns: a closed index that is named refuses the listing of all
 * (`index_closed_exception`), one that a pattern matches is passed over.
 */
const readLargest = async (
  cluster: Cluster,
  target: string
): Promise<ReadonlyMap<string, number>> => {
  const query = { format: 'json', bytes: 'b', h: 'index,store' };
  const { status, body } = await cluster.request<Array<{ index: string; store: string | null }>>(
    { method: 'GET', path: `/_cat/shards/${asPatterns(target)}`, query },
    { ignore: [404] }
  );
  const largest = new Map<string, number>();
  for (const { index, store } of status === 200 && Array.isArray(body) ? body : []) {
    const bytes = numberIn(store);
    if (bytes !== undefined) largest.set(index, Math.max(bytes, largest.get(index) ?? 0));
  }
  return largest;
};

export interface FoundIndex extends Pick<
  IndexSettings,
  'hidden' | 'auto_expand_replicas' | 'can_be_search_only'
> {
  facts: IndexFacts;
}

/**
 * Facts of indices, from one listing and what it lacks. What the caller may not read becomes a gap. There may be more
 * than were asked for, whose names begin alike.
 *
 * @param target names and patterns, ready for a path
 * @returns undefined where not even the listing can be read
 */
export const readIndices = (
  cluster: Cluster,
  target: string,
  gaps: Gaps
): Promise<FoundIndex[] | undefined> =>
  gaps.around('The indices', () => demandIndices(cluster, target, gaps));

/** The same where nothing can be told without the listing: then its refusal is thrown. */
export const demandIndices = async (
  cluster: Cluster,
  target: string,
  gaps: Gaps
): Promise<FoundIndex[]> => {
  const rows = await listIndices(cluster, target);
  if (rows.length === 0) return [];
  const [settings, aliases, streams, rollovers, largest] = await Promise.all([
    gaps.around('The settings of the indices', () => readSettings(cluster, target)),
    gaps.around('The aliases', () => readAliases(cluster)),
    gaps.around('The data streams', () => readDataStreams(cluster)),
    gaps.around('When indices were rolled over', () => readRollovers(cluster, target)),
    gaps.around('The sizes of the shards', () => readLargest(cluster, target)),
  ]);
  return rows.map((row) => {
    const name = row.index;
    const {
      hidden = false,
      auto_expand_replicas: range,
      can_be_search_only: searchOnly = false,
      ...ism
    } = settings?.get(name) ?? {};
    const [docs, bytes] = [numberIn(row['docs.count']), numberIn(row['pri.store.size'])];
    const [stream, shard] = [streams?.get(name), largest?.get(name)];
    const facts: IndexFacts = {
      ...{ name, uuid: row.uuid, created_at: Number(row['creation.date']) },
      status: row.status === 'close' ? 'close' : 'open',
      ...(docs === undefined ? {} : { docs }),
      ...(bytes === undefined ? {} : { primary_bytes: bytes }),
      ...(shard === undefined ? {} : { largest_shard_bytes: shard }),
      ...{ primaries: Number(row.pri), replicas: Number(row.rep) },
      aliases: aliases?.get(name) ?? [],
      ...(stream ? { data_stream: stream } : {}),
      ...ism,
      rollovers: rollovers?.get(name) ?? [],
    };
    return {
      ...{ facts, hidden },
      ...(settings ? { can_be_search_only: searchOnly } : {}),
      ...(range === undefined ? {} : { auto_expand_replicas: range }),
    };
  });
};
