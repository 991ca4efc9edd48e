import type { Alert } from '../../../common/alerts/alert';
import { parseLossless } from '../../../common/json/lossless';
import { bucketLevelMonitorSchema } from '../../../common/monitors/monitor';
import type { Judged } from '../../../common/monitors/verdict';
import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { TestClock } from '../../cluster/testing/test_clock';
import { ScriptBudget } from '../script_budget';
import { prepareBucketLevel } from './bucket_level';

const WINDOW = { start: 1000, end: 2000 };

type Body = Record<string, unknown> & {
  aggs: Record<string, { composite: Record<string, unknown>; aggs?: Record<string, object> }>;
};

const SOURCES = [{ host: { terms: { field: 'host' } } }];

const QUERY = {
  query: { range: { '@timestamp': { gte: '{{period_start}}', lt: '{{period_end}}' } } },
  aggs: { by: { composite: { size: 2, sources: SOURCES } }, other: { sum: { field: 'x' } } },
};

const monitorOf = (query: object = QUERY, change: object = {}, script = 'params.n > 5') =>
  bucketLevelMonitorSchema.parse({
    ...{ name: 'M', enabled: true, monitor_type: 'bucket_level_monitor' },
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: ['logs'], query } }],
    triggers: [
      {
        bucket_level_trigger: {
          ...{ id: 't', name: 'T', severity: '1', actions: [] },
          condition: {
            ...{ parent_bucket_path: 'by', buckets_path: { n: '_count' } },
            script: { source: script },
          },
          ...change,
        },
      },
    ],
  });

/** A cluster with so many documents of each host, which answers in pages. */
const clusterOf = (counts: Record<string, number>) => {
  const cluster = new FakeCluster();
  const asked: Body[] = [];
  const hosts = Object.keys(counts).sort();
  cluster.search = (_header, body) => {
    const search = parseLossless(body) as unknown as Body;
    asked.push(search);
    const { composite, aggs = {} } = search.aggs.by;
    const after = composite.after as { host: string } | undefined;
    const page = hosts
      .filter((host) => after === undefined || host > after.host)
      .slice(0, Number(composite.size));
    const last = page.at(-1);
    const selects = 'watchkeeper_selector' in aggs;
    const buckets = page
      .filter((host) => !selects || counts[host] > 5)
      .map((host) => ({ key: { host }, doc_count: counts[host] }));
    return {
      ...{ took: 1, timed_out: false, _shards: { total: 1, successful: 1 } },
      hits: { total: { value: 9 } },
      aggregations: {
        by: { buckets, ...(last === undefined ? {} : { after_key: { host: last } }) },
      },
    };
  };
  return { cluster, asked };
};

const run = async (
  { cluster }: { cluster: FakeCluster },
  monitor = monitorOf(),
  alerts: Alert[] = [],
  most?: number
) => {
  const prepared = prepareBucketLevel(monitor, { id: 'm', timeoutSeconds: 30 }, most);
  const body = prepared.search?.(WINDOW).body ?? '';
  const response = JSON.parse(JSON.stringify(cluster.search({}, body))) as Record<string, unknown>;
  const inquiry = {
    ...{ cluster, window: WINDOW, alerts, memory: undefined, timeoutMs: 30_000 },
    scripts: new ScriptBudget(new TestClock()),
    monitors: () => Promise.resolve(new Map()),
  };
  const { finding } = await prepared.judge(inquiry, { response, took: 1, hits: 9 });
  if (finding.kind !== 'answer') throw new Error(JSON.stringify(finding));
  return finding;
};

const judged = async (...args: Parameters<typeof run>): Promise<Judged> => {
  const [verdict] = (await run(...args)).verdicts;
  if (verdict.kind !== 'judged') throw new Error(JSON.stringify(verdict));
  return verdict;
};

const alertOf = (host: string): Alert => ({
  ...{ id: host, monitor_id: 'm', monitor_name: 'M', trigger_id: 't', trigger_name: 'T' },
  ...{ severity: '1', state: 'active', start_time: 0, last_seen: 0, rev: 1 },
  group_key: `[["host","${host}"]]`,
});

const FIVE = { a: 9, b: 2, c: 9, d: 9, e: 1 };

it('reads every page of the same window, and asks for nothing else in further ones', async () => {
  const fake = clusterOf(FIVE);
  const verdict = await judged(fake);
  expect(verdict.groups.map(({ key, triggered }) => [key, triggered])).toEqual([
    ['[["host","a"]]', true],
    ['[["host","b"]]', false],
    ['[["host","c"]]', true],
    ['[["host","d"]]', true],
    ['[["host","e"]]', false],
  ]);
  expect(fake.asked.map(({ aggs }) => aggs.by.composite.after)).toEqual([
    undefined,
    { host: 'b' },
    { host: 'd' },
  ]);
  const { query, ...rest } = fake.asked[2];
  expect(query).toEqual({ range: { '@timestamp': { gte: '1000', lt: '2000' } } });
  expect(rest).toMatchObject({ size: 0, track_total_hits: false });
  expect(Object.keys(rest.aggs)).toEqual(['by']);
});

