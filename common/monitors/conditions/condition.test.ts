import { parseLossless } from '../../json/lossless';
import { decideTrigger, evaluateCondition, parseCondition } from './condition';
import type { ConditionResult } from './condition';
import { typeName } from './values';

const CTX = parseLossless(`{
  "results": [{ "hits": { "total": { "value": 3 }, "hits": [] } }],
  "i": 5, "l": 5000000000, "d": 5.0, "h": 2.5, "s": "abc", "b": true, "n": null, "zero": 0,
  "max": 2147483647, "min": -2147483648, "lmin": -9223372036854775808, "big": 123456789012345678901234567890,
  "list": [1, 2.0, "x"], "map": { "a": 1, "b": [1] }, "same": { "b": [1], "a": 1 }, "doubles": { "a": 1.0, "b": [1] },
  "empty": {}, "constructor_like": {}
}`);

const evaluate = (source: string): ConditionResult => {
  const parsed = parseCondition(source);
  if (parsed.kind !== 'known') throw new Error(`${source}: ${JSON.stringify(parsed)}`);
  return evaluateCondition(parsed.program, CTX);
};

const shown = (source: string): string => {
  const result = evaluate(source);
  return result.kind === 'value' ? `${typeName(result.value)} ${result.text}` : result.error.type;
};

