/** One condition over the buckets of one query, judged here and on the cluster. */
export interface BucketCase {
  name: string;
  aggs: Record<string, unknown>;
  parent: string;
  paths: Record<string, string>;
  script: string;
  gap?: 'skip' | 'insert_zeros' | 'keep_values';
  /** Clusters that do not have what the case needs. */
  notOn?: 'elasticsearch';
}

const METRICS = {
  lat: { avg: { field: 'latency' } },
  bytes: { sum: { field: 'bytes' } },
  low: { min: { field: 'latency' } },
  kinds: { cardinality: { field: 'level' } },
  spread: { extended_stats: { field: 'latency' } },
  p: { percentiles: { field: 'latency', percents: [50, 95.5] } },
  errors: {
    filter: { term: { level: 'error' } },
    aggs: { bytes: { sum: { field: 'bytes' } }, lat: { avg: { field: 'latency' } } },
  },
};

const PATHS = {
  n: '_count',
  lat: 'lat',
  bytes: 'bytes',
  low: 'low.value',
  kinds: 'kinds',
  avg: 'spread.avg',
  upper: 'spread.std_upper',
  squares: 'spread.sum_of_squares',
  median: 'p.50',
  high: 'p[95.5]',
  failed: 'errors>_count',
  failed_bytes: 'errors>bytes',
  failed_lat: 'errors>lat',
};

const composite = (sources: object[], change: object = {}, aggs: object = METRICS) => ({
  by: { composite: { sources, ...change }, aggs },
});

const HOST_AND_ZONE = [
  { host: { terms: { field: 'host' } } },
  { zone: { terms: { field: 'zone', missing_bucket: true } } },
];

/** Ten pages or more. */
const SMALL_PAGES = composite(HOST_AND_ZONE, { size: 25 });

const terms = (change: object = {}) => ({
  hosts: { terms: { field: 'host', size: 40, ...change }, aggs: METRICS },
});

const NESTED = {
  zones: {
    terms: { field: 'zone', size: 20 },
    aggs: {
      days: {
        date_histogram: {
          ...{ field: '@timestamp', calendar_interval: 'day', min_doc_count: 0 },
          extended_bounds: { min: '2026-03-01', max: '2026-03-09' },
        },
        aggs: METRICS,
      },
    },
  },
};

const over = (
  name: string,
  aggs: Record<string, unknown>,
  parent: string,
  script: string,
  rest: Partial<BucketCase> = {}
): BucketCase => ({ name, aggs, parent, paths: PATHS, script, ...rest });

const INNER = composite(
  HOST_AND_ZONE,
  { size: 25 },
  {
    ...METRICS,
    levels: { terms: { field: 'level' }, aggs: { bytes: { max: { field: 'bytes' } } } },
    ratio: {
      bucket_script: {
        buckets_path: { failed: 'errors>_count', all: '_count' },
        script: 'params.failed / params.all',
      },
    },
  }
);

