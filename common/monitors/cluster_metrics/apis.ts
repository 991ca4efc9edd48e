import type { ApiType } from '../input';

/** One of the read-only calls that a monitor of the cluster may make. Source: OpenSearch Alerting's allow-list. */
export interface Api {
  /** As documents name it. */
  path: string;
  /** Whether it takes path parameters: names of indices, of nodes, of a repository. */
  params: 'none' | 'optional' | 'required';
  /** What the parameters name; for messages. */
  names?: string;
  /**
   * What is asked of the cluster: always a GET. Where the alerting plugin has no text table but the answer of the call
   * behind it, that one is made, so that conditions find the same fields.
   *
   * @param params ready for a path; empty for none
   */
  ask(params: string): { path: string; query?: Readonly<Record<string, string | boolean>> };
  /** Whether the cluster waits for an index that is not there, until its `timeout`. */
  waits?: boolean;
  /** The member that holds the list, where the answer is one list: nothing in it is nothing to judge. */
  list?: string;
}

/** The columns of shards by the names that the alerting plugin gives them: for the cluster they are aliases. */
const SHARD_COLUMNS = (
  'index shard primaryOrReplica state docs store id node sync_id ' +
  'unassigned.reason unassigned.at unassigned.for unassigned.details recoverysource.type ' +
  'completionSize fielddataMemory fielddataEvictions queryCacheMemory queryCacheEvictions flushTotal flushTotalTime ' +
  'getCurrent getTime getTotal getExistsTime getExistsTotal getMissingTime getMissingTotal ' +
  'indexingDeleteCurrent indexingDeleteTime indexingDeleteTotal ' +
  'indexingIndexCurrent indexingIndexTime indexingIndexTotal indexingIndexFailed ' +
  'mergesCurrent mergesCurrentDocs mergesCurrentSize mergesTotal mergesTotalDocs mergesTotalSize mergesTotalTime ' +
  'refreshTotal refreshTime searchFetchCurrent searchFetchTime searchFetchTotal searchOpenContexts ' +
  'searchQueryCurrent searchQueryTime searchQueryTotal searchScrollCurrent searchScrollTime searchScrollTotal ' +
  'segmentsCount segmentsMemory segmentsIndexWriterMemory segmentsVersionMapMemory fixedBitsetMemory ' +
  'maxSeqNo localCheckpoint globalCheckpoint'
).split(' ');

const under = (path: string, params: string): string => (params ? `${path}/${params}` : path);

const INDICES = 'names of indices, separated by commas';

const table = (columns: string) => ({ format: 'json', h: columns, expand_wildcards: 'all' });

export const APIS: Readonly<Record<ApiType, Api>> = {
  CAT_INDICES: {
    path: '/_cat/indices',
    params: 'optional',
    names: INDICES,
    ask: (params) => ({ path: under('/_cat/indices', params), query: table('*') }),
    list: 'indices',
  },
  CAT_PENDING_TASKS: {
    path: '/_cat/pending_tasks',
    params: 'none',
    ask: () => ({ path: '/_cluster/pending_tasks' }),
    list: 'tasks',
  },
  CAT_RECOVERY: {
    path: '/_cat/recovery',
    params: 'optional',
    names: INDICES,
    ask: (params) => ({ path: params ? `/${params}/_recovery` : '/_recovery' }),
  },
  CAT_SHARDS: {
    path: '/_cat/shards',
    params: 'optional',
    names: INDICES,
    ask: (params) => ({
      path: under('/_cat/shards', params),
      query: { format: 'json', h: SHARD_COLUMNS.join(',') },
    }),
    list: 'shards',
  },
  CAT_SNAPSHOTS: {
    path: '/_cat/snapshots',
    params: 'required',
    names: 'the name of a snapshot repository',
    ask: (params) => ({ path: `/_snapshot/${params}/_all` }),
    list: 'snapshots',
  },
  CAT_TASKS: {
    path: '/_cat/tasks',
    params: 'none',
    ask: () => ({ path: '/_tasks', query: { group_by: 'none' } }),
    list: 'tasks',
  },
  CLUSTER_HEALTH: {
    path: '/_cluster/health',
    params: 'optional',
    names: INDICES,
    ask: (params) => ({ path: under('/_cluster/health', params) }),
    waits: true,
  },
  CLUSTER_SETTINGS: {
    path: '/_cluster/settings',
    params: 'none',
    ask: () => ({ path: '/_cluster/settings' }),
  },
  CLUSTER_STATS: {
    path: '/_cluster/stats',
    params: 'optional',
    names: 'ids or names of nodes, separated by commas',
    ask: (params) => ({ path: params ? `/_cluster/stats/nodes/${params}` : '/_cluster/stats' }),
  },
  NODES_STATS: {
    path: '/_nodes/stats',
    params: 'none',
    ask: () => ({ path: '/_nodes/stats' }),
  },
};

const TYPES = Object.keys(APIS).filter((type): type is ApiType => type in APIS);

export const trimSlashes = (path: string): string => path.trim().replace(/^\/+|\/+$/g, '');

const isAt = (path: string, api: Api): boolean =>
  path === trimSlashes(api.path) || path.startsWith(`${trimSlashes(api.path)}/`);

/** Which API a path belongs to; undefined for one that is not allowed. */
export const apiTypeOf = (path: string): ApiType | undefined =>
  TYPES.find((type) => isAt(trimSlashes(path), APIS[type]));

/** The path parameters in a path of this API. */
export const paramsIn = (path: string, type: ApiType): string =>
  trimSlashes(trimSlashes(path).slice(trimSlashes(APIS[type].path).length));
