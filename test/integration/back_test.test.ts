import { BACK_TEST_PATH } from '../../common/monitors/back_test/api';
import type { BackTest, BackTestResult } from '../../common/monitors/back_test/back_test';
import type { Wrong } from '../support/product';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { waitFor } from '../support/wait_for';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TO = Math.floor(Date.now() / HOUR) * HOUR;
const FROM = TO - 6 * HOUR;

let scene: Scene;
let index: string;

/** The same numbers in every run. */
const random = (() => {
  let seed = 42;
  return () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
})();

/** Every third document lies at the very end of a window. */
const documents = () =>
  Array.from({ length: 900 }, (_, i) => {
    const at = FROM - HOUR + Math.floor(random() * 7 * HOUR);
    return {
      '@timestamp': new Date(i % 3 === 0 ? Math.floor(at / MINUTE) * MINUTE : at).toISOString(),
      level: random() < 0.4 ? 'ERROR' : 'INFO',
      took: random() < 0.1 ? null : Math.floor(random() * 1000),
      kubernetes: { container_name: random() < 0.7 ? 'checkout' : 'cart' },
    };
  });

beforeAll(async () => {
  scene = await startScene();
  index = scene.cluster.uniqueName('logs');
  await scene.cluster.request('PUT', `/${index}`, {
    settings: { number_of_shards: 2, number_of_replicas: 0 },
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        level: { type: 'keyword' },
        took: { type: 'integer' },
        kubernetes: { properties: { container_name: { type: 'keyword' } } },
      },
    },
  });
  await scene.cluster.index(index, documents());
});

afterAll(() => scene?.end());

/** By the clock: when a period begins would depend on the query's text. */
const SCHEDULE = { cron: { expression: '*/2 * * * *', timezone: 'UTC' } };

const end = '{{period_end}}';

const monitorOf = (query: object, source: string, trigger: object = {}) => ({
  ...{ name: 'Errors', enabled: true, monitor_type: 'query_level_monitor', schedule: SCHEDULE },
  query_delay_seconds: 0,
  inputs: [{ search: { indices: [`${index}*`], query: JSON.stringify(query) } }],
  triggers: [
    {
      query_level_trigger: {
        ...{ id: 't', name: 'too many', severity: '2', condition: { script: { source } } },
        actions: [
          {
            ...{ id: 'a', name: 'Tell', destination_id: 'd' },
            message_template: { source: '{{ctx.results.0.hits.total.value}}' },
            throttle_enabled: true,
            throttle: { value: 10, unit: 'MINUTES' },
          },
        ],
        ...trigger,
      },
    },
  ],
});

const start = (monitor: unknown, from = FROM, to = TO) =>
  scene.host.api<BackTest & Wrong>('POST', BACK_TEST_PATH, { monitor, from, to });

const ended = async (monitor: unknown): Promise<BackTestResult> => {
  const { status, body } = await start(monitor);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  const { result, error } = await waitFor('the back-test to end', async () => {
    const { body: now } = await scene.host.api<BackTest>('GET', `${BACK_TEST_PATH}/${body.id}`);
    return now.status !== 'running' && now;
  });
  if (!result) throw new Error(error);
  return result;
};

const errorsIn = (range: object, aggs?: object) => ({
  size: 0,
  query: {
    bool: { filter: [{ range: { '@timestamp': range } }, { term: { level: 'ERROR' } }] },
  },
  ...(aggs ? { aggs } : {}),
});

/** What does not change the answer, and is nothing that histograms know. */
const asItIs = (query: object) => ({ ...query, profile: false });

const HITS = 'ctx.results[0].hits.total.value';
const took = { field: 'took' };

describe('a back-test from date histograms', () => {
  it.each([
    [
      'a count over a period that includes both its ends',
      errorsIn({ gte: `${end}||-10m`, lte: end, format: 'epoch_millis' }),
      `${HITS} > 6`,
      {},
    ],
    [
      'a count over each interval',
      errorsIn({ gt: '{{period_start}}', lte: end }),
      `${HITS} > 1`,
      { for: { value: 2, unit: 'MINUTES' }, keep_firing_for: { value: 6, unit: 'MINUTES' } },
    ],
    [
      'metrics, also of a part of the documents',
      errorsIn(
        { gte: `${end}||-15m`, lt: end },
        {
          mean: { avg: took },
          cart: {
            filter: { term: { 'kubernetes.container_name': 'cart' } },
            aggs: { most: { max: took } },
          },
        }
      ),
      'ctx.results[0].aggregations.mean.value > 500 && ctx.results[0].aggregations.cart.doc_count > 1',
      { no_data: 'alert' },
    ],
    [
      'distinct values',
      errorsIn({ gte: '{{period_start}}', lt: end }, { distinct: { cardinality: took } }),
      'ctx.results[0].aggregations.distinct.value > 1',
      { recovery_condition: { script: { source: `${HITS} == 0` } } },
    ],
  ])('judges %s as searches of each window do', async (_what, query, source, trigger) => {
    const quick = await ended(monitorOf(query, source, trigger));
    const slow = await ended(monitorOf(asItIs(query), source, trigger));
    expect(quick.method.kind).toBe('histogram');
    expect(slow.method).toMatchObject({
      kind: 'windows',
      searches: 180,
      reason: expect.stringContaining('profile'),
    });
    expect(quick.alert_count).toBeGreaterThan(1);
    expect(quick.windows).toEqual({ judged: 180, failed: 0 });
    const { triggers, alerts, alert_count, windows, notes } = quick;
    expect(slow).toMatchObject({ triggers, alerts, alert_count, windows, notes });
  });
});

