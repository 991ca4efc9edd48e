import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DryRun } from '../../common/monitors/api';
import { API_TYPES } from '../../common/monitors/input';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

const FIXTURES = join(__dirname, '../fixtures/alerting/cluster_metrics');

interface Recorded {
  request: { body: Record<string, unknown> & { triggers: Array<{ query_level_trigger: object }> } };
  response: { body: { input_results: { results: Array<Record<string, unknown>> } } };
}

const recorded = (name: string): Recorded =>
  JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as Recorded;

let room: EngineRoom;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

beforeEach(() => room.begin());

afterEach(() => room.end());

const [{ query_level_trigger: notGreen }] = recorded('048-monitor-create-cluster-metrics').request
  .body.triggers;

const monitor = (uri: Record<string, unknown>, source?: string) => ({
  ...recorded('048-monitor-create-cluster-metrics').request.body,
  schedule: { period: { interval: 2, unit: 'SECONDS' } },
  query_delay_seconds: 0,
  inputs: [{ uri }],
  triggers: [
    {
      query_level_trigger: {
        ...notGreen,
        id: 't',
        ...(source ? { condition: { script: { source } } } : {}),
        actions: [
          {
            id: 'tell',
            name: 'Tell',
            destination_id: room.destination,
            message_template: { source: '{{ctx.results.0.status}}' },
          },
        ],
      },
    },
  ],
});

const dryRun = async (uri: Record<string, unknown>, source = 'true') => {
  const { status, body } = await room.host.api<DryRun>(
    'POST',
    '/api/watchkeeper/monitors/_dry_run',
    { monitor: monitor(uri, source) }
  );
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  const [result] = JSON.parse(body.results) as Array<Record<string, unknown>>;
  return { ...body, result };
};

const save = async (definition: unknown): Promise<string> => {
  const { status, body } = await room.app.tryAddMonitor(definition);
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  room.note(body.id);
  return body.id;
};

/** One node cannot hold a copy of what it holds. */
const yellowIndex = async (replicas: number): Promise<string> => {
  const name = room.cluster.uniqueName('copies');
  await room.must('PUT', `/${name}`, { settings: { number_of_replicas: replicas } });
  return name;
};

describe('a monitor of the cluster', () => {
  it('that the alerting plugin exported fires on a cluster that is not green, and ends', async () => {
    const index = await yellowIndex(1);
    const id = await save(
      monitor({
        ...{ api_type: 'CLUSTER_HEALTH', path: '_cluster/health', path_params: index },
        ...{ url: `http://localhost:9200/_cluster/health/${index}`, clusters: [] },
      })
    );
    await waitFor('a message', () => room.receiver.requests.some(({ body }) => body === 'yellow'));
    await room.must('PUT', `/${index}/_settings`, { 'index.number_of_replicas': 0 });
    await waitFor('the end', async () =>
      (await room.app.alerts('state=all')).some(
        (alert) => alert.monitor_id === id && alert.state === 'completed'
      )
    );
  });

  it.each(API_TYPES.filter((type) => type !== 'CAT_SNAPSHOTS'))('asks %s', async (type) => {
    const { problem, result } = await dryRun({ api_type: type });
    expect(problem).toBeUndefined();
    expect(Object.keys(result).length).toBeGreaterThan(0);
  });

  it('sees the health of the cluster as the alerting plugin does', async () => {
    const [expected] = recorded('049-execute-cluster-metrics-dryrun').response.body.input_results
      .results;
    const { result } = await dryRun({ api_type: 'CLUSTER_HEALTH' });
    // Elasticsearch has no managers of the cluster.
    const named = Object.keys(expected).filter((name) => !name.startsWith('discovered_'));
    expect(Object.keys(result)).toEqual(expect.arrayContaining(named));
  });

  it('sees every column of shards as the alerting plugin does', async () => {
    const [{ shards }] = recorded('050-execute-cluster-metrics-inline').response.body.input_results
      .results as Array<{ shards: object[] }>;
    const { result } = await dryRun({ api_type: 'CAT_SHARDS' });
    const [first] = result.shards as object[];
    expect(Object.keys(first).sort()).toEqual(Object.keys(shards[0]).sort());
  });

  it('judges a table: of indices by name and health', async () => {
    const [yellow, green] = [await yellowIndex(1), await yellowIndex(0)];
    const source = `ctx.results[0].indices.stream().anyMatch(i -> i.index == '%' && i.health == 'yellow' && i['docs.count'] == '0')`;
    for (const [index, triggered] of [
      [yellow, true],
      [green, false],
    ] as const) {
      const { verdicts } = await dryRun({ api_type: 'CAT_INDICES' }, source.replace('%', index));
      expect(verdicts).toMatchObject([{ kind: 'judged', groups: [{ triggered }] }]);
    }
  });

  it('has nothing to judge where an index is not there', async () => {
    const gone = room.cluster.uniqueName('gone');
    for (const type of ['CAT_INDICES', 'CAT_SHARDS', 'CAT_RECOVERY']) {
      const { verdicts, problem } = await dryRun({ api_type: type, path_params: gone });
      expect(problem).toBeUndefined();
      expect(verdicts).toMatchObject([{ noData: true }]);
    }
    const { result } = await dryRun({ api_type: 'CLUSTER_HEALTH', path_params: gone });
    expect(result).toMatchObject({ status: 'red', timed_out: true });
  });

  it('is refused where it asks anything else, and where what it asks for is not there', async () => {
    const way = await room.app.tryAddMonitor(
      monitor({ api_type: 'CAT_INDICES', path_params: '../_search' })
    );
    expect(way).toMatchObject({
      status: 400,
      body: { attributes: { problems: [{ field: 'inputs.0.uri.path_params' }] } },
    });
    const repository = await room.app.tryAddMonitor(
      monitor({ api_type: 'CAT_SNAPSHOTS', path_params: 'nowhere' })
    );
    expect(repository.status).toBe(422);
    expect(repository.body.message).toContain('nowhere');
  });
});