export const CASES: readonly BucketCase[] = [
  over(
    'a composite of two sources, many pages',
    SMALL_PAGES,
    'by',
    'params.n > 6 && params.lat < 60'
  ),
  over(
    'a composite whose page size is not said',
    composite(HOST_AND_ZONE),
    'by',
    'params.bytes > 30000'
  ),
  over('gaps that are skipped', SMALL_PAGES, 'by', '!(params.failed_lat > 40)', { gap: 'skip' }),
  over('gaps that are zeros', SMALL_PAGES, 'by', 'params.failed_lat < 20', { gap: 'insert_zeros' }),
  over('the smallest of nothing', SMALL_PAGES, 'by', 'params.low == 0 || params.low < 2', {
    gap: 'insert_zeros',
  }),
  over(
    'statistics and percentiles',
    SMALL_PAGES,
    'by',
    'params.upper - params.avg > 28 || params.high > 1.9 * params.median'
  ),
  over(
    'numbers that are Doubles',
    SMALL_PAGES,
    'by',
    'params.n / 2 != (int) params.n / 2 && params.kinds == 3'
  ),
  over(
    'a composite of dates and numbers, backwards',
    composite(
      [
        {
          day: { date_histogram: { field: '@timestamp', calendar_interval: 'day', order: 'desc' } },
        },
        { status: { terms: { field: 'status', order: 'desc' } } },
        { load: { histogram: { field: 'ratio', interval: 0.5 } } },
        { ok: { terms: { field: 'ok' } } },
      ],
      { size: 40 }
    ),
    'by',
    'params.n >= 3'
  ),
  over(
    'formatted dates',
    composite(
      [
        {
          day: {
            date_histogram: { field: '@timestamp', calendar_interval: 'day', format: 'yyyy-MM-dd' },
          },
        },
        { host: { terms: { field: 'host' } } },
      ],
      { size: 30 }
    ),
    'by',
    'params.failed * 3 > params.n'
  ),
  over('terms, the largest first', terms(), 'hosts', 'params.failed_bytes > 5000'),
  over('terms by a metric', terms({ order: { lat: 'desc' }, size: 15 }), 'hosts', 'params.n > 50'),
  over(
    'numbers as terms',
    { codes: { terms: { field: 'status' }, aggs: METRICS } },
    'codes',
    'params.n > 600'
  ),
  over(
    'booleans as terms',
    { flags: { terms: { field: 'ok' }, aggs: METRICS } },
    'flags',
    'params.n > 2000'
  ),
  over('nested parents, with empty days', NESTED, 'zones>days', 'params.lat > 50 || params.n == 0'),
  over('nested parents, empty days as zeros', NESTED, 'zones>days', 'params.bytes == 0', {
    gap: 'insert_zeros',
  }),
  over(
    'nested parents, empty days skipped',
    NESTED,
    'zones>days',
    'params.n == 0 && !(params.bytes >= 0) && !(params.squares >= 0)'
  ),
  over(
    'a parent in a filter',
    { slow: { filter: { range: { latency: { gt: 40 } } }, aggs: terms() } },
    'slow>hosts',
    'params.n > 40'
  ),
  over(
    'named filters',
    {
      kinds: {
        filters: {
          filters: { bad: { term: { level: 'error' } }, good: { term: { level: 'info' } } },
        },
        aggs: METRICS,
      },
    },
    'kinds',
    'params.lat > 0 && params.n > 1000'
  ),
  over(
    'ranges by name',
    {
      bands: {
        range: {
          field: 'latency',
          keyed: true,
          ranges: [{ to: 20 }, { from: 20, to: 60 }, { from: 60 }],
        },
        aggs: METRICS,
      },
    },
    'bands',
    'params.n > 900'
  ),
  over(
    'a histogram with its key',
    { load: { histogram: { field: 'latency', interval: 10 }, aggs: METRICS } },
    'load',
    'params.at >= 50',
    { paths: { at: '_key' } }
  ),
  over(
    'an inner bucket by its key',
    INNER,
    'by',
    'params.e != null && params.e > 3500 && params.many == 3',
    {
      paths: { e: "levels['error']>bytes", many: 'levels._bucket_count' },
    }
  ),
  over('a value made by a script of the author', INNER, 'by', 'params.r > 0.4', {
    paths: { r: 'ratio' },
  }),
  over(
    'buckets that the author has filtered',
    composite(
      HOST_AND_ZONE,
      { size: 20 },
      {
        ...METRICS,
        some: { bucket_selector: { buckets_path: { n: '_count' }, script: 'params.n > 15' } },
      }
    ),
    'by',
    'params.n < 22'
  ),
  over(
    'buckets that the author has cut',
    {
      hosts: {
        terms: { field: 'host', size: 40 },
        aggs: { ...METRICS, first: { bucket_sort: { sort: [{ lat: 'desc' }], size: 12 } } },
      },
    },
    'hosts',
    'params.n > 60'
  ),
  over(
    'a script that only the cluster knows',
    SMALL_PAGES,
    'by',
    'Math.log(params.n) > 2.4 && Math.cbrt(params.bytes) < 28'
  ),
  over(
    'a map that only the cluster knows',
    terms(),
    'hosts',
    "Map m = new HashMap(); m.put('a', params.lat); return m.get('a') > 50"
  ),
  over('a percentile that the answer does not hold', SMALL_PAGES, 'by', 'params.x > 60', {
    paths: { x: 'p[75]' },
  }),
  over('nested parents, judged by the cluster', NESTED, 'zones>days', 'Math.log(params.n) > 4.2', {
    gap: 'skip',
  }),
  over(
    'several terms at once',
    {
      both: {
        multi_terms: { size: 500, terms: [{ field: 'host' }, { field: 'status' }] },
        aggs: METRICS,
      },
    },
    'both',
    'params.n > 16',
    { notOn: 'elasticsearch' }
  ),
];
