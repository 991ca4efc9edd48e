import fc from 'fast-check';
import { parseLossless } from '../../json/lossless';
import { BUCKET_SCRIPT, evaluateCondition, parseCondition } from '../conditions/condition';
import { printCondition } from './print_condition';
import { readCondition } from './read_condition';
import { COMPARISONS } from './threshold';
import type { VisualCondition } from './threshold';

const COUNT = 'ctx.results[0].hits.total.value';
const SLOW = "ctx.results[0].aggregations.slow.values['95.0']";

const visual = (source: string, context?: typeof BUCKET_SCRIPT): VisualCondition => {
  const read = readCondition(source, context);
  if (read.kind === 'script') throw new Error(read.reason);
  return read.condition;
};

const reason = (source: string): string => {
  const read = readCondition(source);
  return read.kind === 'script' ? read.reason : 'visual';
};

const measure = fc.constantFrom(
  COUNT,
  SLOW,
  'ctx.results[0].aggregations.avg_took.value',
  'ctx.results[0].aggregations["by host"].buckets.size()',
  'ctx.results[0]?.aggregations.none?.value',
  'ctx.results[0].status'
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 10 }).map(String),
  fc.constantFrom('5.0', '-0.5', '1e3', '5L', '0.1f', '5000000000L')
);
const threshold = fc.oneof(
  fc.record({ measure, comparison: fc.constantFrom(...COMPARISONS), value: number }),
  fc.record({
    measure,
    comparison: fc.constantFrom('==', '!='),
    value: fc.constantFrom('"green"', "'a \\\\ \\' && b'", '""'),
  })
);
const condition: fc.Arbitrary<VisualCondition> = fc
  .record({
    join: fc.constantFrom<'and' | 'or'>('and', 'or'),
    thresholds: fc.array(threshold, { minLength: 1, maxLength: 4 }),
  })
  .map(({ join, thresholds }) => ({ join: thresholds.length === 1 ? 'and' : join, thresholds }));

const leaf = fc.jsonValue({ maxDepth: 0 });
const ctx = fc
  .record(
    {
      hits: fc.record({
        total: fc.record({ value: fc.oneof(fc.integer({ min: -3, max: 10 }), leaf) }),
      }),
      status: fc.constantFrom<unknown>('green', 'red', null, 3),
      aggregations: fc.record(
        {
          avg_took: fc.record({
            value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), leaf),
          }),
          slow: fc.record({
            values: fc.constantFrom<unknown>({ '95.0': 5 }, {}, { '95.0': null }),
          }),
          'by host': fc.record({ buckets: fc.array(fc.constant({})) }),
        },
        { requiredKeys: [] }
      ),
    },
    { requiredKeys: [] }
  )
  .map((result) => ({ results: parseLossless(JSON.stringify([result])) }));

/** What a source comes to, as far as a trigger can tell. */
const outcome = (source: string, given: unknown): string => {
  const parsed = parseCondition(source);
  if (parsed.kind !== 'known') return parsed.kind;
  const result = evaluateCondition(parsed.program, given);
  return result.kind === 'value' ? result.text : result.error.type;
};

/** The same condition as another author would write it. */
const rewritten = (source: VisualCondition): fc.Arbitrary<string> => {
  const blank = fc.constantFrom('', ' ', '\n  ');
  const one = ({ measure: path, comparison, value }: VisualCondition['thresholds'][number]) =>
    fc.tuple(blank, fc.boolean(), fc.boolean()).map(([space, bracketed, inner]) => {
      const text = `${inner ? `(${path})` : path.replace('[0]', `[${space}0 ]`)}${space}${comparison}${space}${value}`;
      return bracketed ? `(${space}${text})` : text;
    });
  const glue = source.join === 'and' ? '&&' : ' || ';
  return fc
    .tuple(fc.tuple(...source.thresholds.map(one)), fc.boolean(), blank, fc.constantFrom('', ';'))
    .map(([[first, ...rest], returns, space, end]) => {
      const text = rest.reduce((before, each) => `(${before})${glue}${each}`, first);
      return `${returns ? 'return ' : ''}${text}${space}${end}`;
    });
};

describe('a condition that is thresholds', () => {
  it('is read and printed without a loss', () => {
    fc.assert(
      fc.property(condition, (made) => {
        expect(visual(printCondition(made))).toEqual(made);
      })
    );
  });

  it('is the same to whoever writes it otherwise, and does the same', () => {
    fc.assert(
      fc.property(
        condition.chain((made) => fc.tuple(fc.constant(made), rewritten(made), ctx)),
        ([made, source, given]) => {
          const read = visual(source);
          expect(read).toEqual(made);
          expect(outcome(printCondition(read), given)).toBe(outcome(source, given));
        }
      )
    );
  });

  it('does the same after any change of its text that leaves it visual', () => {
    const noise = fc.constantFrom(
      '!',
      '(',
      ')',
      ' ',
      '5',
      '-',
      '>',
      '&&',
      '||',
      '/',
      ';',
      '.0',
      'x'
    );
    fc.assert(
      fc.property(
        condition,
        noise,
        fc.nat(),
        fc.nat({ max: 2 }),
        ctx,
        (made, put, at, cut, given) => {
          const text = printCondition(made);
          const place = at % (text.length + 1);
          const source = `${text.slice(0, place)}${put}${text.slice(place + cut)}`;
          const read = readCondition(source);
          if (read.kind === 'script') return;
          expect(outcome(printCondition(read.condition), given)).toBe(outcome(source, given));
        }
      ),
      { numRuns: 500 }
    );
  });

  it('may have its number in front', () => {
    expect(visual(`5 <= ${COUNT}`)).toEqual({
      join: 'and',
      thresholds: [{ measure: COUNT, comparison: '>=', value: '5' }],
    });
  });

  it('is over the values of a bucket', () => {
    expect(visual('params.count > 5 && params.avg < 3', BUCKET_SCRIPT)).toEqual({
      join: 'and',
      thresholds: [
        { measure: 'params.count', comparison: '>', value: '5' },
        { measure: 'params.avg', comparison: '<', value: '3' },
      ],
    });
    expect(readCondition('ctx.a > 5', BUCKET_SCRIPT).kind).toBe('script');
  });
});

describe('a condition that stays a script', () => {
  it.each([
    ['', 'There is no condition yet.'],
    [`${COUNT} > 5 // five`, 'It has a comment.'],
    [`${COUNT} /* all */ > 5`, 'It has a comment.'],
    [`${COUNT} > 1 && ${COUNT} < 9 || ${COUNT} == 20`, 'It has && and || in one condition.'],
    [`!(${COUNT} > 5)`, `“!(${COUNT} > 5)” is not a comparison.`],
    ['true', '“true” is not a comparison.'],
    [`${COUNT} > ctx.results[0].size`, 'does not compare a value of ctx with a fixed one'],
    [`${COUNT} + 1 > 5`, 'does not compare a value of ctx with a fixed one'],
    [`${COUNT} > 0x1F`, 'does not compare a value of ctx with a fixed one'],
    [`def n = ${COUNT}; n > 5`, 'It has more than one statement.'],
    [`if (${COUNT} > 5) { return true }`, 'It is more than comparisons.'],
    [`${COUNT} =~ /5/`, 'It has the operator =~.'],
    [`${COUNT} >`, 'An expression is expected'],
  ])('%s', (source, why) => {
    expect(reason(source)).toContain(why);
  });
});
