import { parseLossless } from '../../../../common/json/lossless';
import { answerSkeleton } from '../../../../common/monitors/threshold/answer_skeleton';
import type { CompletionList, CompletionSource } from '../../../shared/code_completion';
import { bucketCompletion, conditionCompletion, currentValue } from './condition_context';

const real = {
  given: { results: [parseLossless('{"hits":{"total":{"value":7}}}')] },
  isReal: true,
};
const begun = {
  given: { results: [answerSkeleton('{"aggs":{"slow":{"avg":{"field":"took"}}}}')] },
  isReal: false,
};

const found = (source: CompletionSource, text: string): CompletionList | null =>
  source(text, text.length, false) as CompletionList | null;

describe('what a condition is completed by', () => {
  it('is the last run, with its values', () => {
    const list = found(conditionCompletion(real), 'ctx.results[0].hits.total.');
    expect(list?.items[0]).toMatchObject({ label: '.value', detail: '7' });
    expect(currentValue('ctx.results[0].hits.total.value', real)).toBe('7');
    expect(currentValue('ctx.results[0].none.value', real)).toBeUndefined();
  });

  it('is the names of the query before anything has run, without values that mean nothing', () => {
    const list = found(conditionCompletion(begun), 'ctx.results[0].aggregations.');
    expect(list?.items[0]).toMatchObject({ label: '.slow', detail: undefined });
    expect(currentValue('ctx.results[0].hits.total.value', begun)).toBeUndefined();
  });

  it('is of a bucket the values that have a name, with their paths', () => {
    const source = bucketCompletion({ count: '_count', slow: 'p[95]' });
    const list = found(source, 'params.')?.items ?? [];
    expect(list).toHaveLength(2);
    expect(list).toContainEqual({ label: '.slow', detail: '"p[95]"', kind: 'property' });
    expect(found(source, 'par')?.items.map(({ label }) => label)).toContain('params');
    expect(found(source, 'params.count.')).toBeNull();
  });
});
