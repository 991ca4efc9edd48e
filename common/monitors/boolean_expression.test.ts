import { evaluateExpression, parseBooleanExpression, termsOf } from './boolean_expression';
import type { BooleanExpression, Term } from './boolean_expression';

const parse = (source: string): BooleanExpression => {
  const parsed = parseBooleanExpression(source);
  if (parsed.kind === 'error') throw new Error(`${parsed.message} (${parsed.offset})`);
  return parsed.expression;
};

/** With every term known by its value: `t` true, `f` false, anything else unknown. */
const byValue = ({ value }: Term): boolean | undefined =>
  value === 't' ? true : value === 'f' ? false : undefined;

const valueOf = (source: string): boolean | undefined =>
  evaluateExpression(parse(source.replace(/\b([tfu])\b/g, 'monitor[id=$1]')), byValue);

describe('parseBooleanExpression', () => {
  it('reads what the alerting plugin exports', () => {
    const source = '(monitor[id=1cTW_KEBtW2c8NjVtICz] && monitor[id=zsTW_KEBtW2c8NjVtIAv])';
    expect(termsOf(parse(source))).toEqual([
      { subject: 'monitor', field: 'id', value: '1cTW_KEBtW2c8NjVtICz', offset: 1 },
      { subject: 'monitor', field: 'id', value: 'zsTW_KEBtW2c8NjVtIAv', offset: 37 },
    ]);
    expect(termsOf(parse('(query[name=is_error] || query[tag=slow])'))).toHaveLength(2);
  });

  it.each([
    ['query[name=q 1]', 'q 1'],
    ['query[name="q 1"]', 'q 1'],
    ["query[name='q 1']", 'q 1'],
    ['query[name="a ] b"]', 'a ] b'],
    ['query[name="say \\"hi\\""]', 'say "hi"'],
    ['query [ name = q 1 ]', 'q 1'],
    ['query[name=a&&b]', 'a&&b'],
    ['query[name=a=b]', 'a=b'],
    ['query[name=한국어]', '한국어'],
    ['query[name=or]', 'or'],
  ])('reads the value of %s', (source, value) => {
    expect(termsOf(parse(source))).toEqual([{ subject: 'query', field: 'name', value, offset: 0 }]);
  });

  it.each([
    ['t && t', true],
    ['t AND f', false],
    ['f Or t', true],
    ['not t', false],
    ['!f', true],
    ['!!f', false],
    ['!(t && f)', true],
    ['!t || t', true],
    ['((t))', true],
    ['return true;', true],
    ['return false', false],
    [' return TRUE ; ', true],
    ['true', true],
    ['false', false],
    ['t && true', true],
    ['(t\n&&\nt)', true],
  ])('evaluates %s', (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });

  it('joins from the left, && and || alike, as the alerting plugin does, and says where that surprises', () => {
    expect(valueOf('t || t && f')).toBe(false);
    expect(valueOf('t || (t && f)')).toBe(true);
    expect(parseBooleanExpression('a[b=1] || a[b=2]\n&& a[b=3]')).toMatchObject({
      mixed: { offset: 17, line: 2, column: 1 },
    });
    expect(parseBooleanExpression('a[b=1] && a[b=2] || a[b=3]')).not.toHaveProperty('mixed');
    expect(parseBooleanExpression('(a[b=1] || a[b=2]) && a[b=3]')).not.toHaveProperty('mixed');
  });

  it.each([
    ['', 'A term is missing', 0],
    ['a[b=1] &&', 'A term is missing', 9],
    ['a[b=1] & a[b=2]', 'Unexpected character "&"', 7],
    ['!(a[b=1]', 'This ( has no )', 1],
    ['a[b=1])', 'closes nothing', 6],
    ['a[b=1] a[b=2]', 'An operator', 7],
    ['(a[b=1] a[b=2])', 'An operator', 8],
    ['&& a[b=1]', 'A term is expected', 0],
    ['!monitor[id=a', 'A ] is missing', 1],
    ['monitor[id=]', 'A value is missing', 11],
    ['monitor[]', 'No field', 7],
    ['!monitor', 'Unknown word "monitor"', 1],
    ['constructor', 'Unknown word "constructor"', 0],
    ['ctx.results[0].hits > 1', 'Unknown word "ctx"', 0],
    ['! 🙂', 'Unexpected character "🙂"', 2],
  ])('refuses %j and says where', (source, message, offset) => {
    expect(parseBooleanExpression(source)).toMatchObject({
      kind: 'error',
      message: expect.stringContaining(message),
      offset,
    });
  });

  it('gives line and column of an error', () => {
    expect(parseBooleanExpression('a[b=1]\n  && ?')).toMatchObject({ line: 2, column: 6 });
  });

  it('reads a thousand terms and refuses more, so that its tree can be walked', () => {
    const chain = (terms: number) => Array.from({ length: terms }, () => 'a[b=1]').join(' || ');
    expect(termsOf(parse(chain(1000)))).toHaveLength(1000);
    expect(parseBooleanExpression(chain(1001))).toMatchObject({
      kind: 'error',
      message: 'The expression has more than 1000 terms.',
    });
  });

  it('refuses what is nested too deeply instead of running out of stack', () => {
    expect(parseBooleanExpression(`${'('.repeat(100_000)}`)).toMatchObject({
      kind: 'error',
      message: 'The expression is nested too deeply.',
    });
    expect(parseBooleanExpression('!'.repeat(100_000))).toMatchObject({ kind: 'error' });
  });
});

describe('evaluateExpression', () => {
  it.each([
    ['u && f', false],
    ['f && u', false],
    ['u && t', undefined],
    ['t && u', undefined],
    ['u || t', true],
    ['t || u', true],
    ['u || f', undefined],
    ['f || u', undefined],
    ['!u', undefined],
    ['u || !u', undefined],
    ['(u && f) || t', true],
    ['u && u', undefined],
  ])('knows the value of %s where it does not depend on the unknown', (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});
