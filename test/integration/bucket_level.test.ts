import type { Alert } from '../../common/alerts/alert';
import type { BucketLevelTrigger } from '../../common/monitors/trigger';
import { bucketScriptProblems } from '../../server/monitors/kinds/bucket_script_check';
import type { TestCluster } from '../support/cluster';
import { inWindow } from '../support/line_tellers';
import { waitFor } from '../support/wait_for';
import { CASES } from './bucket_level_cases';
import type { BucketCase } from './bucket_level_cases';
import { MAPPING, documents } from './bucket_level_data';
import { clusterAt, firing, monitorOf, passing, runOf } from './bucket_level_rig';
import { picker, seededRandom } from './conditions_random';
import { EngineRoom } from './engine_room';

const isElasticsearch = process.env.TEST_CLUSTER_EDITION?.startsWith('elasticsearch') ?? false;

let room: EngineRoom;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

describe('the same as a bucket_selector of the cluster', () => {
  let index: string;
  let test: TestCluster;
  let direct: ReturnType<typeof clusterAt>;

  beforeAll(async () => {
    test = room.cluster;
    index = test.uniqueName('bucket-data');
    await room.must('PUT', `/${index}`, MAPPING);
    await test.index(index, documents(4000));
    direct = clusterAt(test.url);
  });

  afterAll(() => direct?.close());

  const both = async (asked: BucketCase) => ({
    ours: firing(await runOf(direct.cluster, monitorOf(index, asked))),
    theirs: await passing(direct.cluster, index, asked),
  });

  const here = CASES.filter(({ notOn }) => !(isElasticsearch && notOn === 'elasticsearch'));

  it.each(here.map((each) => [each.name, each] as const))('judges %s', async (_name, asked) => {
    const { ours, theirs } = await both(asked);
    expect(ours).toEqual(theirs);
    // A case in which nothing fires would prove nothing.
    expect(ours.length).toBeGreaterThan(0);
  });

  it('judges conditions at random', async () => {
    const random = seededRandom(7);
    const { pick } = picker(random);
    const [base] = CASES;
    const value = () => `params.${pick(Object.keys(base.paths))}`;
    const number = () => String(pick([0, 2, 10, 0.5, 35.5, 1000, 20_000]));
    const side = (): string =>
      pick([
        value,
        value,
        number,
        () => `(${value()} ${pick(['+', '-', '*', '/', '%'])} ${number()})`,
      ])();
    const test = (): string => `${value()} ${pick(['>', '<', '>=', '<=', '==', '!='])} ${side()}`;
    const condition = (): string =>
      pick([
        test,
        () => `!(${test()})`,
        () => `${test()} && ${test()}`,
        () => `${test()} || ${test()}`,
      ])();
    const disagreements: unknown[] = [];
    let fired = 0;
    for (let i = 0; i < 24; i++) {
      const asked = { ...base, script: condition(), gap: pick(['skip', 'insert_zeros'] as const) };
      const { ours, theirs } = await both(asked);
      fired += ours.length;
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
        disagreements.push({ script: asked.script, gap: asked.gap, ours, theirs });
      }
    }
    expect(disagreements).toEqual([]);
    expect(fired).toBeGreaterThan(100);
  });

  it('tells of terms that the answer leaves out, and reads every page of a composite', async () => {
    const few = CASES.find(({ name }) => name === 'terms by a metric');
    const [paged] = CASES;
    if (!few) throw new Error('The case is gone.');
    expect(await runOf(direct.cluster, monitorOf(index, few))).toMatchObject({
      leftOut: { count: expect.any(Number), reason: expect.stringContaining('raise its size') },
    });
    const all = await runOf(direct.cluster, monitorOf(index, paged));
    expect(all).not.toHaveProperty('leftOut');
    const { body } = await test.request<{ aggregations: { by: { buckets: unknown[] } } }>(
      'POST',
      `/${index}/_search`,
      {
        size: 0,
        aggs: {
          by: { composite: { ...(paged.aggs.by as { composite: object }).composite, size: 5000 } },
        },
      }
    );
    const there = body.aggregations.by.buckets.length;
    expect(there).toBeGreaterThan(75);
    expect(all.kind === 'judged' && all.groups.length).toBe(there);
  });

  it('finds out by the cluster that a script cannot be compiled, and that others can', async () => {
    const [base] = CASES;
    const check = (script: string) =>
      bucketScriptProblems(
        direct.cluster,
        monitorOf(index, { ...base, script }),
        { start: 0, end: 0 },
        30
      );
    expect(await check('Math.log(params.n) > 2')).toEqual([]);
    expect(await check('new Nothing(params.n) == null')).toEqual([
      {
        field: 'triggers.0.bucket_level_trigger.condition.script.source',
        message: expect.stringContaining('Nothing'),
      },
    ]);
  });
});

