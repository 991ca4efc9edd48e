import { surroundingsSchema } from '../../../common/lifecycle/api';
import { forbidden } from '../../cluster/permissions';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { TestClock } from '../../cluster/testing/test_clock';
import type { Caller } from '../../http/types';
import { Readings } from '../readings';
import { readSurroundings } from './read_surroundings';

const NO_HANDLER = { error: 'no handler found for uri [/x] and method [GET]' };

const row = (index: string, docs: string | null = '10') => ({
  ...{ index, uuid: `uuid-of-${index}`, status: docs === null ? 'close' : 'open' },
  ...{ pri: '1', rep: '1', 'docs.count': docs, 'pri.store.size': docs && '2048' },
  'creation.date': '1795244108182',
});

/** What a cluster without Index State Management answers, by the beginning of the path. */
const ANSWERS: ReadonlyArray<[string, unknown]> = [
  ['/_cat/indices/', [row('app-000001'), row('.ds-logs-000002'), row('old-app', null)]],
  [
    '/_cat/shards/',
    [
      { index: 'app-000001', store: '700' },
      { index: 'app-000001', store: '900' },
    ],
  ],
  [
    '/_alias',
    { 'app-000001': { aliases: { app: { is_write_index: true } } }, x: { aliases: { app: {} } } },
  ],
  [
    '/_data_stream',
    {
      data_streams: [
        { name: 'logs', indices: [{ index_name: 'a' }, { index_name: '.ds-logs-000002' }] },
      ],
    },
  ],
  [
    '/_cluster/state/',
    { metadata: { indices: { 'app-000001': { rollover_info: { app: { time: 5 } } } } } },
  ],
  ['/_cluster/health', { status: 'yellow' }],
  [
    '/_cluster/settings',
    {
      defaults: {
        plugins: {
          index_state_management: {
            allow_list: ['delete', 'open'],
            restricted_index_pattern: '\\.kibana.*',
          },
        },
      },
      persistent: {
        plugins: {
          index_state_management: { allow_list: ['delete'], snapshot: { deny_list: 'a, b' } },
        },
      },
    },
  ],
  ['/_snapshot', { backup: { type: 'fs' } }],
  [
    '/_nodes/stats/fs',
    { nodes: { n1: { name: 'hot-1', fs: { total: { available_in_bytes: 900 } } } } },
  ],
  ['/_ingest/pipeline', { geo: { processors: [] } }],
  [
    '/_nodes/plugins',
    {
      nodes: {
        n1: {
          ...{ name: 'hot-1', roles: ['data_hot', 'ingest'], attributes: { temp: 'hot' } },
          ...{ version: '3.4.0', plugins: [{ name: 'opensearch-notifications' }] },
        },
        n2: { name: 'boss', roles: ['cluster_manager', 'warm'], version: '3.10.0' },
      },
    },
  ],
  [
    '/_index_template',
    {
      index_templates: [
        {
          name: 't',
          index_template: {
            index_patterns: ['app-*'],
            template: { aliases: { app: {} }, settings: { index: { default_pipeline: 'geo' } } },
          },
        },
      ],
    },
  ],
  ['/_template', { old: { index_patterns: ['old-*'], aliases: {} } }],
];

const SETTINGS = {
  'app-000001': {
    settings: {
      index: {
        ...{ hidden: 'true', auto_expand_replicas: '0-1', replication: { type: 'SEGMENT' } },
        plugins: { index_state_management: { rollover_alias: 'app' } },
      },
    },
  },
};

const clusterWith = (
  refused: readonly string[] = [],
  more: ReadonlyArray<[string, unknown]> = []
) => {
  const asked: ClusterRequest[] = [];
  const answer = ({ path }: ClusterRequest): { status: number; body: unknown } => {
    if (path === '/') return { status: 200, body: { version: { distribution: 'opensearch' } } };
    if (refused.some((begin) => path.startsWith(begin))) {
      throw forbidden('no permissions for [indices:monitor/stats] and User [name=bob', ['app'], {});
    }
    if (path.endsWith('/_settings')) return { status: 200, body: SETTINGS };
    const known = [...more, ...ANSWERS].find(([begin]) => path.startsWith(begin));
    return known ? { status: 200, body: known[1] } : { status: 400, body: NO_HANDLER };
  };
  const cluster: Cluster = {
    async request<T>(request: ClusterRequest) {
      asked.push(request);
      const { status, body } = answer(request);
      return { status, body: body as T };
    },
    text: () => Promise.reject(new Error('Nothing is read as a text.')),
  };
  return { cluster, asked };
};

const may = { read: true, acknowledge: true, write: true };
const caller = { roles: [], secured: false, may };

const read = (cluster: Cluster, ask: object, by: Caller = caller) =>
  readSurroundings(
    new Readings(new TestClock()),
    { cluster, caller: by },
    surroundingsSchema.parse(ask),
    7
  );

