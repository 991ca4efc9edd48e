import { parseLossless } from '../../json/lossless';
import { readAggregations } from './aggregations';
import { compileBucketPath } from './bucket_path';

const CHILDREN = readAggregations({
  aggs: {
    latency: { avg: { field: 'latency' } },
    spread: { extended_stats: { field: 'latency' } },
    p: { percentiles: { field: 'latency', percents: [50, 95, 99.9] } },
    failed: { filter: {}, aggs: { bytes: { sum: { field: 'bytes' } } } },
    levels: { terms: { field: 'level' }, aggregations: { bytes: { max: { field: 'bytes' } } } },
    top: { top_metrics: {} },
  },
});

const BUCKET = parseLossless(`{
  "key": "a", "doc_count": 7,
  "latency": {"value": null},
  "spread": {"count": 2, "avg": 1.5, "sum_of_squares": null, "std_deviation_bounds": {"upper": 4.0, "lower": -1.0}},
  "p": {"values": {"50.0": 3.0, "95.0": 9.5, "99.9": 12.0}},
  "failed": {"doc_count": 3, "bytes": {"value": 12.0}},
  "levels": {"buckets": [{"key": "warn", "doc_count": 4, "bytes": {"value": 8}}]}
}`) as Record<string, unknown>;

const at = (path: string) => {
  const compiled = compileBucketPath(path, CHILDREN);
  return compiled.kind === 'read' ? compiled.read(BUCKET) : compiled.kind;
};

it.each([
  ['_count', 7],
  ['latency', Number.NaN],
  ['latency.value', Number.NaN],
  ['spread.avg', 1.5],
  ['spread.std_upper', 4],
  ['spread.sum_of_squares', 0],
  ['p.95', 9.5],
  ['p[95.0]', 9.5],
  ['p[99.9]', 12],
  ['failed>bytes', 12],
  ['failed>_count', 3],
  ['failed._count', 3],
  ["levels['warn']>bytes", 8],
  ["levels['warn']>_count", 4],
  ['levels._bucket_count', 1],
])('reads %s', (path, value) => {
  expect(at(path)).toBe(value);
});

it('gives null where an inner bucket is not there, as the cluster does', () => {
  expect(at("levels['error']>bytes")).toBeNull();
});

it.each(['p.75', 'top.x'])('leaves to the cluster what the answer does not hold: %s', (path) => {
  expect(at(path)).toBe('cluster');
});

it.each([
  ['nothing', 'There are: latency, spread'],
  ['spread', 'spread.avg'],
  ['spread.median', 'spread.avg'],
  ['p', 'p[95]'],
  ['failed', 'failed>_count'],
  ['levels', "levels['a key']>_count"],
  ['levels>bytes', "levels['a key']>_count"],
  ['latency.max', 'write latency alone'],
  ['p[', 'no path'],
  ['_count.x', 'Nothing can follow'],
])('says what is wrong with %s', (path, words) => {
  const compiled = compileBucketPath(path, CHILDREN);
  expect(compiled).toMatchObject({ kind: 'wrong', message: expect.stringContaining(words) });
});

it('knows only the count of the bucket itself as what is never missing', () => {
  expect(compileBucketPath('_count', CHILDREN)).toMatchObject({ isCount: true });
  expect(compileBucketPath('failed>_count', CHILDREN)).toMatchObject({ isCount: false });
});
