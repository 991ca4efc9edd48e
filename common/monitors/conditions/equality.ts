import { ConditionFailure } from './failures';
import { equal, identical } from './numbers';
import { conditionValue, isNumber, memberOf, typeName } from './values';
import type { ConditionValue, ListValue, MapValue } from './values';

const listsEqual = (left: ListValue, right: ListValue): boolean =>
  left.items.length === right.items.length &&
  left.items.every((item, index) =>
    javaEquals(conditionValue(item), conditionValue(right.items[index]))
  );

const namesOf = ({ members }: MapValue): string[] =>
  Object.keys(members).filter((name) => members[name] !== undefined);

const mapsEqual = (left: MapValue, right: MapValue): boolean => {
  const names = namesOf(left);
  return (
    names.length === namesOf(right).length &&
    names.every(
      (name) =>
        right.members[name] !== undefined && javaEquals(memberOf(left, name), memberOf(right, name))
    )
  );
};

/** `Object.equals`: of lists and maps by their members, of numbers with their types (5 is not 5.0). */
export const javaEquals = (left: ConditionValue, right: ConditionValue): boolean => {
  if (left === null || right === null) return left === right;
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  if (left.type === 'list' && right.type === 'list') return listsEqual(left, right);
  if (left.type === 'map' && right.type === 'map') return mapsEqual(left, right);
  if (left.type === 'big_integer' && right.type === 'big_integer')
    return left.value === right.value;
  return isNumber(left) && isNumber(right) && identical(left, right);
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
export const painlessEquals = (left: ConditionValue, right: ConditionValue): boolean => {
  if (left === null || right === null) return left === right;
  if (isNumber(left) && isNumber(right)) return equal(left, right);
  if ((isBoolean(left) && isNumber(right)) || (isNumber(left) && isBoolean(right))) {
    throw cannotCompare(left, right);
  }
  if (isBigInteger(left) !== isBigInteger(right) && (isNumber(left) || isNumber(right))) {
    throw cannotCompare(left, right);
  }
  return javaEquals(left, right);
};
