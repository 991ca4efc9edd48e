import type { ArithmeticOperator, OrderOperator } from './ast';
import { ConditionFailure } from './failures';
import { calculate, compare, negate } from './numbers';
import { isNumber, typeName } from './values';
import { valueText } from './value_text';
import type { ConditionValue } from './values';

const refuse = (operator: string, ...operands: ConditionValue[]): ConditionFailure =>
  operands.includes(null)
    ? new ConditionFailure('null_pointer_exception', `Cannot apply ${operator} to null.`)
    : new ConditionFailure(
        'class_cast_exception',
        `Cannot apply ${operator} to ${operands.map(typeName).join(' and ')}.`
      );

/** `+` where one of the types is String, also when the value is null. */
export const joinTexts = (left: ConditionValue, right: ConditionValue): string =>
  valueText(left) + valueText(right);

/**
 * Arithmetic of two values; `+` joins when one of them is a String.
 *
 * @throws ConditionFailure
 */
export const applyArithmetic = (
  operator: ArithmeticOperator,
  left: ConditionValue,
  right: ConditionValue
): ConditionValue => {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    return joinTexts(left, right);
  }
  if (isNumber(left) && isNumber(right)) return calculate(operator, left, right);
  throw refuse(operator, left, right);
};

/** @throws ConditionFailure: only numbers have an order */
export const applyOrder = (
  operator: OrderOperator,
  left: ConditionValue,
  right: ConditionValue
): boolean => {
  if (isNumber(left) && isNumber(right)) return compare(operator, left, right);
  throw refuse(operator, left, right);
};

/** @throws ConditionFailure: only numbers have a sign */
export const applySign = (operator: '-' | '+', operand: ConditionValue): ConditionValue => {
  if (!isNumber(operand)) throw refuse(operator, operand);
  return operator === '-' ? negate(operand) : operand;
};

/** What `&&`, `||` and `!` take. @throws ConditionFailure */
export const asBoolean = (value: ConditionValue): boolean => {
  if (typeof value === 'boolean') return value;
  throw value === null
    ? new ConditionFailure('null_pointer_exception', 'A Boolean is expected, but this is null.')
    : new ConditionFailure(
        'class_cast_exception',
        `A Boolean is expected, but this is of type ${typeName(value)}.`
      );
};
