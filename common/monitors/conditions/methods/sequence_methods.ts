import { javaEquals } from '../equality';
import { ConditionFailure } from '../failures';
import { double, int } from '../numbers';
import { isNumber, isSequence, itemOf, itemsOf, typeName } from '../values';
import type { ConditionValue, ListValue, MadeListValue, SequenceValue } from '../values';
import { valueText } from '../value_text';
import { FUNCTION, PREDICATE, method } from './method';
import type { Arguments, MethodTable } from './method';

type AnyList = ListValue | MadeListValue;

const TO_DOUBLE = { ...FUNCTION, gives: 'double' } as const;

/** Looking at items costs steps. */
const walked = (sequence: SequenceValue, { budget }: Arguments): readonly ConditionValue[] => {
  budget.step(sequence.items.length);
  return itemsOf(sequence);
};

const contains = (
  items: readonly ConditionValue[],
  sought: ConditionValue,
  args: Arguments
): boolean => items.some((item) => javaEquals(item, sought, args.budget));

const containsAll = (sequence: SequenceValue, args: Arguments): boolean => {
  const sought = args.value(0);
  if (!isSequence(sought)) {
    throw new ConditionFailure('null_pointer_exception', 'A collection is expected.');
  }
  const items = walked(sequence, args);
  return walked(sought, args).every((item) => {
    args.budget.step(items.length);
    return contains(items, item, args);
  });
};

const numberOf = (value: ConditionValue): number => {
  if (value === null) throw new ConditionFailure('null_pointer_exception', 'Cannot add null.');
  if (isNumber(value)) return Number(value.value);
  if (typeof value === 'object' && value.type === 'big_integer') return Number(value.value);
  throw new ConditionFailure('class_cast_exception', `Cannot add a ${typeName(value)}.`);
};

const sum = (items: readonly ConditionValue[]): ConditionValue =>
  double(items.reduce<number>((total, item) => total + numberOf(item), 0));

const joined = (sequence: SequenceValue, args: Arguments): string => {
  const separator = valueText(args.value(0));
  let length = 0;
  const texts = walked(sequence, args).map((item) => {
    const text = valueText(item);
    args.budget.text((length += text.length + separator.length));
    return text;
  });
  return texts.join(separator);
};

const bool = (value: ConditionValue): boolean => value === true;

export const COLLECTION_METHODS: MethodTable<SequenceValue> = {
  'size/0': method([], 'int', ({ items }) => int(items.length)),
  'isEmpty/0': method([], 'boolean', ({ items }) => items.length === 0),
  'contains/1': method(['def'], 'boolean', (sequence, args) =>
    contains(walked(sequence, args), args.value(0), args)
  ),
  'containsAll/1': method(['Collection'], 'boolean', containsAll),
  'stream/0': method([], 'Stream', (sequence) => ({
    type: 'stream',
    items: itemsOf(sequence),
    size: sequence.items.length,
    used: false,
  })),
  'any/1': method([PREDICATE], 'boolean', (sequence, args) =>
    walked(sequence, args).some((item) => bool(args.function(0)(item)))
  ),
  'every/1': method([PREDICATE], 'boolean', (sequence, args) =>
    walked(sequence, args).every((item) => bool(args.function(0)(item)))
  ),
  'find/1': method(
    [PREDICATE],
    'def',
    (sequence, args) => walked(sequence, args).find((item) => bool(args.function(0)(item))) ?? null
  ),
  'findAll/1': method([PREDICATE], 'List', (sequence, args) => ({
    type: 'made_list',
    items: walked(sequence, args).filter((item) => bool(args.function(0)(item))),
  })),
  'join/1': method(['String'], 'String', joined),
  'sum/0': method([], 'double', (sequence, args) => sum(walked(sequence, args))),
  'sum/1': method([TO_DOUBLE], 'double', (sequence, args) =>
    sum(walked(sequence, args).map((item) => args.function(0)(item)))
  ),
};

const outOfBounds = (message: string): ConditionFailure =>
  new ConditionFailure('index_out_of_bounds_exception', message);

const get = (list: AnyList, index: number): ConditionValue => {
  if (index >= 0 && index < list.items.length) return itemOf(list, index);
  throw outOfBounds(`Index ${index} is out of bounds for a list of length ${list.items.length}.`);
};

const subList = (list: AnyList, from: number, to: number): ConditionValue => {
  if (from < 0 || to > list.items.length) {
    throw outOfBounds(`From ${from} to ${to} is out of bounds for ${list.items.length} items.`);
  }
  if (from > to) {
    throw new ConditionFailure('illegal_argument_exception', `From ${from} to ${to} is nothing.`);
  }
  return { type: 'made_list', items: itemsOf(list).slice(from, to) };
};

const indexOf = (list: AnyList, args: Arguments): number =>
  walked(list, args).findIndex((item) => javaEquals(item, args.value(0), args.budget));

const lastIndexOf = (list: AnyList, args: Arguments): number => {
  const items = walked(list, args);
  let index = items.length - 1;
  while (index >= 0 && !javaEquals(items[index], args.value(0), args.budget)) index -= 1;
  return index;
};

export const LIST_METHODS: MethodTable<AnyList> = {
  ...COLLECTION_METHODS,
  'get/1': method(['int'], 'def', (list, args) => get(list, args.number(0))),
  'getLength/0': method([], 'int', ({ items }) => int(items.length)),
  'indexOf/1': method(['def'], 'int', (list, args) => int(indexOf(list, args))),
  'lastIndexOf/1': method(['def'], 'int', (list, args) => int(lastIndexOf(list, args))),
  'subList/2': method(['int', 'int'], 'List', (list, args) =>
    subList(list, args.number(0), args.number(1))
  ),
};
