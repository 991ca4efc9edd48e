import { javaEquals } from '../equality';
import { ConditionFailure } from '../failures';
import { double, long } from '../numbers';
import type { JavaNumber, NumericType } from '../numbers';
import type { StaticType } from '../static_types';
import { isNumber } from '../values';
import type { ConditionValue, OptionalValue, StreamValue } from '../values';
import { averageOf, sumOf } from './stream_sums';
import { method } from './method';
import type { Arguments, FunctionParameter, Method, MethodTable } from './method';

type StreamType = StreamValue['type'];
type Step = (items: Iterable<ConditionValue>, args: Arguments) => Iterable<ConditionValue>;

/** A stream is worked off once. */
const begin = (stream: StreamValue): Iterable<ConditionValue> => {
  if (stream.used) {
    throw new ConditionFailure(
      'illegal_state_exception',
      'A stream can be operated upon only once.'
    );
  }
  stream.used = true;
  return stream.items;
};

/** Makes a generator something that is walked when it is asked for, each item a step. */
const lazily = (make: () => Iterator<ConditionValue>): Iterable<ConditionValue> => ({
  [Symbol.iterator]: make,
});

const counted = (items: Iterable<ConditionValue>, { budget }: Arguments) =>
  lazily(function* () {
    for (const item of items) {
      budget.step();
      yield item;
    }
  });

const filtered: Step = (items, args) =>
  lazily(function* () {
    for (const item of items) if (args.function(0)(item) === true) yield item;
  });

const mapped: Step = (items, args) =>
  lazily(function* () {
    for (const item of items) yield args.function(0)(item);
  });

const distinct: Step = (items, args) =>
  lazily(function* () {
    const seen: ConditionValue[] = [];
    for (const item of items) {
      args.budget.step(seen.length);
      if (seen.some((other) => javaEquals(other, item, args.budget))) continue;
      seen.push(item);
      yield item;
    }
  });

const limited = (items: Iterable<ConditionValue>, most: bigint) =>
  lazily(function* () {
    if (most === 0n) return;
    let taken = 0n;
    for (const item of items) {
      yield item;
      if (++taken >= most) return;
    }
  });

const skipped = (items: Iterable<ConditionValue>, first: bigint) =>
  lazily(function* () {
    let passed = 0n;
    for (const item of items) if (passed++ >= first) yield item;
  });

const stream = (
  type: StreamType,
  items: Iterable<ConditionValue>,
  size: number | undefined
): StreamValue => ({ type, items, used: false, ...(size === undefined ? {} : { size }) });

/** The names of Java, the type of items, and how an item is read, of each kind of stream. */
const KINDS: Readonly<
  Record<StreamType, { of: StaticType; gives: StaticType; optional: OptionalValue['type'] }>
> = {
  stream: { of: 'def', gives: 'Stream', optional: 'optional' },
  int_stream: { of: 'int', gives: 'IntStream', optional: 'optional_int' },
  long_stream: { of: 'long', gives: 'LongStream', optional: 'optional_long' },
  double_stream: { of: 'double', gives: 'DoubleStream', optional: 'optional_double' },
};

const OPTIONALS: Readonly<Record<OptionalValue['type'], StaticType>> = {
  optional: 'Optional',
  optional_int: 'OptionalInt',
  optional_long: 'OptionalLong',
  optional_double: 'OptionalDouble',
};

/** `limit` and `skip`: a negative number is refused at once. */
const slice = (
  kind: StreamType,
  cut: typeof limited,
  sizeAfter: (size: number, by: number) => number
): Method<StreamValue> =>
  method(['long'], KINDS[kind].gives, (target, args) => {
    const by = args.long(0);
    if (by < 0n) throw new ConditionFailure('illegal_argument_exception', String(by));
    const { size } = target;
    return stream(
      kind,
      cut(begin(target), by),
      size === undefined ? undefined : sizeAfter(size, Number(by))
    );
  });

const count = (target: StreamValue, args: Arguments): ConditionValue => {
  const items = begin(target);
  // Java does not work a stream off only to count it, when it knows the count.
  if (target.size !== undefined) return long(BigInt(target.size));
  return long(BigInt([...counted(items, args)].length));
};

const findFirst = (kind: StreamType): Method<StreamValue> =>
  method([], OPTIONALS[KINDS[kind].optional], (target, args) => {
    const [value] = limited(counted(begin(target), args), 1n);
    if (value === null) throw new ConditionFailure('null_pointer_exception', 'The first is null.');
    return { type: KINDS[kind].optional, value };
  });

