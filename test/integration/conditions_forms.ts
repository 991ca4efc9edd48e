import type { Pick, Weighted } from './conditions_random';

/** Expressions of the plain forms, by depth. */
export interface PlainForms {
  number: (depth: number) => string;
  boolean: (depth: number) => string;
  any: (depth: number) => string;
}

/**
 * No list has a Boolean beside numbers: there `x == 1` is an exception of the cluster as long as its call site knows but
 * one type, and false after it has met others.
 */
const SEQUENCES = [
  ...[
    'ctx.ints',
    'ctx.numbers',
    'ctx.mixture',
    'ctx.texts',
    'ctx.doubles',
    'ctx.buckets',
    'ctx.none',
  ],
  ...['ctx.counts.values()', 'ctx.counts.keySet()', 'ctx.results[0].hits.hits'],
];
const NUMBER_LISTS = ['ctx.ints', 'ctx.numbers', 'ctx.doubles', 'ctx.ints', '[3, 1, 2]'];
const TEXTS = [
  ...['ctx.texts[0]', 'ctx.texts[1]', 'ctx.texts[3]', 'ctx.texts[4]', 'ctx.words[0]', "'disk'"],
  ...["''", "'warn'", 'ctx.buckets[2].key', 'ctx.empty_text'],
];
const TARGETS = [
  ...[...SEQUENCES, ...TEXTS],
  ...['ctx.counts', 'ctx.one', 'ctx.empty_map', 'ctx.error', 'ctx.missing', 'ctx.counts.error'],
  ...['ctx.mixed[2]', 'ctx.mixed[3]', 'ctx.mixed[6]', 'ctx.mixed[7]', 'ctx.periodEnd'],
];
const TYPES = ['Integer', 'Long', 'Double', 'Number', 'String', 'Boolean', 'List', 'Map', 'Object'];
const LOCALS = ['def', 'int', 'long', 'double', 'float', 'String', 'boolean', 'List', 'Map'];

/** What a lambda's item is compared with. */
const ITEM_TESTS = [
  ...['x > 2', 'x >= 3', 'x == 3', 'x != null', 'x == null', 'x instanceof Integer', 'x', 'true'],
  ...['x.doc_count > 4', "x.key == 'web'", 'x.length() > 3', "x.contains('i')", 'x % 2 == 0'],
  ...['x != null && x > 1', 'x instanceof String || x == 1', '!(x < 3)'],
];
const ITEM_VALUES = [
  ...['x', 'x + 1', 'x * 2', 'x / 2', 'x.doc_count', 'x.key', 'x == null ? 0 : x', '(int) x'],
];