describe('what a policy is judged against, on a cluster without Index State Management', () => {
  it('is all that the cluster has, without a gap', async () => {
    const { cluster } = clusterWith();
    const found = await read(cluster, { policy_id: 'p', patterns: ['app-*', 'logs', '-app-2*'] });
    expect(found).toMatchObject({
      ...{ now: 7, policy_id: 'p', gaps: [], repositories: ['backup'] },
      cluster: { red: false, allowed_actions: ['delete'] },
      denied_repositories: ['a', 'b'],
      restricted_pattern: '\\.kibana.*',
      data_nodes: [{ name: 'hot-1', attributes: { temp: 'hot' }, free_bytes: 900 }],
      pipelines: ['geo'],
      capabilities: {
        ...{ distribution: 'opensearch', version: '3.4.0', search_nodes: 1 },
        plugins: ['opensearch-notifications'],
      },
      index_templates: [
        { name: 't', index_patterns: ['app-*'], aliases: ['app'], pipelines: ['geo'] },
        { name: 'old', index_patterns: ['old-*'], aliases: [] },
      ],
    });
    expect(found).not.toHaveProperty('channels');
    expect(found).not.toHaveProperty('privileges');
    expect(found).not.toHaveProperty('templates');
  });

  it('has facts of the indices that match, those of data streams by the name of the stream', async () => {
    const { cluster, asked } = clusterWith();
    const { indices = [] } = await read(cluster, { patterns: ['app-*', 'logs', '-app-2*'] });
    expect(indices).toEqual([
      {
        facts: {
          ...{ name: 'app-000001', uuid: 'uuid-of-app-000001', created_at: 1795244108182 },
          ...{ status: 'open', docs: 10, primary_bytes: 2048, largest_shard_bytes: 900 },
          ...{ primaries: 1, replicas: 1, rollover_alias: 'app' },
          aliases: [{ name: 'app', is_write_index: true, members: 2 }],
          rollovers: [{ target: 'app', at: 5 }],
        },
        ...{ hidden: true, auto_expand_replicas: '0-1', can_be_search_only: false },
      },
      {
        can_be_search_only: false,
        facts: expect.objectContaining({
          name: '.ds-logs-000002',
          data_stream: { name: 'logs', is_write_index: true },
        }) as object,
      },
    ]);
    expect(asked.filter(({ path }) => path.startsWith('/_cat/indices'))).toHaveLength(1);
    // A closed index that is named has the cluster refuse the sizes of all.
    const shards = asked.find(({ path }) => path.startsWith('/_cat/shards'));
    expect(shards?.path).toBe('/_cat/shards/app-*,logs*');
  });

  it('says of a closed index no more than is known', async () => {
    const { cluster } = clusterWith();
    const { indices = [] } = await read(cluster, { patterns: ['old-*'] });
    expect(indices.map(({ facts }) => facts)).toMatchObject([{ name: 'old-app', status: 'close' }]);
    expect(indices[0].facts).not.toHaveProperty('docs');
  });

  it('lacks what the caller may not read, and says each in a sentence', async () => {
    const { cluster } = clusterWith(['/_cat/indices', '/_snapshot']);
    const found = await read(cluster, { patterns: ['app-*'] });
    expect(found).not.toHaveProperty('indices');
    expect(found).not.toHaveProperty('repositories');
    expect(found.data_nodes).toHaveLength(1);
    expect([...found.gaps].sort()).toEqual([
      expect.stringMatching(/^The indices could not be read: bob lacks/),
      expect.stringMatching(/^The snapshot repositories could not be read: bob lacks/),
    ]);
  });

  it('asks for all indices where the names fill more than a line', async () => {
    const { cluster, asked } = clusterWith();
    const patterns = Array.from({ length: 100 }, (_, i) => `${'n'.repeat(60)}${i}`);
    await read(cluster, { patterns });
    expect(asked.some(({ path }) => path === '/_cat/indices/*')).toBe(true);
  });

  it('asks for no indices where none are wanted', async () => {
    const { cluster, asked } = clusterWith();
    expect((await read(cluster, {})).indices).toEqual([]);
    expect(asked.some(({ path }) => path.startsWith('/_cat'))).toBe(false);
  });
});

describe('what whoever asks may do', () => {
  const jane: Caller = { name: 'jane', roles: ['writer'], secured: true, may };
  const KEPT: ReadonlyArray<[string, unknown]> = [
    [
      '/_plugins/_security/api/roles',
      {
        writer: {
          cluster_permissions: ['cluster_monitor'],
          index_permissions: [{ index_patterns: ['app-*'], allowed_actions: ['all_of_it'] }],
        },
        other: { cluster_permissions: ['*'], index_permissions: [] },
      },
    ],
    [
      '/_plugins/_security/api/actiongroups',
      {
        cluster_monitor: { allowed_actions: ['cluster:monitor/*'] },
        all_of_it: { allowed_actions: ['writes', 'indices:admin/*'] },
        writes: { allowed_actions: ['indices:data/write/*'] },
      },
    ],
  ];

  it('is what their roles grant, groups of actions taken apart', async () => {
    const { cluster } = clusterWith([], KEPT);
    const { privileges, gaps } = await read(cluster, {}, jane);
    expect(gaps).toEqual([]);
    expect(privileges).toEqual({
      ...{ user: 'jane', cluster: ['cluster:monitor/*'] },
      index: [{ patterns: ['app-*'], actions: ['indices:admin/*', 'indices:data/write/*'] }],
    });
  });

  it('is a gap where only administrators may read the roles', async () => {
    const { cluster } = clusterWith(['/_plugins/_security/api']);
    const { privileges, gaps } = await read(cluster, {}, jane);
    expect(privileges).toBeUndefined();
    expect(gaps).toEqual([expect.stringMatching(/^What your roles allow could not be read: bob/)]);
  });
});