const mapTo = (from: StreamType, to: StreamType): Method<StreamValue> =>
  method([{ takes: [KINDS[from].of], gives: KINDS[to].of }], KINDS[to].gives, (target, args) => {
    const { size } = target;
    return stream(to, mapped(begin(target), args), size);
  });

const matching = (predicate: FunctionParameter, stopAt: boolean, then: boolean) =>
  method<StreamValue>([predicate], 'boolean', (target, args) => {
    for (const item of counted(begin(target), args)) {
      if ((args.function(0)(item) === true) === stopAt) return then;
    }
    return !then;
  });

const common = (kind: StreamType): MethodTable<StreamValue> => {
  const predicate: FunctionParameter = { takes: [KINDS[kind].of], gives: 'boolean' };
  return {
    'filter/1': method([predicate], KINDS[kind].gives, (target, args) =>
      stream(kind, filtered(begin(target), args), undefined)
    ),
    'distinct/0': method([], KINDS[kind].gives, (target, args) =>
      stream(kind, distinct(begin(target), args), undefined)
    ),
    'map/1': mapTo(kind, kind),
    'anyMatch/1': matching(predicate, true, true),
    'allMatch/1': matching(predicate, false, false),
    'noneMatch/1': matching(predicate, true, false),
    'count/0': method([], 'long', count),
    'isParallel/0': method([], 'boolean', () => false),
    'limit/1': slice(kind, limited, Math.min),
    'skip/1': slice(kind, skipped, (size, by) => Math.max(0, size - by)),
    'findFirst/0': findFirst(kind),
    'findAny/0': findFirst(kind),
  };
};

const numbersOf = (target: StreamValue, args: Arguments): JavaNumber[] =>
  [...counted(begin(target), args)].filter(isNumber);

const extreme = (kind: StreamType, choose: (values: JavaNumber[]) => JavaNumber) =>
  method<StreamValue>([], OPTIONALS[KINDS[kind].optional], (target, args) => {
    const values = numbersOf(target, args);
    return {
      type: KINDS[kind].optional,
      value: values.length === 0 ? undefined : choose(values),
    };
  });

const chooser =
  (
    ofDoubles: (a: number, b: number) => number,
    takesFirst: (a: JavaNumber, b: JavaNumber) => boolean
  ) =>
  (values: JavaNumber[]): JavaNumber =>
    values.reduce((a, b) => {
      if (a.type === 'double') return double(ofDoubles(a.value, Number(b.value)));
      return takesFirst(a, b) ? a : b;
    });

const largest = chooser(Math.max, (a, b) => a.value >= b.value);
const smallest = chooser(Math.min, (a, b) => a.value <= b.value);

const numeric = (
  kind: Exclude<StreamType, 'stream'>,
  type: NumericType
): MethodTable<StreamValue> => ({
  ...common(kind),
  'sum/0': method([], type, (target, args) => sumOf(numbersOf(target, args), type)),
  'average/0': method([], 'OptionalDouble', (target, args) => ({
    type: 'optional_double',
    value: averageOf(numbersOf(target, args), type),
  })),
  'max/0': extreme(kind, largest),
  'min/0': extreme(kind, smallest),
});

export const STREAM_METHODS: Readonly<Record<StreamType, MethodTable<StreamValue>>> = {
  stream: {
    ...common('stream'),
    'mapToInt/1': mapTo('stream', 'int_stream'),
    'mapToLong/1': mapTo('stream', 'long_stream'),
    'mapToDouble/1': mapTo('stream', 'double_stream'),
  },
  int_stream: {
    ...numeric('int_stream', 'int'),
    'mapToLong/1': mapTo('int_stream', 'long_stream'),
    'mapToDouble/1': mapTo('int_stream', 'double_stream'),
  },
  long_stream: {
    ...numeric('long_stream', 'long'),
    'mapToInt/1': mapTo('long_stream', 'int_stream'),
    'mapToDouble/1': mapTo('long_stream', 'double_stream'),
  },
  double_stream: {
    ...numeric('double_stream', 'double'),
    'mapToInt/1': mapTo('double_stream', 'int_stream'),
    'mapToLong/1': mapTo('double_stream', 'long_stream'),
  },
};
