import { parseLossless } from '../../json/lossless';
import type { BucketCondition } from '../trigger';
import { checkFilter, keyTestOf } from './key_filter';

const test = (change: Partial<BucketCondition>) => {
  const keyTest = keyTestOf({
    parent_bucket_path: 'a',
    buckets_path: {},
    script: { source: 'true', lang: 'painless' },
    ...change,
  });
  return (bucket: string) => keyTest?.(parseLossless(bucket) as Record<string, unknown>);
};

it('takes a text for a regular expression of Lucene over the whole key', () => {
  const accepts = test({ filter: { include: 'web-[0-9]{2}', exclude: '@13' } });
  expect(
    ['web-12', 'web-1', 'my web-12', 'web-13'].map((key) => accepts(`{"key":"${key}"}`))
  ).toEqual([true, false, false, false]);
});

it.each([
  ['$a^', '$a^', true],
  ['a.c', 'a\\nc', true],
  ['"a.c"', 'abc', false],
  ['"a.c"', 'a.c', true],
  ['a\\.c', 'abc', false],
  ['[[]x', '[x', true],
  ['\\d+', '123', true],
  ['a|b', 'b', true],
])('reads %s as Lucene does, for the key %s', (include, key, expected) => {
  expect(test({ filter: { include } })(`{"key":"${key}"}`)).toBe(expected);
});

it.each(['~a', 'a&b', '<1-5>', '(', 'a\\', '"a'])('refuses %s', (pattern) => {
  expect(() => checkFilter(pattern)).toThrow(SyntaxError);
});

it('takes the items of a list for whole keys, numbers and dates by value and by text', () => {
  const accepts = test({ filter: { include: ['5', '1.50', 'true', 'a.*'] } });
  expect(accepts('{"key":5.0}')).toBe(true);
  expect(accepts('{"key":1.5}')).toBe(true);
  expect(accepts('{"key":1,"key_as_string":"true"}')).toBe(true);
  expect(accepts('{"key":"abc"}')).toBe(false);
});

it('restricts only the sources that it names, and a missing key is none of those to include', () => {
  const accepts = test({
    composite_agg_filter: { host: { include: ['a', 'b'], exclude: 'b' }, zone: { exclude: 'x' } },
  });
  expect(accepts('{"key":{"host":"a","zone":"y","level":"any"}}')).toBe(true);
  expect(accepts('{"key":{"host":"b","zone":"y"}}')).toBe(false);
  expect(accepts('{"key":{"host":"a","zone":"x"}}')).toBe(false);
  expect(accepts('{"key":{"host":null,"zone":"y"}}')).toBe(false);
  expect(accepts('{"key":{"host":"a","zone":null}}')).toBe(true);
});
