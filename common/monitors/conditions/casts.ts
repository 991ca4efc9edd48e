import { ConditionFailure } from './failures';
import { double, float, int, long, longToFloat } from './numbers';
import type { JavaNumber, NumericType } from './numbers';
import { isList, isNumber, isSequence, typeName } from './values';
import type { ConditionValue } from './values';
import { isNumericType } from './static_types';
import type { StaticType } from './static_types';

const RANK: readonly NumericType[] = ['int', 'long', 'float', 'double'];

const clamp = (value: number, bits: number): bigint => {
  const end = 2 ** (bits - 1);
  if (Number.isNaN(value)) return 0n;
  if (value >= end) return 2n ** BigInt(bits - 1) - 1n;
  return value <= -end ? -(2n ** BigInt(bits - 1)) : BigInt(Math.trunc(value));
};

export const clampToLong = (value: number): bigint => clamp(value, 64);

const integral = ({ type, value }: JavaNumber, bits: number): bigint =>
  type === 'float' || type === 'double' ? clamp(Number(value), bits) : BigInt(value);

/** A conversion of primitive numbers as Java does it, narrowing ones included: (int) 2.9 is 2, (int) 1e20 the largest int. */
export const convertNumber = (number: JavaNumber, to: NumericType): JavaNumber => {
  switch (to) {
    case 'int':
      return int(Number(BigInt.asIntN(32, integral(number, 32))));
    case 'long':
      return long(integral(number, 64));
    case 'float':
      return number.type === 'long'
        ? float(longToFloat(number.value))
        : float(Number(number.value));
    case 'double':
      return double(Number(number.value));
  }
};

const cannotCast = (value: ConditionValue, to: StaticType): ConditionFailure =>
  value === null
    ? new ConditionFailure('null_pointer_exception', `Cannot make a value of type ${to} of null.`)
    : new ConditionFailure(
        'class_cast_exception',
        `Cannot cast a value of type ${typeName(value)} to ${to}.`
      );

/** Whether a value is an instance of a type of references. */
export const isInstance = (value: ConditionValue, type: StaticType): boolean => {
  switch (type) {
    case 'def':
    case 'Object':
      return true;
    case 'String':
      return typeof value === 'string';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Number':
      return isNumber(value) || typeName(value) === 'BigInteger';
    case 'List':
      return isList(value);
    case 'Collection':
    case 'Iterable':
      return isSequence(value);
    default:
      return typeName(value) === type;
  }
};

export const fromBigInteger = (value: bigint, to: NumericType): JavaNumber => {
  switch (to) {
    case 'int':
      return int(Number(BigInt.asIntN(32, value)));
    case 'long':
      return long(value);
    case 'float':
      return float(longToFloat(value));
    case 'double':
      return double(Number(value));
  }
};

const castNumber = (value: ConditionValue, to: NumericType, explicit: boolean): JavaNumber => {
  if (isNumber(value) && (explicit || RANK.indexOf(value.type) <= RANK.indexOf(to))) {
    return convertNumber(value, to);
  }
  throw cannotCast(value, to);
};

/** Parameters of boxed types take what widens to them. */
const UNBOXED: Readonly<Partial<Record<StaticType, NumericType>>> = {
  Integer: 'int',
  Long: 'long',
  Float: 'float',
  Double: 'double',
};

/**
 * Makes a value of `def` one of another type, as an assignment does; `explicit` as `(int) value` does.
 *
 * @throws ConditionFailure
 */
export const castFromDef = (
  value: ConditionValue,
  to: StaticType,
  explicit: boolean
): ConditionValue => {
  if (to === 'def' || to === 'Object') return value;
  if (isNumericType(to)) return castNumber(value, to, explicit);
  if (to === 'boolean') {
    if (typeof value === 'boolean') return value;
    throw cannotCast(value, to);
  }
  if (value === null || isInstance(value, to)) return value;
  const unboxed = UNBOXED[to];
  if (unboxed) return castNumber(value, unboxed, false);
  throw cannotCast(value, to);
};
