import type { ArithmeticOperator, OrderOperator } from './ast';
import { ConditionFailure } from './failures';

/** The numeric types of Java that conditions meet. An `int` and a `float` hold what 32 bits hold. */
export type JavaNumber =
  | { type: 'int'; value: number }
  | { type: 'long'; value: bigint }
  | { type: 'float'; value: number }
  | { type: 'double'; value: number };

export type NumericType = JavaNumber['type'];

const RANK: readonly NumericType[] = ['int', 'long', 'float', 'double'];

/** Binary numeric promotion: the wider of the two. */
export const promote = (left: NumericType, right: NumericType): NumericType =>
  RANK[Math.max(RANK.indexOf(left), RANK.indexOf(right))];

export const int = (value: number): JavaNumber => ({ type: 'int', value: value | 0 });
export const long = (value: bigint): JavaNumber => ({
  type: 'long',
  value: BigInt.asIntN(64, value),
});
export const float = (value: number): JavaNumber => ({ type: 'float', value: Math.fround(value) });
export const double = (value: number): JavaNumber => ({ type: 'double', value });

const STICKY_BITS = 11n;

/** Rounds once: by way of a double, a long could be rounded twice. */
export const longToFloat = (value: bigint): number => {
  if (BigInt.asIntN(53, value) === value) return Math.fround(Number(value));
  const kept = value >> STICKY_BITS;
  const odd = BigInt.asUintN(Number(STICKY_BITS), value) === 0n ? kept : kept | 1n;
  return Math.fround(Number(odd) * 2 ** Number(STICKY_BITS));
};

const toLong = ({ value }: JavaNumber): bigint =>
  typeof value === 'bigint' ? value : BigInt(value);
const toFloat = ({ value }: JavaNumber): number =>
  typeof value === 'bigint' ? longToFloat(value) : Math.fround(value);
const toDouble = ({ value }: JavaNumber): number => Number(value);

const byZero = (): ConditionFailure => new ConditionFailure('arithmetic_exception', '/ by zero');

const intArithmetic = (operator: ArithmeticOperator, left: number, right: number): number => {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return Math.imul(left, right);
    case '/':
      if (right === 0) throw byZero();
      return left / right;
    case '%':
      if (right === 0) throw byZero();
      return left % right;
  }
};

const longArithmetic = (operator: ArithmeticOperator, left: bigint, right: bigint): bigint => {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      if (right === 0n) throw byZero();
      return left / right;
    case '%':
      if (right === 0n) throw byZero();
      return left % right;
  }
};

const floatingArithmetic = (operator: ArithmeticOperator, left: number, right: number): number => {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
};

/**
 * Arithmetic with Java's promotion, overflow and integer division.
 *
 * @throws ConditionFailure for an integer division by zero
 */
export const calculate = (
  operator: ArithmeticOperator,
  left: JavaNumber,
  right: JavaNumber
): JavaNumber => {
  switch (promote(left.type, right.type)) {
    case 'int':
      return int(intArithmetic(operator, Number(left.value), Number(right.value)));
    case 'long':
      return long(longArithmetic(operator, toLong(left), toLong(right)));
    case 'float':
      return float(floatingArithmetic(operator, toFloat(left), toFloat(right)));
    case 'double':
      return double(floatingArithmetic(operator, toDouble(left), toDouble(right)));
  }
};

export const negate = (number: JavaNumber): JavaNumber => {
  switch (number.type) {
    case 'int':
      return int(-number.value);
    case 'long':
      return long(-number.value);
    case 'float':
      return float(-number.value);
    case 'double':
      return double(-number.value);
  }
};

type Comparable = number | bigint;

const promoted = (left: JavaNumber, right: JavaNumber): [Comparable, Comparable] => {
  switch (promote(left.type, right.type)) {
    case 'int':
    case 'long':
      return [left.value, right.value];
    case 'float':
      return [toFloat(left), toFloat(right)];
    case 'double':
      return [toDouble(left), toDouble(right)];
  }
};

export const compare = (operator: OrderOperator, left: JavaNumber, right: JavaNumber): boolean => {
  const [a, b] = promoted(left, right);
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
};

/** `==` of numbers, whatever their types: 5 == 5.0; NaN equals nothing. (JavaScript orders an int and a long exactly.) */
export const equal = (left: JavaNumber, right: JavaNumber): boolean => {
  const [a, b] = promoted(left, right);
  return a >= b && a <= b;
};

/** `equals` of boxed numbers: the type counts, 0.0 is not -0.0, and NaN is NaN. */
export const identical = (left: JavaNumber, right: JavaNumber): boolean =>
  left.type === right.type && Object.is(left.value, right.value);