const bucketMonitor = (query: object, fields: object = {}) => ({
  ...monitorOf(query, ''),
  monitor_type: 'bucket_level_monitor',
  triggers: [
    {
      bucket_level_trigger: {
        ...{ id: 't', name: 'too many', severity: '2', actions: [] },
        condition: {
          ...{ parent_bucket_path: 'names', buckets_path: { count: '_count', mean: 'mean' } },
          script: { source: 'params.count > 3 && params.mean > 400' },
        },
        ...fields,
      },
    },
  ],
});

const NAME = { field: 'kubernetes.container_name' };

describe('a back-test of groups', () => {
  it.each([
    ['the values of a field', { terms: { ...NAME, size: 5 } }],
    ['pages of a composite', { composite: { sources: [{ name: { terms: NAME } }] } }],
  ])('judges %s from date histograms as searches of each window do', async (_what, by) => {
    const query = errorsIn(
      { gte: `${end}||-10m`, lte: end },
      { names: { ...by, aggs: { mean: { avg: took } } } }
    );
    const quick = await ended(bucketMonitor(query, { no_data: 'alert' }));
    const slow = await ended(bucketMonitor(asItIs(query), { no_data: 'alert' }));
    expect([quick.method.kind, slow.method.kind]).toEqual(['histogram', 'windows']);
    const { triggers, alerts, alert_count, windows } = quick;
    expect(slow).toMatchObject({ triggers, alerts, alert_count, windows });
    const { timelines } = triggers[0];
    expect(timelines.flatMap(({ label }) => label ?? []).sort()).toEqual(['cart', 'checkout']);
    for (const { intervals } of timelines) {
      expect(intervals[0].from).toBe(FROM);
      expect(intervals[intervals.length - 1].to).toBe(TO);
    }
  });
});

describe('a back-test window by window', () => {
  it('is made where a condition looks at documents, and says so', async () => {
    const query = { ...errorsIn({ gte: '{{period_start}}', lt: end }), size: 1 };
    const result = await ended(monitorOf(query, 'ctx.results[0].hits.hits.length > 0'));
    expect(result.method).toMatchObject({
      kind: 'windows',
      reason: expect.stringContaining('documents'),
    });
    expect(result.alert_count).toBeGreaterThan(1);
  });

  it('is refused with the remedy where it would take too many searches', async () => {
    const query = asItIs(errorsIn({ gte: '{{period_start}}', lt: end }));
    const { status, body } = await start(monitorOf(query, 'true'), TO - 30 * 24 * HOUR);
    expect(status).toBe(400);
    expect(body.message).toMatch(/at most 2000 .* choose 66 hours or less|2 days or less/);
  });
});

describe('a back-test that cannot be', () => {
  it('says why of an index that is not there', async () => {
    const monitor = monitorOf(errorsIn({ gte: '{{period_start}}', lt: end }), 'true');
    monitor.inputs[0].search.indices = ['no-such-index'];
    const { status, body } = await start(monitor);
    expect([status, body.message]).toEqual([422, expect.stringContaining('no such index')]);
  });

  it('is stopped on request, and is unknown to others', async () => {
    const query = asItIs(errorsIn({ gte: '{{period_start}}', lt: end }));
    const { body } = await start(monitorOf(query, 'true'), TO - 60 * HOUR);
    const { body: stopped } = await scene.host.api<BackTest>(
      'POST',
      `${BACK_TEST_PATH}/${body.id}/_stop`
    );
    expect(['stopped', 'done']).toContain(stopped.status);
    const { status, body: unknown } = await scene.host.api<Wrong>('GET', `${BACK_TEST_PATH}/x`);
    expect([status, unknown.message]).toEqual([404, expect.stringContaining('Run it again')]);
  });
});
