import { ConditionFailure } from './failures';
import type { Frame } from './frame';
import { Arguments } from './methods/method';
import { methodOf, missingMethod } from './methods/registry';
import { int } from './numbers';
import { isList, itemOf, memberOf, typeName } from './values';
import type { ConditionValue, ListValue, MadeListValue } from './values';

type AnyList = ListValue | MadeListValue;

const listItem = (list: AnyList, asked: number): ConditionValue => {
  // Painless counts a negative index from the end.
  const index = asked < 0 ? asked + list.items.length : asked;
  if (index >= 0 && index < list.items.length) return itemOf(list, index);
  throw new ConditionFailure(
    'index_out_of_bounds_exception',
    `Index ${index} is out of bounds for a list of length ${list.items.length}.`
  );
};

const listField = (list: AnyList, name: string): ConditionValue => {
  if (name === 'length') return int(list.items.length);
  if (name === 'empty') return list.items.length === 0;
  if (/^[0-9]+$/.test(name)) return listItem(list, Number(name));
  throw new ConditionFailure('illegal_argument_exception', `A list has no "${name}".`);
};

/** Painless offers the `getX()` and `isX()` methods that it allows as fields. */
const getter = (target: Exclude<ConditionValue, null>, name: string, frame: Frame) => {
  const suffix = `${name.charAt(0).toUpperCase()}${name.slice(1)}/0`;
  const method = methodOf(target, `get${suffix}`) ?? methodOf(target, `is${suffix}`);
  if (method) return method.call(new Arguments([], frame.budget));
  throw missingMethod(target, `get${suffix}`);
};

/** `target.name`: null for a name that a map does not have. @throws ConditionFailure */
export const readField = (target: ConditionValue, name: string, frame: Frame): ConditionValue => {
  if (target === null) {
    throw new ConditionFailure('null_pointer_exception', `Cannot read "${name}" of null.`);
  }
  if (typeof target === 'object' && target.type === 'map') {
    return name === 'empty' ? Object.keys(target.members).length === 0 : memberOf(target, name);
  }
  if (isList(target)) return listField(target, name);
  return getter(target, name, frame);
};

const listIndex = (list: AnyList, index: ConditionValue): ConditionValue => {
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
  if (isList(target)) return listIndex(target, index);
  if (typeof target === 'object' && target.type === 'map') {
    return typeof index === 'string' ? memberOf(target, index) : null;
  }
  throw new ConditionFailure(
    'illegal_argument_exception',
    `A ${typeName(target)} has no items to read by index.`
  );
};
