import { parseLossless } from '../../json/lossless';
import { BUCKET_SCRIPT } from './condition';
import { subExpressionsOf } from './sub_expressions';

const CTX = {
  results: parseLossless(
    '[{"hits":{"total":{"value":7}},"aggregations":{"avg":{"value":2.5},"g":{"buckets":[{},{}]}}}]'
  ),
};

const shown = (source: string, given: unknown = CTX) =>
  subExpressionsOf(source, given).map(({ text, outcome }) =>
    outcome.kind === 'value' ? `${text} = ${outcome.value}` : `${text}: ${outcome.message}`
  );

describe('what the parts of a condition come to', () => {
  it('is said of each part as the source has it, inner ones first', () => {
    expect(
      shown(
        'ctx.results[0].hits.total.value * 2 > 10 && !(ctx.results[0].aggregations.avg.value < 2)'
      )
    ).toEqual([
      'ctx.results[0].hits.total.value = 7',
      'ctx.results[0].hits.total.value * 2 = 14',
      'ctx.results[0].hits.total.value * 2 > 10 = true',
      'ctx.results[0].aggregations.avg.value = 2.5',
      'ctx.results[0].aggregations.avg.value < 2 = false',
      '!(ctx.results[0].aggregations.avg.value < 2) = true',
      'ctx.results[0].hits.total.value * 2 > 10 && !(ctx.results[0].aggregations.avg.value < 2) = true',
    ]);
  });

  it('has its place in the source', () => {
    const source = 'return ( ctx.results[ 0 ].hits.total.value ) > -5;';
    for (const { from, to, text } of subExpressionsOf(source, CTX)) {
      expect(source.slice(from, to)).toBe(text);
    }
    expect(shown(source)).toEqual([
      'ctx.results[ 0 ].hits.total.value = 7',
      '( ctx.results[ 0 ].hits.total.value ) > -5 = true',
    ]);
  });

  it('names only how much is in a list or a map', () => {
    expect(shown('ctx.results[0].aggregations.g.buckets.size() > 1')[0]).toBe(
      'ctx.results[0].aggregations.g.buckets.size() = 2'
    );
    expect(shown('ctx.results != null')[0]).toBe('ctx.results = [1]');
    expect(shown('ctx.results[0] != null')[0]).toBe('ctx.results[0] = {2}');
  });

  it('says which part fails, and still what the others are', () => {
    expect(shown('ctx.results[0].none.value > 1 || ctx.results[0].hits.total.value > 1')).toEqual([
      'ctx.results[0].none.value: Cannot read "value" of null.',
      'ctx.results[0].none.value > 1: Cannot read "value" of null.',
      'ctx.results[0].hits.total.value = 7',
      'ctx.results[0].hits.total.value > 1 = true',
      expect.stringContaining('||'),
    ]);
  });

  it('knows the variables before it, and stops where nobody knows what holds', () => {
    expect(
      shown('def n = ctx.results[0].hits.total.value; n += 1; if (n > 7) { return true } return n')
    ).toEqual(['ctx.results[0].hits.total.value = 7', 'n = 8', 'n > 7 = true']);
  });

  it('leaves out what has no single value', () => {
    const source = 'ctx.results[0].aggregations.g.buckets.stream().anyMatch(b -> b.doc_count > 5)';
    expect(shown(source)).toHaveLength(1);
    expect(shown('for (x in ctx.results) { return true }')).toEqual([]);
    expect(shown('ctx.results[0] =~ /a/')).toEqual([]);
    expect(shown('ctx.results[')).toEqual([]);
  });

  it('is said of a bucket, too', () => {
    const found = subExpressionsOf('params.n > 3', { n: 4 }, BUCKET_SCRIPT);
    expect(found.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['params.n', { kind: 'value', value: '4' }],
      ['params.n > 3', { kind: 'value', value: 'true' }],
    ]);
  });
});
