import fc from 'fast-check';
import { parse } from 'lossless-json';
import { JavaDouble } from './java_double';
import { JsonSyntaxError, parseLossless, stringifyLossless } from './lossless';
import type { JsonValue } from './lossless';

const failure = (text: string): JsonSyntaxError => {
  try {
    parseLossless(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error;
    throw error;
  }
  throw new Error(`parsed: ${text}`);
};

describe('parseLossless', () => {
  it.each<[string, JsonValue]>([
    ['5', 5],
    ['-5', -5],
    ['0', 0],
    ['-0', 0],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['-9223372036854775808', -9223372036854775808n],
    ['5.0', new JavaDouble(5)],
    ['-0.0', new JavaDouble(-0)],
    ['5.00', new JavaDouble(5)],
    ['1e3', new JavaDouble(1000)],
    ['1E-1', 0.1],
    ['15.0e-1', 1.5],
    ['2.5', 2.5],
    ['1.00000000000000000001', new JavaDouble(1)],
    ['9007199254740993.5', new JavaDouble(9007199254740994)],
    ['1e400', Infinity],
    ['null', null],
    ['"5.0"', '5.0'],
  ])('gives %s the type that Java would give it', (text, expected) => {
    const value = parseLossless(text);
    expect(value).toEqual(expected);
    expect(parseLossless(`{"a":[true,${text}]}`)).toEqual({ a: [true, expected] });
    expect(parseLossless(`\n{ "a" :\t[ ${text} , ${text} ] }`)).toEqual({
      a: [expected, expected],
    });
  });

  it('keeps the sign of a double zero and drops that of an integer zero', () => {
    const [double, integer] = parseLossless('[-0.0, -0]') as [JavaDouble, number];
    expect(Object.is(double.value, -0)).toBe(true);
    expect(Object.is(integer, 0)).toBe(true);
  });

  it('lets the last of two members with one name count, whichever way it parses', () => {
    expect(parseLossless('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(parseLossless('{"a":1.0,"a":2.0}')).toEqual({ a: new JavaDouble(2) });
  });

  it('makes "__proto__" a member like any other', () => {
    for (const number of ['1', '1.0']) {
      const value = parseLossless(`{"__proto__":{"a":${number}}}`);
      expect(Object.keys(value as object)).toEqual(['__proto__']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    }
  });

  it.each([
    ['"\ue000" and 5.0', '{"a":"\ue0005.0","b":5.0}', { a: '\ue0005.0', b: new JavaDouble(5) }],
    ['its escape', '{"a":"\\ue0005.0","b":5.0}', { a: '\ue0005.0', b: new JavaDouble(5) }],
    [
      'a text that looks like numbers',
      '{"a":"x, 5.0, y\\" : 6.0 ]","b":[7.0]}',
      { a: 'x, 5.0, y" : 6.0 ]', b: [new JavaDouble(7)] },
    ],
    [
      'a text that ends with a backslash',
      '["\\\\",5.0,"\\\\\\"",6.0]',
      ['\\', new JavaDouble(5), '\\"', new JavaDouble(6)],
    ],
    ['a hidden duplicate', '{"a":5.0,"a":6,"b":7.0}', { a: 6, b: new JavaDouble(7) }],
    ['a double of zeros', '[0.0000000000000000, 1e-400]', [new JavaDouble(0), new JavaDouble(0)]],
  ])('tells %s from what it marks', (_what, text, expected) => {
    expect(parseLossless(text)).toEqual(expected);
  });

  it.each([
    '{5.0:1}',
    '{ 5.0 : 1 }',
    '{"a":1, 5.0:2}',
    '[01.0]',
    '[1.0.0]',
    '[-]',
    '[1.e5]',
    '[5.0 6.0]',
    '["a" 5.0]',
    '5.0 5.0',
  ])('does not make %s JSON by marking it', (text) => {
    expect(failure(text)).toBeInstanceOf(JsonSyntaxError);
  });

  it.each([
    ['{"a": }', 1, 7],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{\r\n  "a": 1.0\r\n  "b": 2\r\n}', 3, 3],
    ['[1, 2', 1, 6],
    ['', 1, 1],
    ['{"a": 1} x', 1, 10],
    ["{'a': 1}", 1, 2],
    ['{"a": 1,}', 1, 9],
    ['{"a": nul}', 1, 7],
    ['["a\nb"]', 1, 4],
    ['[01]', 1, 3],
  ])('says where %j is no JSON', (text, line, column) => {
    const error = failure(text);
    expect([error.line, error.column]).toEqual([line, column]);
    expect(error.message).not.toMatch(/position/);
  });

  it('refuses what is nested beyond reason as a syntax error', () => {
    expect(failure('[1.0,'.repeat(200_000)).message).toBe('Nested too deeply');
  });
});

const integerText = fc.oneof(
  fc.integer().map(String),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)
);
const floatText = fc
  .tuple(
    fc.integer(),
    fc.stringMatching(/^\d{1,20}$/),
    fc.option(fc.integer({ min: -30, max: 30 }))
  )
  .map(
    ([whole, fraction, exponent]) =>
      `${whole}.${fraction}${exponent === null ? '' : `e${exponent}`}`
  );
const scalarText = fc.oneof(
  integerText,
  floatText,
  fc.string().map((value) => JSON.stringify(value)),
  fc.constantFrom('true', 'false', 'null', '-0', '0.0', '1E5', '"a, 5.0"')
);
const { json: jsonText } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalarText,
    fc.array(tie('json')).map((items) => `[${items.join(', ')}]`),
    fc
      .uniqueArray(fc.tuple(fc.string(), tie('json')), { selector: ([name]) => name })
      .map(
        (members) =>
          `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`
      )
  ),
}));