describe('a condition', () => {
  it('of the default form fires on more than no hits', () => {
    const result = evaluate('ctx.results[0].hits.total.value > 0');
    expect(result).toEqual({ kind: 'value', value: true, text: 'true' });
    expect(decideTrigger(result)).toEqual({ kind: 'decided', fires: true, text: 'true' });
  });

  // The answers of a real cluster.
  it.each([
    ['5.0 / 2', 'Double 2.5'],
    ['5 / 2', 'Integer 2'],
    ['ctx.d / 2', 'Double 2.5'],
    ['ctx.i / 2', 'Integer 2'],
    ['"a" + 5.0', 'String a5.0'],
    ['"a" + ctx.d', 'String a5.0'],
    ['"a" + 1e10 + \' \' + 1.1f + 7L + null + true', 'String a1.0E10 1.17nulltrue'],
    ['1 + 2 + "a" + 1 + 2', 'String 3a12'],
    ['ctx.list + "" + ctx.map', 'String [1, 2.0, x]{a=1, b=[1]}'],
    ['ctx.n + "a"', 'String nulla'],
    ['ctx.big + "x"', 'String 123456789012345678901234567890x'],
    ['-7 / 2', 'Integer -3'],
    ['-5 % 3', 'Integer -2'],
    ['-5.5 % 3', 'Double -2.5'],
    ['5 % 0.0', 'Double NaN'],
    ['1.0 / 0', 'Double Infinity'],
    ['ctx.i / 0.0', 'Double Infinity'],
    ['2147483647 + 1', 'Integer -2147483648'],
    ['ctx.max + 1', 'Integer -2147483648'],
    ['ctx.max + 1L', 'Long 2147483648'],
    ['2147483647 * 2147483647', 'Integer 1'],
    ['9223372036854775807L + 1', 'Long -9223372036854775808'],
    ['-ctx.min', 'Integer -2147483648'],
    ['ctx.min / -1', 'Integer -2147483648'],
    ['ctx.lmin / -1', 'Long -9223372036854775808'],
    ['-2147483648', 'Integer -2147483648'],
    ['-(2147483648)', 'Integer -2147483648'],
    ['- -2147483648', 'Integer -2147483648'],
    ['-9223372036854775808L', 'Long -9223372036854775808'],
    ['017', 'Integer 15'],
    ['1e3', 'Double 1000.0'],
    ['5f', 'Float 5.0'],
    ['1e39f', 'Float Infinity'],
    ['1.1f * 3', 'Float 3.3000002'],
    ['1.1f + ctx.h', 'Double 3.600000023841858'],
    ['9007199791611905L * 1f', 'Float 9.0072E15'],
    ['9007199254740993L * 1d', 'Double 9.007199254740992E15'],
    ['0.1 + 0.2', 'Double 0.30000000000000004'],
    ['-0.0', 'Double -0.0'],
    ['0.0 == -0.0', 'Boolean true'],
    ['0.0/0.0 == 0.0/0.0', 'Boolean false'],
    ['0.1f == 0.1', 'Boolean false'],
    ['ctx.i == 5.0', 'Boolean true'],
    ['ctx.i == ctx.d', 'Boolean true'],
    ['ctx.l == 705032704', 'Boolean false'],
    ['ctx.s == 5', 'Boolean false'],
    ['"abc" == ctx.s', 'Boolean true'],
    ['ctx.nope == null', 'Boolean true'],
    ['ctx.n != null', 'Boolean false'],
    ['ctx.map == ctx.same', 'Boolean true'],
    ['ctx.map == ctx.doubles', 'Boolean false'],
    ['ctx.list == ctx.map', 'Boolean false'],
    ['ctx.b == ctx.list', 'Boolean false'],
    ['1 < 2 == true', 'Boolean true'],
    ['1 + 2 * 3 - 4 / 3 % 2', 'Integer 6'],
    ['2 - 3 - 4', 'Integer -5'],
    ['1 - -1', 'Integer 2'],
    ['!!true', 'Boolean true'],
    ['!ctx.b || !true', 'Boolean false'],
    ['true || ctx.n.x', 'Boolean true'],
    ['false && ctx.n.x', 'Boolean false'],
    ['ctx.i > 1 && ctx.h > 1 || ctx.n.x', 'Boolean true'],
    ["ctx['results'][0]['hits']", 'Map {hits=[], total={value=3}}'],
    ['ctx.results.0.hits.total.value', 'Integer 3'],
    ['ctx.list[-1]', 'String x'],
    ['ctx.list[1]', 'Double 2.0'],
    ['ctx.list.length', 'Integer 3'],
    ['ctx.results[0].hits.hits.empty', 'Boolean true'],
    ['ctx.empty', 'Boolean false'],
    ['ctx.map.nope', 'null null'],
    ['ctx.constructor', 'null null'],
    ["ctx['constructor']", 'null null'],
    ['ctx.map[5]', 'null null'],
    ['ctx.return', 'null null'],
    ['ctx [ "i" ]', 'Integer 5'],
    ['ctx\n  .i // the number\n', 'Integer 5'],
    ['/* why */ return (ctx.i);', 'Integer 5'],
    ['\'it\\\'s\' + "\\"\\\\"', 'String it\'s"\\'],
    ['"é" + \'한\'', 'String é한'],
    ['', 'null null'],
  ])('%s gives %s', (source, expected) => {
    expect(shown(source)).toBe(expected);
  });

  it.each([
    ['ctx.i / 0', 'arithmetic_exception'],
    ['ctx.i % ctx.zero', 'arithmetic_exception'],
    ['ctx.l / 0L', 'arithmetic_exception'],
    ['ctx.n + 1', 'null_pointer_exception'],
    ['ctx.n < 1', 'null_pointer_exception'],
    ['-ctx.n', 'null_pointer_exception'],
    ['!ctx.n', 'null_pointer_exception'],
    ['ctx.n && true', 'null_pointer_exception'],
    ['ctx.nope.x', 'null_pointer_exception'],
    ['ctx.n[0]', 'null_pointer_exception'],
    ['ctx.list[null]', 'null_pointer_exception'],
    ['ctx.s < 1', 'class_cast_exception'],
    ['ctx.s < "b"', 'class_cast_exception'],
    ['ctx.s - 1', 'class_cast_exception'],
    ['ctx.b + 1', 'class_cast_exception'],
    ['ctx.b == 1', 'class_cast_exception'],
    ['ctx.b < ctx.b', 'class_cast_exception'],
    ['ctx.i && true', 'class_cast_exception'],
    ['-ctx.s', 'class_cast_exception'],
    ['ctx.list + 1', 'class_cast_exception'],
    ['ctx.list[ctx.l]', 'class_cast_exception'],
    ["ctx.list['a']", 'class_cast_exception'],
    ['ctx.list[3]', 'index_out_of_bounds_exception'],
    ['ctx.list[-4]', 'index_out_of_bounds_exception'],
    ['ctx.list.foo', 'illegal_argument_exception'],
    ['ctx.i.foo', 'illegal_argument_exception'],
    ['ctx.s.length', 'illegal_argument_exception'],
    ['ctx.s[0]', 'illegal_argument_exception'],
    ['ctx.big > 1', 'class_cast_exception'],
    ['ctx.big == 1', 'class_cast_exception'],
  ])('%s ends with %s', (source, type) => {
    expect(shown(source)).toBe(type);
  });

  it('says where in its text the evaluation ended', () => {
    expect(evaluate('ctx.i > 1 &&\n  ctx.nope.value > 2')).toEqual({
      kind: 'error',
      error: {
        type: 'null_pointer_exception',
        message: 'Cannot read "value" of null.',
        phase: 'runtime',
        offset: 23,
        line: 2,
        column: 11,
      },
    });
  });

  it.each([
    ['if (ctx.i > 9) { return true }', false],
    ['if (ctx.i > 1) { return true }', true],
    ['for (x in ctx.list) { if (x == 7) { return true } }', false],
  ])('that comes to its end without an answer does not fire: %s', (source, fires) => {
    expect(decideTrigger(evaluate(source))).toMatchObject({ kind: 'decided', fires });
  });

  it.each([
    'int n = 0; while (n >= 0) { n = 1 }',
    'def s = "x"; while (s != null) { s += s }',
    'while (ctx.map == ctx.same) { ctx.i.toString() }',
    'def n = 0; for (;n < 1;) { ctx.list.stream().filter(x -> true).count(); }',
  ])('that would never end is stopped: %s', (source) => {
    expect(shown(source)).toBe('limit_exceeded');
  });

  it('leaves the answer as it is, and keeps nothing from one evaluation to the next', () => {
    const source = 'int n = 0; for (x in ctx.list) { n++ } return n';
    const parsed = parseCondition(source);
    if (parsed.kind !== 'known') throw new Error(parsed.kind);
    const texts = [1, 2].map(() => {
      const result = evaluateCondition(parsed.program, CTX);
      return result.kind === 'value' && result.text;
    });
    expect(texts).toEqual(['3', '3']);
  });

  it('stops after its budget of steps, and at its limit of text', () => {
    const parsed = parseCondition('ctx.s + ctx.s + ctx.s');
    if (parsed.kind !== 'known') throw new Error(parsed.kind);
    const type = (limits: { steps: number; textLength: number }): unknown => {
      const result = evaluateCondition(parsed.program, CTX, limits);
      return result.kind === 'error' ? result.error.type : result.text;
    };
    expect(type({ steps: 7, textLength: 100 })).toBe('limit_exceeded');
    expect(type({ steps: 8, textLength: 8 })).toBe('limit_exceeded');
    expect(type({ steps: 8, textLength: 9 })).toBe('abcabcabc');
  });
});

