import { convertNumber } from '../casts';
import { ConditionFailure } from '../failures';
import { compare, int } from '../numbers';
import type { JavaNumber, NumericType } from '../numbers';
import type { StaticType } from '../static_types';
import type { BigIntegerValue, ConditionValue } from '../values';
import { isNumber } from '../values';
import { fromBigInteger } from '../casts';
import { method } from './method';
import type { Method, MethodTable } from './method';

/** NaN comes after everything, and -0.0 before 0.0. */
const orderOf = (left: JavaNumber, right: JavaNumber): number => {
  if (compare('<', left, right)) return -1;
  if (compare('>', left, right)) return 1;
  const [a, b] = [left.value, right.value];
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
  return Object.is(a, -0) ? -1 : 1;
};

const conversion = (to: NumericType): Method<JavaNumber> =>
  method([], to, (number) => convertNumber(number, to));

const comparison = (box: StaticType): Method<JavaNumber> =>
  method([box], 'int', (number, args) => {
    const other = args.value(0);
    if (isNumber(other)) return int(orderOf(number, other));
    throw new ConditionFailure('null_pointer_exception', 'Cannot compare with null.');
  });

const common = (box: StaticType): MethodTable<JavaNumber> => ({
  'intValue/0': conversion('int'),
  'longValue/0': conversion('long'),
  'floatValue/0': conversion('float'),
  'doubleValue/0': conversion('double'),
  'compareTo/1': comparison(box),
});

const floating: MethodTable<JavaNumber> = {
  'isNaN/0': method([], 'boolean', ({ value }) => Number.isNaN(value)),
  'isInfinite/0': method([], 'boolean', ({ value }) => value === Infinity || value === -Infinity),
};

export const NUMBER_METHODS: Readonly<Record<NumericType, MethodTable<JavaNumber>>> = {
  int: common('Integer'),
  long: common('Long'),
  float: { ...common('Float'), ...floating },
  double: { ...common('Double'), ...floating },
};

const bigConversion = (to: NumericType): Method<BigIntegerValue> =>
  method([], to, ({ value }) => fromBigInteger(value, to));

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

const bigOf = (value: ConditionValue): bigint => {
  if (value !== null && typeof value === 'object' && value.type === 'big_integer') {
    return value.value;
  }
  throw new ConditionFailure('null_pointer_exception', 'Cannot compare with null.');
};

export const BIG_INTEGER_METHODS: MethodTable<BigIntegerValue> = {
  'intValue/0': bigConversion('int'),
  'longValue/0': bigConversion('long'),
  'floatValue/0': bigConversion('float'),
  'doubleValue/0': bigConversion('double'),
  'compareTo/1': method(['BigInteger'], 'int', ({ value }, args) =>
    int(sign(value - bigOf(args.value(0))))
  ),
};

export const BOOLEAN_METHODS: MethodTable<boolean> = {
  'compareTo/1': method(['Boolean'], 'int', (value, args) => {
    const other = args.value(0);
    if (typeof other === 'boolean') return int(Number(value) - Number(other));
    throw new ConditionFailure('null_pointer_exception', 'Cannot compare with null.');
  }),
};
