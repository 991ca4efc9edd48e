import { parseLossless } from '../../json/lossless';
import { evaluateCondition, parseCondition } from '../conditions/condition';
import { compileBucketPath } from '../bucket_level/bucket_path';
import { readAggregations } from '../bucket_level/aggregations';
import { answerMeasures, bucketMeasures, bucketName, ofUnknown, queryMeasures } from './measures';
import { answerSkeleton } from './answer_skeleton';
import { crossingsOf } from './crossings';
import { literalOfTyped, numberOfText, quoted, unquoted } from './number_text';
import { readCondition } from './read_condition';

const QUERY = `{"aggs": {
  "avg_took": {"avg": {"field": "took"}},
  "p": {"percentiles": {"field": "took", "percents": [50, 99.9]}},
  "stat": {"stats": {"field": "bytes"}},
  "only bad": {"filter": {}, "aggs": {"users": {"cardinality": {"field": "user"}}}},
  "hosts": {"terms": {"field": "host"}, "aggs": {
    "slow": {"percentiles": {"field": "took", "percents": [95, 99.9]}},
    "failed": {"filter": {}, "aggs": {"most": {"max": {"field": "took"}}}},
    "s": {"stats": {"field": "took"}}
  }}
}}`;

describe('what a query lets a threshold be about', () => {
  it('is its documents, and each number of its aggregations', () => {
    expect(queryMeasures(QUERY).map(({ measure }) => measure)).toEqual([
      'ctx.results[0].hits.total.value',
      'ctx.results[0].aggregations.avg_took.value',
      "ctx.results[0].aggregations.p.values['50.0']",
      "ctx.results[0].aggregations.p.values['99.9']",
      ...['avg', 'min', 'max', 'sum', 'count'].map(
        (stat) => `ctx.results[0].aggregations.stat.${stat}`
      ),
      "ctx.results[0].aggregations['only bad'].doc_count",
      "ctx.results[0].aggregations['only bad'].users.value",
      'ctx.results[0].aggregations.hosts.buckets.size()',
    ]);
  });

  it('can be read again as thresholds, and compiles', () => {
    for (const { measure } of queryMeasures(QUERY)) {
      expect(readCondition(`${measure} > 1`)).toMatchObject({
        kind: 'visual',
        condition: { thresholds: [{ measure }] },
      });
      expect(parseCondition(`${measure} > 1`).kind).toBe('known');
    }
  });

  it('is documents alone while the query cannot be read', () => {
    expect(queryMeasures('{')).toHaveLength(1);
  });

  it('is of a bucket what its path names, which a run can read', () => {
    const offered = bucketMeasures(QUERY, 'hosts');
    expect(offered.map(({ path }) => path)).toEqual([
      '_count',
      'slow[95]',
      'slow[99.9]',
      'failed>_count',
      'failed>most',
      ...['avg', 'min', 'max', 'sum', 'count'].map((stat) => `s.${stat}`),
    ]);
    const hosts = readAggregations(parseLossless(QUERY)).find(({ name }) => name === 'hosts');
    for (const { path } of offered) {
      expect(compileBucketPath(path, hosts?.children ?? []).kind).toBe('read');
    }
  });

  it('names a value of a bucket so that a condition can say it', () => {
    expect(bucketName('_count', [])).toBe('count');
    expect(bucketName('slow[99.9]', ['slow_99_9'])).toBe('slow_99_9_2');
    expect(bucketName('9>_count', [])).toBe('v9_count');
  });

  it('is in the skeleton of an answer, for who writes before anything has run', () => {
    const given = { results: [answerSkeleton(QUERY)] };
    for (const { measure } of queryMeasures(QUERY)) {
      const parsed = parseCondition(measure);
      if (parsed.kind !== 'known') throw new Error(measure);
      expect(evaluateCondition(parsed.program, given).kind).toBe('value');
    }
    expect(answerSkeleton('{')).toHaveProperty('hits');
  });

  it('is of another answer whatever number or text it has', () => {
    const answer = parseLossless(
      '{"status":"green","nodes":{"count.all":3,"list":[1]},"load":0.5}'
    );
    expect(answerMeasures(answer)).toEqual([
      { measure: 'ctx.results[0].status', of: { kind: 'path', path: 'status' }, isText: true },
      {
        measure: "ctx.results[0].nodes['count.all']",
        of: { kind: 'path', path: "nodes['count.all']" },
      },
      { measure: 'ctx.results[0].load', of: { kind: 'path', path: 'load' } },
    ]);
    expect(ofUnknown('ctx.results[0].nodes.count')).toEqual({ kind: 'path', path: 'nodes.count' });
  });
});

describe('a number that was typed', () => {
  it.each([
    ['5', '5'],
    [' 5.0 ', '5.0'],
    ['007', '7'],
    ['5.', '5'],
    ['-0.50', '-0.50'],
    ['5000000000', '5000000000L'],
    ['-2147483648', '-2147483648'],
    ['99999999999999999999', '99999999999999999999.0'],
    ['1e3', '1e3'],
  ])('%s is written as %s, which Painless takes', (typed, literal) => {
    expect(literalOfTyped(typed)).toBe(literal);
    expect(parseCondition(`ctx.a > ${literal}`).kind).toBe('known');
    expect(numberOfText(literal)).toBe(Number(typed));
  });

  it.each(['', '-', 'abc', '1,5', '1e999', '0x1F'])('is none where it is %p', (typed) => {
    expect(literalOfTyped(typed)).toBeUndefined();
  });

  it('stands apart from a text, which keeps its quotes and backslashes', () => {
    for (const text of ['green', 'a "b" \\c', '']) expect(unquoted(quoted(text))).toBe(text);
    expect(unquoted('5')).toBeUndefined();
  });
});

describe('the windows over a threshold', () => {
  const points = [{ measure: 4 }, { measure: 5 }, { measure: 6.5 }, {}];

  it('are those of which the condition would have been true', () => {
    expect(crossingsOf(points, { comparison: '>', value: '5' })).toEqual({ over: 1, judged: 3 });
    expect(crossingsOf(points, { comparison: '>=', value: '5.0' })).toEqual({ over: 2, judged: 3 });
    expect(crossingsOf(points, { comparison: '<', value: '5000000000L' }).over).toBe(3);
    expect(crossingsOf(points, { comparison: '==', value: '"x"' }).over).toBe(0);
  });
});
