import { formGenerator } from './conditions_forms';
import { picker } from './conditions_random';

/** What the generated conditions look at, as the cluster would answer it. Maps have one member: Java's have no order. */
export const CONTEXT_JSON = `{
  "results": [{
    "took": 3,
    "hits": {
      "total": { "value": 12 },
      "max_score": 1.0,
      "hits": [{ "_source": { "message": "ERROR: disk is full" } }, { "_source": { "bytes": 2.0 } }]
    },
    "aggregations": {
      "zero": { "value": 0 }, "zero_double": { "value": 0.0 }, "minus_zero": { "value": -0.0 },
      "five": { "value": 5 }, "five_double": { "value": 5.0 }, "half": { "value": 2.5 },
      "sum": { "value": 19999.0 }, "tiny": { "value": 1.0E-7 }, "huge": { "value": 1.7976931348623157E308 },
      "int_max": { "value": 2147483647 }, "int_min": { "value": -2147483648 },
      "long": { "value": 5000000000 }, "odd_long": { "value": 9007199254740993 },
      "long_max": { "value": 9223372036854775807 }, "long_min": { "value": -9223372036854775808 },
      "text": { "value": "5" }, "nothing": { "value": null }, "yes": { "value": true }, "no": { "value": false }
    }
  }],
  "numbers": [1, 2.0, 5000000000], "same_numbers": [1, 2.0, 5000000000], "words": ["a", "b"], "none": [],
  "one": { "a": 1 }, "one_double": { "a": 1.0 }, "one_again": { "a": 1 }, "empty_map": {},
  "buckets": [
    { "key": "api", "doc_count": 12, "avg": { "value": 2.5 }, "tags": ["blue", "green"] },
    { "key": "web", "doc_count": 3, "avg": { "value": 7.0 }, "tags": [] },
    { "key": "Web", "doc_count": 3, "avg": { "value": null }, "tags": ["green"] },
    { "key": "db", "doc_count": 5000000000, "avg": { "value": -1.5 } }
  ],
  "counts": { "error": 4, "warn": 11, "info": 900, "debug": 0, "trace": 7, "fatal": 1, "audit": 2.5, "notice": null,
    "a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "AaAa": 6, "BBBB": 7, "AaBB": 8 },
  "texts": ["ERROR: disk is full", "warn", "", "  padded\\t", "Straße", "ERROR: disk is full", "12", "2.5", "한국어"],
  "mixed": [1, "1", 1.0, true, null, [1], { "a": 1 }, 5000000000],
  "mixture": [1, "1", 1.0, null, [1], { "a": 1 }, 5000000000],
  "ints": [5, 3, 9, 3, -2], "doubles": [0.1, 0.2, 0.3, 1e16, 1.0, -1e16], "empty_text": "", "big": 123456789012345678901234567890,
  "periodStart": "2026-01-02T03:04:05Z", "periodEnd": "2026-01-02T03:05:05.250Z",
  "error": null
}`;

const NUMBERS = [
  ...['zero', 'zero_double', 'minus_zero', 'five', 'five_double', 'half', 'sum', 'tiny', 'huge'],
  ...['int_max', 'int_min', 'long', 'odd_long', 'long_max', 'long_min'],
].map((name) => `ctx.results[0].aggregations.${name}.value`);

const PATHS = [
  ...NUMBERS,
  ...NUMBERS,
  'ctx.results[0].hits.total.value',
  'ctx.results[0].hits.total.value',
  "ctx['results'][0]['took']",
  'ctx.results.0.hits.max_score',
  'ctx.results[-1].took',
  'ctx.results[0].hits.hits[1]._source.bytes',
  ...['text', 'nothing', 'yes', 'no'].map((name) => `ctx.results[0].aggregations.${name}.value`),
  'ctx.results[0].hits.hits[0]._source.message',
  'ctx.results.length',
  'ctx.none.empty',
  'ctx.numbers',
  'ctx.same_numbers',
  'ctx.words',
  'ctx.none',
  'ctx.one',
  'ctx.one_double',
  'ctx.one_again',
  'ctx.empty_map',
  'ctx.error',
  'ctx.missing',
  'ctx.missing.value',
  'ctx.results[1].took',
  'ctx.words.nope',
  'ctx.results[0].took.nope',
];

const LITERALS = [
  ...['0', '1', '2', '3', '5', '7', '12', '10000', '2147483647', '017'],
  ...['0L', '1L', '5L', '5000000000L', '9223372036854775807L', '9007199254740993L'],
  ...['0.0', '1.0', '2.5', '5.0', '1e3', '1.5e-3', '19999.0', '5d', '0.1', '1e308', '12345678.9'],
  ...['0f', '1.1f', '2.5f', '16777217f', '0.1f'],
];

const STRINGS = ["'a'", '"5"', '""', "'it\\'s'", '"5.0"'];

export interface Generator {
  /** The source of one condition: an expression, or statements with a `return`. */
  condition(): string;
}

/** Conditions of every form that the interpreter knows: most of them have a value, many end with an exception. */
export const conditionGenerator = (random: () => number): Generator => {
  const { pick, weighted } = picker(random);

  const number = (depth: number): string =>
    weighted([
      [3, () => pick(NUMBERS)],
      [2, () => pick(LITERALS)],
      ...(depth > 0
        ? ([
            [
              4,
              () => `${number(depth - 1)} ${pick(['+', '-', '*', '/', '%'])} ${number(depth - 1)}`,
            ],
            [1, () => `(${number(depth - 1)})`],
            [1, () => `- ${number(depth - 1)}`],
          ] as Array<[number, () => string]>)
        : []),
    ]);

  const boolean = (depth: number): string =>
    weighted([
      [4, () => `${number(depth)} ${pick(['<', '<=', '>', '>=', '==', '!='])} ${number(depth)}`],
      [1, () => `${any(depth)} ${pick(['==', '!='])} ${any(depth)}`],
      [1, () => pick(['true', 'false', 'ctx.results[0].aggregations.yes.value'])],
      ...(depth > 0
        ? ([
            [3, () => `${boolean(depth - 1)} ${pick(['&&', '||'])} ${boolean(depth - 1)}`],
            [1, () => `!(${boolean(depth - 1)})`],
            [1, () => `(${boolean(depth - 1)})`],
          ] as Array<[number, () => string]>)
        : []),
    ]);

  const any = (depth: number): string =>
    weighted([
      [4, () => pick(PATHS)],
      [1, () => pick(STRINGS)],
      [1, () => pick(LITERALS)],
      [1, () => pick(['null', 'true', 'false'])],
      [1, () => `${pick(['ctx.numbers', 'ctx.words', 'ctx.one', 'ctx.error'])}[${any(0)}]`],
      ...(depth > 0
        ? ([
            [3, () => `${any(depth - 1)} ${pick(OPERATORS)} ${any(depth - 1)}`],
            [1, () => `${pick(STRINGS)} + ${any(depth - 1)}`],
            [1, () => `${pick(['-', '+', '!'])} ${any(depth - 1)}`],
            [1, () => `(${any(depth - 1)})`],
          ] as Array<[number, () => string]>)
        : []),
    ]);

  const forms = formGenerator(pick, weighted, { number, boolean, any });
  return {
    condition: () =>
      weighted([
        [2, () => boolean(2)],
        [1, () => number(2)],
        [2, () => any(2)],
        [8, () => forms.value(2)],
        [6, forms.script],
      ]),
  };
};

const OPERATORS = ['+', '-', '*', '/', '%', '<', '<=', '>', '>=', '==', '!=', '&&', '||'];