/** Conditions of the forms with methods, lambdas, choices, variables and loops. */
export const formGenerator = (
  pick: Pick,
  weighted: Weighted,
  { number, boolean, any }: PlainForms
): { value: (depth: number) => string; script: () => string } => {
  const text = (): string => pick(TEXTS);
  const small = (): string =>
    pick(['0', '1', '2', '3', '-1', '9', 'ctx.counts.fatal', '1L', '1.0']);

  const textCall = (): string =>
    weighted([
      [2, () => `${text()}.${pick(['contains', 'startsWith', 'endsWith', 'indexOf'])}(${text()})`],
      [1, () => `${text()}.${pick(['equals', 'equalsIgnoreCase', 'compareTo'])}(${text()})`],
      [1, () => `${text()}.${pick(['length', 'isEmpty', 'trim', 'toLowerCase'])}()`],
      [1, () => `${text()}.${pick(['toUpperCase', 'toString'])}()`],
      [1, () => `${text()}.substring(${small()})`],
      [1, () => `${text()}.substring(${small()}, ${small()})`],
      [
        1,
        () => `${text()}.${pick(['indexOf', 'lastIndexOf', 'startsWith'])}(${text()}, ${small()})`,
      ],
      [1, () => `${text()}.replace(${text()}, ${text()})`],
      [1, () => `${text()}.${pick(['concat', 'lastIndexOf', 'compareToIgnoreCase'])}(${text()})`],
    ]);

  const listCall = (): string =>
    weighted([
      [2, () => `${pick(SEQUENCES)}.${pick(['size', 'isEmpty', 'toString'])}()`],
      [2, () => `${pick(SEQUENCES)}.contains(${any(0)})`],
      [1, () => `${pick(SEQUENCES)}.get(${small()})`],
      [1, () => `${pick(SEQUENCES)}.${pick(['indexOf', 'lastIndexOf'])}(${any(0)})`],
      [1, () => `${pick(SEQUENCES)}.subList(${small()}, ${small()})`],
      [1, () => `${pick(SEQUENCES)}.join(',')`],
      [1, () => `${pick(SEQUENCES)}.sum()`],
      [2, () => `${pick(SEQUENCES)}.${pick(['any', 'every', 'find', 'findAll'])}(${predicate()})`],
      [1, () => `${pick(SEQUENCES)}.sum(x -> ${pick(ITEM_VALUES)})`],
    ]);

  const mapCall = (): string => {
    const map = pick(['ctx.counts', 'ctx.one', 'ctx.empty_map', 'ctx.buckets[0]', 'ctx.mixed[6]']);
    const key = pick(["'error'", "'a'", "'nope'", "'notice'", '5', 'null', 'ctx.words[0]']);
    return weighted([
      [2, () => `${map}.${pick(['containsKey', 'get', 'containsValue'])}(${key})`],
      [1, () => `${map}.getOrDefault(${key}, ${any(0)})`],
      [1, () => `${map}.${pick(['size', 'isEmpty', 'keySet', 'values', 'entrySet'])}()`],
      [
        1,
        () => `${map}.${pick(['count', 'every', 'find'])}((k, v) -> v != null && v > ${small()})`,
      ],
    ]);
  };

  const predicate = (): string => `x -> ${pick(ITEM_TESTS)}`;

  const stream = (): string => {
    const start = `${pick(SEQUENCES)}.stream()`;
    const middle = weighted([
      [2, () => ''],
      [2, () => `.filter(${predicate()})`],
      [1, () => `.map(x -> ${pick(ITEM_VALUES)})`],
      [1, () => `.filter(${predicate()}).map(x -> ${pick(ITEM_VALUES)})`],
      [1, () => `.${pick(['skip', 'limit'])}(${small()})`],
      [1, () => '.distinct()'],
    ]);
    const end = weighted([
      [2, () => `.${pick(['anyMatch', 'allMatch', 'noneMatch'])}(${predicate()})`],
      [2, () => '.count()'],
      [1, () => `.findFirst()${pick(['', '.get()', '.isPresent()', '.orElse(7)'])}`],
      [
        1,
        () => `.mapTo${pick(['Int', 'Long', 'Double'])}(x -> ${pick(ITEM_VALUES)})${aggregate()}`,
      ],
    ]);
    return start + middle + end;
  };

  const aggregate = (): string =>
    pick(['.sum()', '.max()', '.min()', '.average()', '.count()', '.max().isPresent()']);

  const numbers = (): string =>
    `${pick(NUMBER_LISTS)}.stream().mapTo${pick(['Int', 'Long', 'Double'])}(x -> x)${aggregate()}`;

  /** Any known method on any value: most have no such method. */
  const wildCall = (): string =>
    weighted([
      [
        2,
        () => `${pick(TARGETS)}.${pick(['length', 'size', 'isEmpty', 'stream', 'trim'])}() == null`,
      ],
      [2, () => `${pick(TARGETS)}.${pick(['contains', 'get', 'equals', 'indexOf'])}(${any(0)})`],
      [1, () => `${pick(TARGETS)}.${pick(['intValue', 'doubleValue', 'toString', 'getKey'])}()`],
      [1, () => `${pick(TARGETS)}?.${pick(['value', 'size()', 'length()', 'key', 'empty'])}`],
      [1, () => `${pick(TARGETS)}.compareTo(${any(0)})`],
    ]);

  const math = (depth: number): string =>
    weighted([
      [
        2,
        () => `Math.${pick(['abs', 'floor', 'ceil', 'round', 'sqrt', 'signum'])}(${number(depth)})`,
      ],
      [2, () => `Math.${pick(['max', 'min'])}(${number(depth)}, ${number(depth)})`],
      [1, () => `Integer.parseInt(${pick(["'12'", "'x'", 'ctx.texts[6]', 'ctx.texts[1]'])})`],
      [1, () => `Double.parseDouble(${pick(["'12'", "'x'", 'ctx.texts[7]', "'1e2'"])})`],
      [1, () => `String.valueOf(${any(depth)})`],
    ]);

  const value = (depth: number): string => {
    const inner = Math.max(0, depth - 1);
    return weighted([
      [3, textCall],
      [3, listCall],
      [2, mapCall],
      [3, stream],
      [1, numbers],
      [2, wildCall],
      [2, () => math(inner)],
      [2, () => `(${boolean(inner)} ? ${any(inner)} : ${any(inner)})`],
      [1, () => `(${any(0)} ?: ${any(inner)})`],
      [1, () => `(${any(0)} instanceof ${pick(TYPES)})`],
      [1, () => `(${pick(['int', 'long', 'double', 'float', 'String', 'List'])}) ${any(0)}`],
      [
        1,
        () =>
          `(ctx.error == null ? ${number(inner)} : ${number(inner)}) ${pick(['+', '/', '*'])} 2`,
      ],
      ...(depth > 0
        ? ([
            [2, () => `${value(depth - 1)} ${pick(['==', '!=', '>', '<=', '+'])} ${any(0)}`],
            [2, () => `${value(depth - 1)} ${pick(['&&', '||'])} ${boolean(0)}`],
            [1, () => `!(${value(depth - 1)})`],
          ] as Array<[number, () => string]>)
        : []),
    ]);
  };

  const anything = (): string =>
    weighted([
      [2, () => any(1)],
      [1, () => number(1)],
      [2, () => value(0)],
    ]);

  const step = (): string =>
    weighted([
      [
        3,
        () =>
          `n ${pick(['+=', '-=', '*=', '='])} ${pick(['1', 'x', 'i', '2.5', 'n', 'x.doc_count'])};`,
      ],
      [1, () => pick(['n++;', 'n--;', '++n;'])],
      [
        2,
        () =>
          `if (${pick(ITEM_TESTS)}) { ${pick(['break', 'continue', 'return n', 'return x'])}; }`,
      ],
      [1, () => `if (${pick(ITEM_TESTS)}) { n += 1; } else { n = ${pick(['x', 'n', '3'])}; }`],
    ]);

  const body = (): string => `${step()} ${step()} n += 1;`;

  const loop = (): string =>
    weighted([
      [
        2,
        () =>
          `for (${pick(['x in', 'def x :', 'int x :', 'double x :'])} ${pick(SEQUENCES)}) { int i = 1; ${body()} }`,
      ],
      [
        2,
        () =>
          `for (int i = 0; i < ${pick(['3', 'ctx.ints.size()', '5L'])}; i++) { def x = ctx.ints[i]; ${body()} }`,
      ],
      [
        1,
        () =>
          `int i = 0; while (i < ${pick(['4', 'ctx.counts.error'])}) { i++; def x = i; ${body()} }`,
      ],
    ]);

  const script = (): string =>
    weighted([
      [3, () => `${pick(LOCALS)} v = ${anything()}; return v`],
      [
        2,
        () =>
          `${pick(LOCALS)} v = ${any(0)}; v ${pick(['=', '+=', '-=', '*='])} ${any(0)}; return v`,
      ],
      [2, () => `if (${boolean(1)}) { return ${anything()} } return ${anything()}`],
      [1, () => `if (${value(1)}) { return 1 } else if (${boolean(0)}) { return 2 } return 3`],
      [6, () => `${pick(['int', 'def', 'double', 'long'])} n = 0; ${loop()} return n`],
      [
        1,
        () =>
          `List l = ${pick(SEQUENCES)}; return l.${pick(['size()', 'get(0)', 'stream().count()'])}`,
      ],
      [1, () => `Map m = ${pick(TARGETS)}; return m.${pick(['size()', "get('a')", 'error'])}`],
    ]);

  return { value, script };
};
