import { parseLossless } from '../../json/lossless';
import { bucketLevelTriggerSchema } from '../trigger';
import type { BucketLevelTrigger } from '../trigger';
import { readAggregations } from './aggregations';
import { compileBucketTrigger } from './condition';
import type { BucketProgram } from './condition';
import { judgeBuckets } from './judge';
import { locateBuckets } from './locate';

const trigger = (
  condition: Partial<BucketLevelTrigger['condition']>,
  recovery?: string
): BucketLevelTrigger =>
  bucketLevelTriggerSchema.parse({
    bucket_level_trigger: {
      ...{ id: 't', name: 'Any', severity: '1', actions: [] },
      condition: {
        parent_bucket_path: 'hosts',
        buckets_path: { count: '_count', lat: 'latency' },
        script: { source: 'params.count > 5' },
        ...condition,
      },
      ...(recovery ? { recovery_condition: { script: { source: recovery } } } : {}),
    },
  }).bucket_level_trigger;

const HOSTS = {
  hosts: {
    terms: { field: 'host.name' },
    aggs: {
      latency: { avg: { field: 'latency' } },
      zones: { terms: { field: 'zone' } },
    },
  },
};

const ready = (asked: BucketLevelTrigger, aggs: object = HOSTS): BucketProgram => {
  const program = compileBucketTrigger(asked, readAggregations({ aggs }));
  if (program.kind !== 'ready') throw new Error(program.message);
  return program;
};

const answer = (buckets: string, name = 'hosts') =>
  parseLossless(`{"aggregations":{"${name}":{"buckets":${buckets}}}}`) as Record<string, unknown>;

const verdicts = (asked: BucketLevelTrigger, buckets: string, open: string[] = []) => {
  const program = ready(asked);
  const judged = judgeBuckets(
    program,
    locateBuckets(answer(buckets), program.steps).buckets,
    new Set(open)
  );
  if (judged.kind !== 'judged') throw new Error(JSON.stringify(judged));
  return judged.groups;
};

const fires = (
  source: string,
  bucket: string,
  gap?: BucketLevelTrigger['condition']['gap_policy']
) =>
  verdicts(trigger({ script: { source, lang: 'painless' }, gap_policy: gap }), `[${bucket}]`)[0]
    .triggered;

describe('what a condition sees', () => {
  const bucket = '{"key":"a","doc_count":7,"latency":{"value":2}}';

  it('is Doubles, so that nothing is cut off', () => {
    expect(fires('params.count / 2 == 3.5', bucket)).toBe(true);
    expect(fires("'' + params.lat == '2.0'", bucket)).toBe(true);
  });

  it('is NaN for a missing metric, and 0 where that is asked for', () => {
    const missing = '{"key":"a","doc_count":7,"latency":{"value":null}}';
    expect(fires('params.lat >= 0', missing)).toBe(false);
    expect(fires('!(params.lat >= 0)', missing, 'SKIP')).toBe(true);
    expect(fires('params.lat == 0', missing, 'insert_zeros')).toBe(true);
    expect(fires('!(params.lat >= 0)', missing, 'keep_values')).toBe(true);
  });

  it('is NaN for every metric of an empty bucket, its count apart, unless values are kept', () => {
    const empty = '{"key":"a","doc_count":0,"latency":{"value":3.0}}';
    expect(fires('params.count == 0 && !(params.lat == 3)', empty)).toBe(true);
    expect(fires('params.lat == 3', empty, 'KEEP_VALUES')).toBe(true);
    expect(fires('params.lat == 0', empty, 'INSERT_ZEROS')).toBe(true);
  });

  it('is null for an aggregation that the answer does not have', () => {
    expect(fires('params.lat == null', '{"key":"a","doc_count":7}')).toBe(true);
  });
});

describe('a verdict', () => {
  it('names the group by field and value, with the bucket and the number that was compared', () => {
    const [group] = verdicts(
      trigger({}),
      '[{"key":"web-1","doc_count":9,"latency":{"value":1.5}}]'
    );
    expect(group).toEqual({
      key: '[["host.name","web-1"]]',
      triggered: true,
      value: 'true',
      measure: 9,
      group: [{ field: 'host.name', value: 'web-1' }],
      content: {
        kind: 'bucket',
        bucket: expect.objectContaining({ doc_count: 9 }),
        parent_bucket_path: 'hosts',
      },
    });
  });

  it('asks the recovery condition only of a group with an open alert that is not triggered', () => {
    const groups = verdicts(
      trigger({}, 'params.count < 3'),
      '[{"key":"a","doc_count":9},{"key":"b","doc_count":4},{"key":"c","doc_count":2},{"key":"d","doc_count":4}]',
      ['[["host.name","b"]]', '[["host.name","c"]]', '[["host.name","a"]]']
    );
    expect(groups.map(({ triggered, recovered }) => [triggered, recovered])).toEqual([
      [true, undefined],
      [false, false],
      [false, true],
      [false, undefined],
    ]);
  });

  it('does not fire for a key that the filter leaves out', () => {
    const groups = verdicts(
      trigger({ filter: { exclude: ['a'] } }),
      '[{"key":"a","doc_count":9},{"key":"b","doc_count":9}]'
    );
    expect(groups.map(({ triggered }) => triggered)).toEqual([false, true]);
  });

  it('is a problem of the whole trigger where one group fails', () => {
    const program = ready(trigger({ script: { source: 'params.lat > 1', lang: 'painless' } }));
    const { buckets } = locateBuckets(answer('[{"key":"a","doc_count":7}]'), program.steps);
    expect(judgeBuckets(program, buckets, new Set())).toMatchObject({
      kind: 'problem',
      problem: {
        code: 'null_pointer_exception',
        message: expect.stringContaining('["host.name","a"]'),
      },
    });
  });

  it('is left to the cluster where the script is not known, and taken from it', () => {
    const source = 'Math.log(params.count) > 1';
    const program = ready(trigger({ script: { source, lang: 'painless' } }));
    const { buckets } = locateBuckets(
      answer('[{"key":"a","doc_count":7},{"key":"b","doc_count":1}]'),
      program.steps
    );
    expect(judgeBuckets(program, buckets, new Set())).toEqual({ kind: 'left', which: 'condition' });
    const passed = { condition: new Set(['[["host.name","a"]]']) };
    expect(judgeBuckets(program, buckets, new Set(), passed)).toMatchObject({
      groups: [{ triggered: true }, { triggered: false }],
    });
  });
});

