import { ConditionFailure } from './failures';
import { int } from './numbers';
import { conditionValue, memberOf, typeName } from './values';
import type { ConditionValue, ListValue } from './values';

const listItem = ({ items }: ListValue, asked: number): ConditionValue => {
  // Painless counts a negative index from the end.
  const index = asked < 0 ? asked + items.length : asked;
  if (index >= 0 && index < items.length) return conditionValue(items[index]);
  throw new ConditionFailure(
    'index_out_of_bounds_exception',
    `Index ${index} is out of bounds for a list of length ${items.length}.`
  );
};

const listField = (list: ListValue, name: string): ConditionValue => {
  if (name === 'length') return int(list.items.length);
  if (name === 'empty') return list.items.length === 0;
  if (/^[0-9]+$/.test(name)) return listItem(list, Number(name));
  throw new ConditionFailure('illegal_argument_exception', `A list has no ${name}.`);
};

/** Painless offers the `isX()` methods that it allows as fields. */
const shortcut = (target: ConditionValue, name: string): ConditionValue => {
  if (typeof target === 'string' && name === 'empty') return target === '';
  if (target !== null && typeof target === 'object') {
    if (target.type === 'double' || target.type === 'float') {
      if (name === 'naN') return Number.isNaN(target.value);
      if (name === 'infinite') return Math.abs(target.value) === Infinity;
    }
  }
  throw new ConditionFailure('illegal_argument_exception', `A ${typeName(target)} has no ${name}.`);
};

/** `target.name`: null for a name that a map does not have. @throws ConditionFailure */
export const readField = (target: ConditionValue, name: string): ConditionValue => {
  if (target === null) {
    throw new ConditionFailure('null_pointer_exception', `Cannot read ${name} of null.`);
  }
  if (typeof target === 'object' && target.type === 'map') {
    return name === 'empty' ? Object.keys(target.members).length === 0 : memberOf(target, name);
  }
  if (typeof target === 'object' && target.type === 'list') return listField(target, name);
  return shortcut(target, name);
};

const listIndex = (list: ListValue, index: ConditionValue): ConditionValue => {
  if (index === null) {
    throw new ConditionFailure('null_pointer_exception', 'The index of a list must not be null.');
  }
  if (typeof index === 'object' && index.type === 'int') return listItem(list, index.value);
  throw new ConditionFailure(
    'class_cast_exception',
    `The index of a list must be an Integer, but this is of type ${typeName(index)}.`
  );
};

/** `target[index]`. Maps of JSON have String keys: any other key finds nothing. @throws ConditionFailure */
export const readIndex = (target: ConditionValue, index: ConditionValue): ConditionValue => {
  if (target === null) {
    throw new ConditionFailure('null_pointer_exception', 'Cannot read an item of null.');
  }
  if (typeof target === 'object' && target.type === 'list') return listIndex(target, index);
  if (typeof target === 'object' && target.type === 'map') {
    return typeof index === 'string' ? memberOf(target, index) : null;
  }
  throw new ConditionFailure(
    'illegal_argument_exception',
    `A ${typeName(target)} has no items to read by index.`
  );
};