/** What the fast way must not differ from. */
const slowly = (text: string): unknown =>
  parse(text, undefined, (literal) => {
    if (!/[.eE]/.test(literal)) {
      const value = Number(literal);
      return Number.isSafeInteger(value) ? value + 0 : BigInt(literal);
    }
    return Number.isInteger(Number(literal)) ? new JavaDouble(Number(literal)) : Number(literal);
  });

describe('any JSON', () => {
  it('is parsed the same the fast way and the careful way', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(parseLossless(text)).toStrictEqual(slowly(text));
      }),
      { numRuns: 1000 }
    );
  });

  it('comes back from its text, types of numbers included', () => {
    fc.assert(
      fc.property(jsonText, fc.constantFrom(undefined, 2), (text, indent) => {
        const value = parseLossless(text);
        expect(parseLossless(stringifyLossless(value, indent))).toStrictEqual(value);
      }),
      { numRuns: 1000 }
    );
  });

  it('is refused exactly where the engine refuses it', () => {
    const broken = fc.tuple(
      jsonText,
      fc.nat(),
      fc.constantFrom('', ',', '}', '"', '5', '\\', 'e', '.')
    );
    fc.assert(
      fc.property(broken, ([text, at, put]) => {
        const cut = at % (text.length + 1);
        const candidate = text.slice(0, cut) + put + text.slice(cut + 1);
        let engineTakesIt = true;
        try {
          JSON.parse(candidate);
        } catch {
          engineTakesIt = false;
        }
        if (engineTakesIt) parseLossless(candidate);
        else expect(failure(candidate).offset).toBeLessThanOrEqual(candidate.length);
      }),
      { numRuns: 1000 }
    );
  });
});

describe('stringifyLossless', () => {
  it.each<[unknown, string]>([
    [new JavaDouble(5), '5.0'],
    [new JavaDouble(-0), '-0.0'],
    [new JavaDouble(1e22), '1.0E22'],
    [9007199254740993n, '9007199254740993'],
    [{ a: [1, 2.5, new JavaDouble(3)], b: undefined }, '{"a":[1,2.5,3.0]}'],
    [[undefined], '[null]'],
    [Infinity, '1.0E999'],
    [undefined, 'null'],
  ])('writes %p', (value, text) => {
    expect(stringifyLossless(value)).toBe(text);
  });

  it('indents for people', () => {
    expect(stringifyLossless({ a: new JavaDouble(1) }, 2)).toBe('{\n  "a": 1.0\n}');
  });
});
