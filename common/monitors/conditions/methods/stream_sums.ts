import { double, int, long } from '../numbers';
import type { JavaNumber, NumericType } from '../numbers';

/** A sum of doubles that carries along what rounding took away, as Java's streams do it. */
const doubleSum = (values: readonly JavaNumber[]): number => {
  let [sum, lost, simple] = [0, 0, 0];
  for (const { value } of values) {
    const corrected = Number(value) - lost;
    const next = sum + corrected;
    lost = next - sum - corrected;
    sum = next;
    simple += Number(value);
  }
  const exact = sum - lost;
  return Number.isNaN(exact) && Math.abs(simple) === Infinity ? simple : exact;
};

const longSum = (values: readonly JavaNumber[]): bigint =>
  BigInt.asIntN(
    64,
    values.reduce((sum, { value }) => sum + BigInt(value), 0n)
  );

export const sumOf = (values: readonly JavaNumber[], type: NumericType): JavaNumber => {
  if (type === 'double') return double(doubleSum(values));
  const sum = longSum(values);
  return type === 'int' ? int(Number(BigInt.asIntN(32, sum))) : long(sum);
};

/** Undefined for nothing. */
export const averageOf = (
  values: readonly JavaNumber[],
  type: NumericType
): JavaNumber | undefined => {
  if (values.length === 0) return undefined;
  const sum = type === 'double' ? doubleSum(values) : Number(longSum(values));
  return double(sum / values.length);
};
