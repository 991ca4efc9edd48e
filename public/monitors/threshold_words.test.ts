import { bucketConditionInWords, scriptInWords } from './threshold_words';

const QUERY = `{"aggs": {
  "avg_took": {"avg": {"field": "took"}},
  "slow": {"percentiles": {"field": "took", "percents": [95]}},
  "hosts": {"terms": {"field": "host"}, "aggs": {"most": {"max": {"field": "took"}}}}
}}`;
const COUNT = 'ctx.results[0].hits.total.value';

describe('a condition in words', () => {
  it.each([
    [`${COUNT} > 5`, 'more than 5 documents'],
    [`return ${COUNT} < 1;`, 'fewer than 1 document'],
    [`${COUNT} > 5000000000L`, 'more than 5,000,000,000 documents'],
    ['ctx.results[0].aggregations.avg_took.value >= 1.5', 'average of took is at least 1.5'],
    [
      "ctx.results[0].aggregations.slow.values['95.0'] > 200",
      'percentile 95 of took is more than 200',
    ],
    ['ctx.results[0].aggregations.hosts.buckets.size() == 0', 'number of groups in hosts is 0'],
    ['ctx.results[0].status != "green"', 'status is not green'],
    [
      `${COUNT} > 5 && ctx.results[0].aggregations.avg_took.value < 2`,
      'more than 5 documents and average of took is less than 2',
    ],
  ])('%s', (source, words) => {
    expect(scriptInWords(source, QUERY)).toBe(words);
  });

  it('is there for conditions over buckets', () => {
    const condition = {
      parent_bucket_path: 'hosts',
      buckets_path: { n: '_count', m: 'most' },
      script: { source: 'params.n > 5 || params.m > 2.5', lang: 'painless' as const },
    };
    expect(bucketConditionInWords(condition, QUERY)).toBe(
      'more than 5 documents or highest took is more than 2.5'
    );
  });

  it('is not there for other scripts', () => {
    expect(scriptInWords('true', QUERY)).toBeUndefined();
  });
});