it('gives messages the buckets of all pages', async () => {
  const { results } = await run(clusterOf(FIVE));
  expect(results).toMatchObject([
    { hits: { total: { value: 9 } }, aggregations: { by: { buckets: { length: 5 } } } },
  ]);
});

it('asks for large pages where the author said nothing, and else for what the author said', () => {
  const sizeOf = (composite: object, aggs?: object) => {
    const query = { aggs: { by: { composite: { sources: SOURCES, ...composite }, aggs } } };
    const prepared = prepareBucketLevel(monitorOf(query), { id: 'm', timeoutSeconds: 30 });
    const body = parseLossless(prepared.search?.(WINDOW).body ?? '') as unknown as Body;
    return body.aggs.by.composite.size;
  };
  expect(sizeOf({})).toBe(1000);
  expect(sizeOf({ size: 10 })).toBe(1000);
  expect(sizeOf({ size: 25 })).toBe(25);
  expect(sizeOf({}, { hits: { top_hits: {} } })).toBeUndefined();
});

it('names the parent to messages for a group that has vanished, and lets it end', async () => {
  const { groups } = await judged(clusterOf(FIVE), monitorOf(), [alertOf('a'), alertOf('gone')]);
  expect(groups.at(-1)).toEqual({
    key: '[["host","gone"]]',
    triggered: false,
    content: { kind: 'bucket', bucket: null, parent_bucket_path: 'by' },
  });
  expect(groups).toHaveLength(6);
});

it('tells that it has not read all groups, and keeps the alerts of those that it has not seen', async () => {
  const { groups, leftOut } = await judged(clusterOf(FIVE), monitorOf(), [alertOf('e')], 4);
  expect(leftOut).toEqual({ count: 1, reason: expect.stringContaining('first 4') });
  expect(groups).toHaveLength(5);
  expect(groups[4]).toMatchObject({ key: '[["host","e"]]', triggered: false, recovered: false });
});

it('says that there was nothing to judge', async () => {
  const fake = clusterOf({});
  expect(await judged(fake)).toMatchObject({ groups: [], noData: true });
  const asked = monitorOf(QUERY, { no_data: 'alert' });
  expect(await judged(fake, asked, [alertOf('a')])).toMatchObject({ groups: [], noData: true });
});

it('has the cluster select the groups where the script is not known, on every page', async () => {
  const fake = clusterOf(FIVE);
  const script = 'Math.log(params.n) > 1.7';
  const { groups } = await judged(fake, monitorOf(QUERY, {}, script));
  expect(groups.map(({ triggered }) => triggered)).toEqual([true, false, true, true, false]);
  const selecting = fake.asked.filter(({ aggs }) => aggs.by.aggs?.watchkeeper_selector);
  expect(selecting[0].aggs.by.aggs).toEqual({
    watchkeeper_selector: {
      bucket_selector: {
        buckets_path: { n: '_count' },
        gap_policy: 'skip',
        script: { lang: 'painless', source: script },
      },
    },
  });
  // A page of which no bucket passes is not the last one.
  expect(selecting.map(({ aggs }) => aggs.by.composite.after)).toEqual([
    undefined,
    { host: 'b' },
    { host: 'd' },
    { host: 'e' },
  ]);
});

it('asks the cluster for a recovery condition only when an open alert needs it', async () => {
  const change = { recovery_condition: { script: { source: 'Math.log(params.n) > 1.7' } } };
  const calm = clusterOf(FIVE);
  await judged(calm, monitorOf(QUERY, change));
  expect(calm.asked).toHaveLength(3);
  const { groups } = await judged(clusterOf(FIVE), monitorOf(QUERY, change), [alertOf('b')]);
  expect(groups[1]).toMatchObject({ triggered: false, recovered: false });
});

it('knows nothing of a trigger when a page fails, and asks again when the cluster is busy', async () => {
  const broken = (answer: object) => {
    const fake = clusterOf(FIVE);
    const whole = fake.cluster.search;
    fake.cluster.search = (header, body) =>
      body.includes('"after"') ? { ...answer } : whole(header, body);
    return fake;
  };
  const refused = broken({ error: { type: 'too_many_buckets', reason: 'No.' }, status: 503 });
  expect((await run(refused)).verdicts).toEqual([
    { triggerId: 't', kind: 'problem', problem: { code: 'too_many_buckets', message: 'No.' } },
  ]);
  await expect(run(broken({ error: { type: 'x' }, status: 429 }))).rejects.toMatchObject({
    code: 'too_busy',
  });
});

it('fails a trigger alone whose condition was written raw and fits no query', async () => {
  const change = {
    condition: { parent_bucket_path: 'x', buckets_path: {}, script: { source: 'true' } },
  };
  expect((await run(clusterOf(FIVE), monitorOf(QUERY, change))).verdicts).toMatchObject([
    { kind: 'problem', problem: { code: 'bad_condition' } },
  ]);
});