describe('a monitor of groups', () => {
  beforeEach(() => room.begin());

  afterEach(() => room.end());

  const GROUP = 'kubernetes.container_name';

  const monitor = (actions: object[], change: Partial<BucketLevelTrigger> = {}) => ({
    ...{ name: 'Errors by container', enabled: true, monitor_type: 'bucket_level_monitor' },
    schedule: { period: { interval: 3, unit: 'SECONDS' } },
    query_delay_seconds: 2,
    inputs: [
      {
        search: {
          indices: [room.index],
          query: {
            size: 0,
            query: { bool: { filter: [inWindow] } },
            aggs: { by: { composite: { sources: [{ container: { terms: { field: GROUP } } }] } } },
          },
        },
      },
    ],
    triggers: [
      {
        bucket_level_trigger: {
          ...{ id: 't', name: 'Any', severity: '2', actions },
          condition: {
            ...{ parent_bucket_path: 'by', buckets_path: { n: '_count' } },
            script: { source: 'params.n > 0' },
          },
          ...change,
        },
      },
    ],
  });

  const action = (source: string, scope: object) => ({
    ...{ id: 'a', name: 'Tell', destination_id: room.destination },
    message_template: { source },
    action_execution_policy: { action_execution_scope: scope },
  });

  const lineOf = (container: string, at = Date.now()) => ({
    ...{ '@timestamp': new Date(at).toISOString(), message: 'x', level: 'ERROR' },
    kubernetes: { container_name: container },
  });

  const added = async (body: object): Promise<string> => {
    const answer = await room.app.tryAddMonitor(body);
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    room.note(answer.body.id);
    return answer.body.id;
  };

  it('opens an alert a group, and tells of each when it comes and when it is gone', async () => {
    const list = (name: string) =>
      `{{#ctx.${name}}}${name} {{bucket_keys}} in {{parent_bucket_path}}\n{{/ctx.${name}}}`;
    const source = [list('newAlerts'), list('dedupedAlerts'), list('completedAlerts')].join('');
    const categories = { per_alert: { actionable_alerts: ['NEW', 'DEDUPED', 'COMPLETED'] } };
    const id = await added(monitor([action(source, categories)]));
    await room.cluster.index(
      room.index,
      ['a#b', 'cart', 'cart'].map((name) => lineOf(name))
    );

    const bodies = () => room.receiver.requests.map(({ body }) => body);
    await waitFor('both to come and to go', () =>
      ['a#b', 'cart'].every((name) =>
        ['newAlerts', 'completedAlerts'].every((kind) =>
          bodies().some((body) => body.includes(`${kind} ${name} in by`))
        )
      )
    );
    const about = (text: string) => bodies().filter((body) => body.includes(text));
    expect(about('newAlerts a#b')).toHaveLength(1);
    expect(about('newAlerts cart')).toHaveLength(1);
    const alerts = await waitFor('both to be completed', async () => {
      const found = await room.app.alerts(`state=completed&monitor_id=${id}`);
      return found.length === 2 && found;
    });
    expect(alerts.map(({ group_key: key }) => key).sort()).toEqual([
      '[["container","a#b"]]',
      '[["container","cart"]]',
    ]);
    expect(alerts.map(({ peak }) => peak).sort()).toEqual([1, 2]);
    const runs = await room.app.runs(id);
    expect(runs.filter(({ outcome }) => outcome === 'error')).toEqual([]);
    expect(runs.flatMap(({ triggers = [] }) => triggers)).toContainEqual(
      expect.objectContaining({ groups: expect.objectContaining({ triggered: 2, opened: 2 }) })
    );
  });

  it('opens 2,000 alerts for 2,000 groups, each once, and tells of all', async () => {
    const source = '{{#ctx.newAlerts}}<{{bucket_keys}}>{{/ctx.newAlerts}}';
    const id = await added(
      monitor([action(source, { per_execution: {} })], {
        keep_firing_for: { value: 1, unit: 'HOURS' },
      })
    );
    const names = Array.from({ length: 2000 }, (_, i) => `container-${i}`);
    await room.cluster.index(
      room.index,
      names.map((name) => lineOf(name))
    );
    const told = () =>
      room.receiver.requests.flatMap(({ body }) =>
        [...body.matchAll(/<([^>]*)>/g)].map(([, name]) => name)
      );
    await waitFor('every group to be told of', () => new Set(told()).size === 2000);
    await room.laterRun(id);
    expect(told().sort()).toEqual([...names].sort());
    const keys = await waitFor('every alert to be there', async () => {
      await room.cluster.request('POST', '/.watchkeeper-alerts/_refresh');
      const { body } = await room.cluster.request<{ hits: { hits: Array<{ _source: Alert }> } }>(
        'POST',
        '/.watchkeeper-alerts/_search',
        { size: 10_000, query: { term: { monitor_id: id } } }
      );
      const found = body.hits.hits.map(({ _source }) => _source);
      return found.length >= 2000 && found.map(({ group_key: key }) => key);
    });
    expect(keys).toHaveLength(2000);
    expect(new Set(keys).size).toBe(2000);
  });
});