describe('decideTrigger', () => {
  it.each([
    ['ctx.i < 5', false],
    ['ctx.i < 6', true],
  ])('%s fires: %s', (source, fires) => {
    expect(decideTrigger(evaluate(source))).toMatchObject({ kind: 'decided', fires });
  });

  it.each([
    ['ctx.results[0].hits.total.value', 'class_cast_exception'],
    ['"true"', 'class_cast_exception'],
    ['ctx.nope', 'null_pointer_exception'],
    ['', 'null_pointer_exception'],
    ['ctx.i / 0', 'arithmetic_exception'],
  ])('%j is an error, neither true nor false', (source, type) => {
    expect(decideTrigger(evaluate(source))).toMatchObject({ kind: 'error', error: { type } });
  });
});

describe('parseCondition', () => {
  it.each([
    ['ctx.i >', 1, 8],
    ['(ctx.i > 1', 1, 1],
    ['ctx.i > 1)', 1, 10],
    ['(ctx.i]', 1, 7],
    ['ctx.i\n  # 3', 2, 3],
    ["'abc", 1, 1],
    ['"\\n"', 1, 1],
    ['/* abc', 1, 1],
    ['ctx. i', 1, 5],
    ['ctx..i', 1, 5],
    ['ctx.', 1, 5],
    ['ctx[]', 1, 5],
    ['()', 1, 2],
    ['.5', 1, 1],
    ['1.', 1, 3],
    ['09', 1, 2],
    ['1.5L', 1, 4],
    ['5e', 1, 2],
    ['1 2', 1, 3],
    ['ctx.i ctx.h', 1, 7],
    [';', 1, 1],
    ['ctx.i;;', 1, 7],
    ['return;', 1, 7],
    ['* 3', 1, 1],
    ['2147483648', 1, 1],
    ['ctx.i - 2147483648', 1, 9],
    ['-2147483649', 1, 2],
    ['9223372036854775808L', 1, 1],
    ['1/0', 1, 2],
    ['true || 1L % 0 == 1', 1, 12],
    ['ctx.i > 5\n && 1', 2, 5],
    ['!1', 1, 2],
    ['-true', 1, 1],
    ['-"a"', 1, 1],
    ['"a" - 1', 1, 5],
    ['"a" < "b"', 1, 5],
    ['1 < 2 < 3', 1, 7],
    ['true + true', 1, 6],
    ['null + 1', 1, 6],
    ['null == null', 1, 6],
    ['1 == "a"', 1, 3],
    ['1 == null', 1, 3],
    ['true == 1', 1, 6],
    ['null && true', 1, 1],
    ['ctx.i < null', 1, 7],
    ['"a" / ctx.i', 1, 5],
  ])('refuses %j, at line %i, column %i', (source, line, column) => {
    expect(parseCondition(source)).toMatchObject({
      kind: 'error',
      line,
      column,
      message: expect.any(String),
    });
  });

  it.each([
    ['null ?: 5', 'the operator ?: for such values'],
    ['ctx.list.remove(0)', 'the method remove()'],
    ['"abc".charAt(0)', 'the method charAt() of a value of type String'],
    ['Math.sin(1) > 1', 'the method Math.sin()'],
    ['params.x', 'the name params'],
    ['def x = 5; def x = 6; return x', 'a second variable with the name x'],
    ['for (hit in ctx.hits) { return true }', 'a loop with one round'],
    ['if (true) { return 1 } return 2', 'a condition that is always the same'],
    ['return 1; return 2', 'a statement that is never reached'],
    ['try { return 1 } catch (Exception e) { return 2 }', 'the keyword try'],
    ['ctx.i =~ /a"b/', 'the operator =~'],
    ["/a'b/.matcher(ctx.s).find()", 'a regular expression'],
    ['ctx.i & 3', 'the operator &'],
    ['ctx.i === 5', 'the operator ==='],
    ['ctx.i instanceof ArrayList', 'instanceof ArrayList'],
    ['5 instanceof Integer', 'instanceof of a value of type int'],
    ['(byte) ctx.h > 1', 'a cast to byte'],
    ['[1: 2]', 'a map'],
    ['new ArrayList()', 'the keyword new'],
    ['~ctx.i == 1', '"~" where an expression begins'],
    ['ctx.i; ctx.h', 'an expression that does nothing'],
    ['ctx.i = 3', 'an assignment to what is no local variable'],
    ['ctx = 3; return 1', 'an assignment to ctx'],
    ['int x = 1; x = 2', 'an assignment at the end'],
    ['int x = 1; ctx.list.any(y -> y > x); x = 2; return x', 'a lambda with x, which changes'],
    ['0xff', 'a hexadecimal number'],
    ['"abc".empty', 'a member of a value of type String'],
    ['boolean f(def x) { return x > 1 } f(ctx.i)', 'a function'],
    ['Integer x = 5; return x', 'a variable of type Integer'],
    ['ctx.list.stream().map(String::valueOf)', 'the name String'],
    ['(Foo.Bar) ctx.h', 'a cast to Foo.Bar'],
    ['(int[]) ctx.h', 'the name int'],
    ['ctx.list.any((Foo x) -> true)', 'a lambda with types'],
    ['ctx.list.each(x -> { return; })', 'a return without a value'],
  ])('leaves %j to the cluster, because of %s', (source, reason) => {
    expect(parseCondition(source)).toEqual({ kind: 'unknown', reason });
  });

  it('leaves to the cluster what would overflow the stack, instead of overflowing it', () => {
    const nested = '('.repeat(30_000) + '1' + ')'.repeat(30_000);
    for (const source of [nested, `1${' + 1'.repeat(16_000)}`, `${'!'.repeat(60_000)}true`]) {
      expect(parseCondition(source).kind).toBe('unknown');
    }
    expect(shown(`1${' + 1'.repeat(1_900)}`)).toBe('Integer 1901');
  });
});
