import { bucketLevelMonitorSchema } from '../monitor';
import { bucketConditionProblems } from './check';

const QUERY = {
  size: 0,
  aggs: {
    by: {
      composite: { sources: [{ service: { terms: { field: 'service' } } }] },
      aggs: { lat: { avg: { field: 'latency' } }, spread: { stats: { field: 'latency' } } },
    },
    zones: { terms: { field: 'zone' } },
    total: { sum: { field: 'bytes' } },
  },
};

const problems = (condition: object = {}, query: unknown = QUERY, recovery?: string) =>
  bucketConditionProblems(
    bucketLevelMonitorSchema.parse({
      ...{ name: 'M', enabled: true, monitor_type: 'bucket_level_monitor' },
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [{ search: { indices: ['a'], query } }],
      triggers: [
        {
          bucket_level_trigger: {
            ...{ id: 't', name: 'T', severity: '1', actions: [] },
            condition: {
              parent_bucket_path: 'by',
              buckets_path: { n: '_count', lat: 'lat' },
              script: { source: 'params.n > 5 && params.lat < 10' },
              ...condition,
            },
            ...(recovery ? { recovery_condition: { script: { source: recovery } } } : {}),
          },
        },
      ],
    })
  );

const CONDITION = 'triggers.0.bucket_level_trigger.condition';

const script = (source: string) => ({ script: { source } });

it('finds nothing wrong with what can run', () => {
  expect(problems()).toEqual([]);
  expect(problems({ composite_agg_filter: { service: { include: 'web-.*' } } })).toEqual([]);
  expect(
    problems({
      parent_bucket_path: 'zones',
      buckets_path: { n: '_count' },
      ...script('params.n > 5'),
    })
  ).toEqual([]);
  expect(problems(script('Math.log(params.n) > 5 && params.containsKey("x")'))).toEqual([]);
});

it.each([
  [{ size: 0 }, {}, 'inputs.0.search.query', 'At least one aggregation is required for the input.'],
  [
    QUERY,
    { parent_bucket_path: 'gone' },
    `${CONDITION}.parent_bucket_path`,
    'There are: by, zones, total.',
  ],
  [QUERY, { parent_bucket_path: 'total' }, `${CONDITION}.parent_bucket_path`, 'no buckets'],
  [QUERY, { parent_bucket_path: 'by>lat' }, `${CONDITION}.parent_bucket_path`, 'no buckets'],
  [
    QUERY,
    { buckets_path: { n: '_count', lat: 'latency' } },
    `${CONDITION}.buckets_path.lat`,
    'There are: lat, spread.',
  ],
  [
    QUERY,
    { buckets_path: { n: '_count', lat: 'spread' } },
    `${CONDITION}.buckets_path.lat`,
    'spread.avg',
  ],
  [QUERY, script('params.n >'), `${CONDITION}.script.source`, ''],
  [QUERY, script('params.n'), undefined, ''],
  [QUERY, script('return 5'), `${CONDITION}.script.source`, 'boolean'],
  [
    QUERY,
    script('params.n > 1 && params.nope > 2'),
    `${CONDITION}.script.source`,
    'defines no nope',
  ],
  [QUERY, script("params['nope'] > 2"), `${CONDITION}.script.source`, 'There are: n, lat.'],
  [
    QUERY,
    script('ctx.results[0].hits.total.value > 1'),
    `${CONDITION}.script.source`,
    'sees params only',
  ],
  [
    QUERY,
    { composite_agg_filter: { zone: {} } },
    `${CONDITION}.composite_agg_filter.zone`,
    'There are: service.',
  ],
  [
    QUERY,
    { composite_agg_filter: { service: { exclude: '(' } } },
    `${CONDITION}.composite_agg_filter.service.exclude`,
    'regular expression',
  ],
  [QUERY, { filter: { include: 'a' } }, `${CONDITION}.filter`, 'composite_agg_filter'],
  [
    QUERY,
    { gap_policy: 'KEEP_VALUES', ...script('Math.log(params.n) > 5') },
    `${CONDITION}.gap_policy`,
    'keep_values',
  ],
])('says what is wrong, at its field (%#)', (query, condition, field, words) => {
  const found = problems(condition, query);
  if (field === undefined) expect(found).toEqual([]);
  else
    expect(found).toContainEqual(
      expect.objectContaining({ field, message: expect.stringContaining(words) })
    );
});

it('says where in a script, of a recovery condition as well', () => {
  expect(problems(script('params.n > 1 &&\n params.nope > 2'))).toMatchObject([
    { line: 2, column: 9 },
  ]);
  expect(problems({}, QUERY, 'params.nope < 2')).toMatchObject([
    { field: 'triggers.0.bucket_level_trigger.recovery_condition.script.source' },
  ]);
});

it('leaves a query that is no JSON to the check of queries', () => {
  expect(problems({}, '{')).toEqual([]);
});
