import { parseLossless } from '../../json/lossless';
import { completeCondition } from './completion';
import { BUCKET_SCRIPT, parseCondition } from './condition';

const CTX = {
  results: parseLossless(`[{"hits":{"total":{"value":7},"hits":[]},"aggregations":{
    "p":{"values":{"95.0":12.5,"it's":1}},"g":{"buckets":[{"key":"a","doc_count":2}]}}}]`),
};

/** The cursor stands at the bar. */
const at = (marked: string, explicit = false) =>
  completeCondition(marked.replace('|', ''), marked.indexOf('|'), CTX, { explicit });

const labels = (marked: string, explicit = false): string[] =>
  (at(marked, explicit)?.items ?? []).map(({ label }) => label);

/** The source with a choice taken. */
const taken = (marked: string, label: string): string => {
  const found = at(marked);
  const choice = found?.items.find((item) => item.label === label);
  if (!found || !choice) throw new Error(`There is no ${label}: ${labels(marked).join(' ')}`);
  const source = marked.replace('|', '');
  const behind = source.slice(found.to ?? marked.indexOf('|'));
  return `${source.slice(0, found.from)}${choice.apply ?? choice.label}${behind}`;
};

describe('how a condition goes on', () => {
  it('is by the members that the last run has, with their values', () => {
    expect(at('ctx.results[0].hits.total.|')?.items[0]).toEqual({
      label: '.value',
      detail: '7',
      kind: 'property',
    });
    expect(labels('ctx.results[0].|').slice(0, 2)).toEqual(['.hits', '.aggregations']);
    expect(taken('1 < ctx.results[0].hi|', '.hits')).toBe('1 < ctx.results[0].hits');
    expect(taken('ctx.|', '.results[0]')).toBe('ctx.results[0]');
  });

  it('is by keys in brackets where a name is none', () => {
    const path = 'ctx.results[0].aggregations.p.values';
    expect(taken(`${path}.| > 3`, '.95.0')).toBe(`${path}['95.0'] > 3`);
    expect(taken(`${path}[|`, "'95.0'")).toBe(`${path}['95.0']`);
    expect(taken(`${path}['9|']`, "'95.0'")).toBe(`${path}['95.0']`);
    expect(taken(`${path}[|]`, "'it\\'s'")).toBe(`${path}['it\\'s']`);
    expect(taken('ctx.results[|', '0')).toBe('ctx.results[0]');
  });

  it('is by the methods of what stands there', () => {
    const buckets = 'ctx.results[0].aggregations.g.buckets';
    expect(labels(`${buckets}.|`)).toEqual(
      expect.arrayContaining(['.length', '.size()', '.stream()'])
    );
    expect(labels(`${buckets}[0].key.|`)).toContain('.startsWith()');
    expect(taken(`${buckets}.stream().any|`, '.anyMatch()')).toBe(
      `${buckets}.stream().anyMatch(x -> )`
    );
    expect(labels('Math.|')).toEqual(expect.arrayContaining(['.max()', '.PI']));
  });

  it('offers what compiles', () => {
    for (const marked of ['ctx.results[0].aggregations.|', 'ctx.results[0].hits.total.value.|']) {
      const choices = at(marked)?.items.filter(({ cursor }) => cursor === undefined) ?? [];
      expect(choices).not.toHaveLength(0);
      for (const { label } of choices) {
        expect([label, parseCondition(taken(marked, label)).kind]).toEqual([label, 'known']);
      }
    }
  });

  it('keeps the step that is safe for null', () => {
    expect(taken('ctx.results[0]?.hits?.to|', '?.total')).toBe('ctx.results[0]?.hits?.total');
  });

  it('begins with what there is', () => {
    expect(labels('c|')).toContain('ctx');
    expect(labels('|')).toEqual([]);
    expect(labels('|', true)).toContain('ctx');
    expect(labels('5.|')).toEqual([]);
    expect(labels('ctx.nothing.here.|')).toEqual([]);
    expect(labels('what.|')).toEqual([]);
  });

  it('is by the values of a bucket, too', () => {
    const found = completeCondition('params.', 7, { count: 3 }, { context: BUCKET_SCRIPT });
    expect(found?.items[0]).toEqual({ label: '.count', detail: '3', kind: 'property' });
  });
});
