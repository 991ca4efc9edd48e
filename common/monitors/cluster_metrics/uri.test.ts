import { uriInputSchema } from '../input';
import { monitorSchema } from '../monitor';
import created from '../../../test/fixtures/alerting/cluster_metrics/048-monitor-create-cluster-metrics.json';
import { clusterMetricsProblems } from './check';
import { readUri } from './uri';

const read = (uri: Record<string, unknown>) => readUri(uriInputSchema.parse({ uri }).uri);

const callOf = (uri: Record<string, unknown>) => {
  const answer = read(uri);
  if (answer.kind === 'problems') throw new Error(JSON.stringify(answer.problems));
  return answer.call;
};

describe('what a monitor of the cluster asks', () => {
  it('is read from what the alerting plugin exports', () => {
    const { uri } = created.request.body.inputs[0];
    expect(callOf(uri)).toEqual({
      apiType: 'CLUSTER_HEALTH',
      path: '/_cluster/health',
      waits: false,
    });
    expect(callOf({ ...uri, url: '', path_params: 'logs' }).waits).toBe(true);
  });

  it.each([
    [{ url: 'http://localhost:9200/_cluster/health' }, 'CLUSTER_HEALTH', '/_cluster/health'],
    [
      { url: 'http://localhost:9200/_cluster/health/a,b' },
      'CLUSTER_HEALTH',
      '/_cluster/health/a,b',
    ],
    [{ path: '/_cat/indices', path_params: '/logs-*/' }, 'CAT_INDICES', '/_cat/indices/logs-*'],
    [{ path: '_cat/indices/logs-*' }, 'CAT_INDICES', '/_cat/indices/logs-*'],
    [
      { path: '/_cat/snapshots', path_params: 'backups' },
      'CAT_SNAPSHOTS',
      '/_snapshot/backups/_all',
    ],
    [{ path: '/_cat/recovery', path_params: 'a, b' }, 'CAT_RECOVERY', '/a,b/_recovery'],
    [{ path: '/_cat/recovery' }, 'CAT_RECOVERY', '/_recovery'],
    [{ path: '/_cat/pending_tasks' }, 'CAT_PENDING_TASKS', '/_cluster/pending_tasks'],
    [{ path: '/_cat/tasks' }, 'CAT_TASKS', '/_tasks'],
    [{ path: '/_cluster/settings' }, 'CLUSTER_SETTINGS', '/_cluster/settings'],
    [{ path: '/_cluster/stats', path_params: 'n1' }, 'CLUSTER_STATS', '/_cluster/stats/nodes/n1'],
    [{ path: '/_nodes/stats' }, 'NODES_STATS', '/_nodes/stats'],
    [
      { path: '/_cluster/health', path_params: '로그' },
      'CLUSTER_HEALTH',
      `/_cluster/health/${encodeURIComponent('로그')}`,
    ],
    [{ url: 'http://localhost:9200/_cat/shards/a%40b' }, 'CAT_SHARDS', '/_cat/shards/a%40b'],
  ])('is worked out of %j', (uri, apiType, path) => {
    expect(callOf(uri)).toMatchObject({ apiType, path });
  });

  it('takes the name of the API from the document where it is there', () => {
    expect(callOf({ api_type: 'CAT_INDICES' }).path).toBe('/_cat/indices');
    expect(
      callOf({
        api_type: 'CLUSTER_HEALTH',
        path: '_cluster/health',
        path_params: 'logs',
        url: 'http://localhost:9200/_cluster/health/logs',
      }).path
    ).toBe('/_cluster/health/logs');
  });

  it.each([
    [{ api_type: 'CAT_SNAPSHOTS' }, 'path_params', 'requires path parameters'],
    [{ api_type: 'CAT_TASKS', path_params: 'x' }, 'path_params', 'does not use path parameters'],
    [{ api_type: 'CAT_INDICES', path_params: '../_all' }, 'path_params', 'may not hold'],
    [{ api_type: 'CAT_INDICES', path_params: '..' }, 'path_params', 'no way to another API'],
    [{ api_type: 'CAT_INDICES', path_params: 'a/_settings' }, 'path_params', 'may not hold'],
    [{ api_type: 'CAT_INDICES', path_params: 'a?v' }, 'path_params', 'may not hold'],
    [{ api_type: 'CAT_INDICES', path_params: 'a%2f..' }, 'path_params', 'may not hold'],
    [{ api_type: 'CAT_INDICES', path_params: 'a b' }, 'path_params', 'may not hold'],
    [{ api_type: 'CAT_INDICES', path_params: 'a,,b' }, 'path_params', 'empty'],
    [{ api_type: 'CAT_RECOVERY', path_params: '_cluster' }, 'path_params', 'no way to another API'],
    [{ api_type: 'CAT_INDICES', path: '/_cluster/health' }, 'path', 'choose CLUSTER_HEALTH'],
    [{ api_type: 'CAT_INDICES', path: '/_search' }, 'path', 'is not that of CAT_INDICES'],
    [{ api_type: 'CAT_INDICES', path: '/_cat/indices_of_mine' }, 'path', 'is not that of'],
    [
      { api_type: 'CAT_INDICES', url: 'http://other:9200/_cat/indices' },
      'url',
      'Only this cluster',
    ],
    [
      { api_type: 'CAT_INDICES', url: 'http://localhost.evil/_cat/indices' },
      'url',
      'Only this cluster',
    ],
    [{ api_type: 'CAT_INDICES', url: 'http://localhost:9200/_search' }, 'url', 'path of the URL'],
    [
      { api_type: 'CAT_INDICES', url: 'http://localhost:9200/_cat/indices?v' },
      'url',
      'query string',
    ],
    [
      { path: '/_cat/indices', path_params: 'a', url: 'http://localhost:9200/_cat/indices/b' },
      'url',
      'differ',
    ],
    [{ api_type: 'CAT_INDICES', clusters: ['other'] }, 'clusters', 'Other clusters'],
  ])('is refused where it is %j', (uri, field, message) => {
    expect(read(uri)).toEqual({
      kind: 'problems',
      problems: [{ field, message: expect.stringContaining(message) }],
    });
  });

  it('is refused at its field of the monitor', () => {
    const monitor = monitorSchema.parse({
      ...created.request.body,
      inputs: [{ uri: { api_type: 'CAT_SNAPSHOTS' } }],
      triggers: [],
    });
    if (monitor.monitor_type !== 'cluster_metrics_monitor') throw new Error(monitor.monitor_type);
    expect(clusterMetricsProblems(monitor)).toEqual([
      {
        field: 'inputs.0.uri.path_params',
        message: 'CAT_SNAPSHOTS requires path parameters: give the name of a snapshot repository.',
      },
    ]);
  });

  it('must be on the list', () => {
    expect(
      uriInputSchema.safeParse({ uri: { url: 'http://localhost:9200/_search' } })
    ).toMatchObject({ success: false });
    expect(uriInputSchema.safeParse({ uri: { path: '/constructor' } }).success).toBe(false);
  });
});