describe('groups', () => {
  const keys = (parent: string, aggs: object, response: string) => {
    const program = ready(
      trigger({ parent_bucket_path: parent, buckets_path: { count: '_count' } }),
      aggs
    );
    const located = locateBuckets(
      parseLossless(`{"aggregations":${response}}`) as Record<string, unknown>,
      program.steps
    );
    const judged = judgeBuckets(program, located.buckets, new Set());
    return { ...located, groups: judged.kind === 'judged' ? judged.groups : [] };
  };

  it('are named by the sources of a composite in their order, types kept', () => {
    const aggs = {
      c: { composite: { sources: [{ b: { terms: {} } }, { a: { histogram: {} } }] } },
    };
    const { groups } = keys(
      'c',
      aggs,
      '{"c":{"buckets":[{"key":{"a":5.0,"b":"x#y"},"doc_count":9},{"key":{"a":9007199254740993,"b":null},"doc_count":9}]}}'
    );
    expect(groups.map(({ key }) => key)).toEqual([
      '[["b","x#y"],["a",5.0]]',
      '[["b",null],["a",9007199254740993]]',
    ]);
    expect(groups[0].group).toEqual([
      { field: 'b', value: 'x#y' },
      { field: 'a', value: '5.0' },
    ]);
  });

  it('combine the keys of nested parents, dates shown by their text', () => {
    const aggs = {
      hosts: {
        terms: { field: 'host' },
        aggs: { days: { date_histogram: { field: '@timestamp' } } },
      },
    };
    const { groups } = keys(
      'hosts>days',
      aggs,
      '{"hosts":{"sum_other_doc_count":4,"doc_count_error_upper_bound":1,"buckets":[{"key":"a","doc_count":9,"days":{"buckets":[{"key":0,"key_as_string":"1970-01-01","doc_count":9}]}}]}}'
    );
    expect(groups[0]).toMatchObject({
      key: '[["host","a"],["@timestamp",0]]',
      group: [
        { field: 'host', value: 'a' },
        { field: '@timestamp', value: '1970-01-01' },
      ],
    });
  });

  it('say how many documents are in terms that the answer leaves out', () => {
    const { leftOut } = keys(
      'hosts',
      HOSTS,
      '{"hosts":{"sum_other_doc_count":4,"doc_count_error_upper_bound":1,"buckets":[]}}'
    );
    expect(leftOut).toEqual([
      { count: 4, reason: expect.stringMatching(/4 documents.*hosts.*too low by up to 1/) },
    ]);
  });

  it('of keyed buckets have the name of the bucket', () => {
    const aggs = { kinds: { filters: { filters: {} } } };
    const { groups } = keys('kinds', aggs, '{"kinds":{"buckets":{"bad":{"doc_count":9}}}}');
    expect(groups[0].key).toBe('[["kinds","bad"]]');
  });

  it('beyond a limit are counted', () => {
    const { steps } = ready(trigger({}));
    const response = answer('[{"key":"a"},{"key":"b"},{"key":"c"}]');
    expect(locateBuckets(response, steps, 2)).toMatchObject({
      buckets: [{ key: '[["host.name","a"]]' }, { key: '[["host.name","b"]]' }],
      isCut: true,
      leftOut: [{ count: 1 }],
    });
  });
});

it('judges ten thousand buckets as one', () => {
  const program = ready(
    trigger({ script: { source: 'params.count > 5 && params.lat < 10', lang: 'painless' } })
  );
  const buckets = Array.from(
    { length: 10_000 },
    (_, i) => `{"key":"host-${i}","doc_count":${i % 11},"latency":{"value":${i % 13}.5}}`
  );
  const response = answer(`[${buckets.join(',')}]`);
  const { buckets: located } = locateBuckets(response, program.steps);
  const judged = judgeBuckets(program, located, new Set());
  const groups = judged.kind === 'judged' ? judged.groups : [];
  // i % 11 > 5 and i % 13 < 10.
  expect(groups.filter(({ triggered }) => triggered)).toHaveLength(
    Array.from({ length: 10_000 }, (_, i) => i).filter((i) => i % 11 > 5 && i % 13 < 10).length
  );
});

describe('the number that a condition looks at', () => {
  it('is told of groups that are not triggered only where it is asked for', () => {
    const program = ready(trigger({}));
    const buckets = '[{"key":"a","doc_count":7},{"key":"b","doc_count":2}]';
    const { buckets: located } = locateBuckets(answer(buckets), program.steps);
    const measures = (isMeasured: boolean) => {
      const judged = judgeBuckets(program, located, new Set(), {}, isMeasured);
      if (judged.kind !== 'judged') throw new Error(judged.kind);
      return judged.groups.map(({ measure }) => measure);
    };
    expect(measures(false)).toEqual([7, undefined]);
    expect(measures(true)).toEqual([7, 2]);
  });
});
