import { ConditionFailure } from './failures';
import type { Budget } from './frame';
import { equal, identical } from './numbers';
import { hasKey, isList, isNumber, itemOf, keysOf, memberOf, typeName } from './values';
import type { ConditionValue, ListValue, MadeListValue, MapValue } from './values';

type AnyList = ListValue | MadeListValue;

const listsEqual = (left: AnyList, right: AnyList, budget?: Budget): boolean =>
  left.items === right.items ||
  (left.items.length === right.items.length &&
    left.items.every((_item, index) =>
      javaEquals(itemOf(left, index), itemOf(right, index), budget)
    ));

const mapsEqual = (left: MapValue, right: MapValue, budget?: Budget): boolean => {
  if (left.members === right.members) return true;
  const names = keysOf(left);
  return (
    names.length === keysOf(right).length &&
    names.every(
      (name) =>
        hasKey(right, name) && javaEquals(memberOf(left, name), memberOf(right, name), budget)
    )
  );
};

const setsEqual = (
  left: readonly ConditionValue[],
  right: readonly ConditionValue[],
  budget?: Budget
): boolean =>
  left.length === right.length &&
  left.every((item) => right.some((other) => javaEquals(item, other, budget)));

const objectsEqual = (
  left: Exclude<ConditionValue, null | string | boolean>,
  right: Exclude<ConditionValue, null | string | boolean>,
  budget?: Budget
): boolean => {
  if (isList(left) && isList(right)) return listsEqual(left, right, budget);
  if (left.type === 'map' && right.type === 'map') return mapsEqual(left, right, budget);
  if (left.type === 'set' && right.type === 'set')
    return setsEqual(left.items, right.items, budget);
  if (left.type === 'collection' && right.type === 'collection') return left.of === right.of;
  if (left.type === 'entry' && right.type === 'entry') {
    return javaEquals(left.key, right.key, budget) && javaEquals(left.value, right.value, budget);
  }
  if (left.type === 'instant' && right.type === 'instant') {
    return left.epochMillis === right.epochMillis;
  }
  if (left.type === 'big_integer' && right.type === 'big_integer') {
    return left.value === right.value;
  }
  if (isNumber(left) && isNumber(right)) return identical(left, right);
  // Streams are equal to themselves alone.
  return left === right;
};

/**
 * `Object.equals`: of lists and maps by their members, of numbers with their types (5 is not 5.0).
 *
 * @param budget each member that is looked at is a step
 */
export const javaEquals = (
  left: ConditionValue,
  right: ConditionValue,
  budget?: Budget
): boolean => {
  budget?.step();
  if (left === null || right === null) return left === right;
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return objectsEqual(left, right, budget);
};

const isBoolean = (value: ConditionValue): value is boolean => typeof value === 'boolean';
const isBigInteger = (value: ConditionValue): boolean =>
  value !== null && typeof value === 'object' && value.type === 'big_integer';

const cannotCompare = (left: ConditionValue, right: ConditionValue): ConditionFailure =>
  new ConditionFailure(
    'class_cast_exception',
    `Cannot compare a value of type ${typeName(left)} with one of type ${typeName(right)}.`
  );

/**
 * `==` as Painless does it where a type is known only at run time: numbers by value whatever their types, everything
 * else by `equals`; a Boolean beside a number is an exception there, and so it is here.
 *
 * @throws ConditionFailure
 */
export const painlessEquals = (
  left: ConditionValue,
  right: ConditionValue,
  budget?: Budget
): boolean => {
  if (left === null || right === null) return left === right;
  if (isNumber(left) && isNumber(right)) return equal(left, right);
  if ((isBoolean(left) && isNumber(right)) || (isNumber(left) && isBoolean(right))) {
    throw cannotCompare(left, right);
  }
  if (isBigInteger(left) !== isBigInteger(right) && (isNumber(left) || isNumber(right))) {
    throw cannotCompare(left, right);
  }
  return javaEquals(left, right, budget);
};
