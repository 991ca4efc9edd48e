import { javaEquals } from '../equality';
import { int } from '../numbers';
import { hasKey, keysOf, memberOf } from '../values';
import type { ConditionValue, EntryValue, MapValue } from '../values';
import { BI_PREDICATE, method } from './method';
import type { Arguments, MethodTable } from './method';

const walked = (map: MapValue, { budget }: Arguments): string[] => {
  const keys = keysOf(map);
  budget.step(keys.length);
  return keys;
};

const entriesOf = (map: MapValue, args: Arguments): EntryValue[] =>
  walked(map, args).map((key) => ({ type: 'entry', key, value: memberOf(map, key) }));

const get = (map: MapValue, key: ConditionValue): ConditionValue =>
  typeof key === 'string' ? memberOf(map, key) : null;

const holds = (args: Arguments, { key, value }: EntryValue): boolean =>
  args.function(0)(key, value) === true;

export const MAP_METHODS: MethodTable<MapValue> = {
  'size/0': method([], 'int', (map, args) => int(walked(map, args).length)),
  'isEmpty/0': method([], 'boolean', (map, args) => walked(map, args).length === 0),
  'get/1': method(['def'], 'def', (map, args) => get(map, args.value(0))),
  'getOrDefault/2': method(['def', 'def'], 'def', (map, args) =>
    hasKey(map, args.value(0)) ? get(map, args.value(0)) : args.value(1)
  ),
  'containsKey/1': method(['def'], 'boolean', (map, args) => hasKey(map, args.value(0))),
  'containsValue/1': method(['def'], 'boolean', (map, args) =>
    entriesOf(map, args).some(({ value }) => javaEquals(value, args.value(0), args.budget))
  ),
  'keySet/0': method([], 'Set', (map, args) => ({
    type: 'set',
    items: walked(map, args),
    of: map.members,
  })),
  'values/0': method([], 'Collection', (map, args) => ({
    type: 'collection',
    items: entriesOf(map, args).map(({ value }) => value),
    of: map.members,
  })),
  'entrySet/0': method([], 'Set', (map, args) => ({
    type: 'set',
    items: entriesOf(map, args),
    of: map.members,
  })),
  'count/1': method([BI_PREDICATE], 'int', (map, args) =>
    int(entriesOf(map, args).filter((entry) => holds(args, entry)).length)
  ),
  'every/1': method([BI_PREDICATE], 'boolean', (map, args) =>
    entriesOf(map, args).every((entry) => holds(args, entry))
  ),
  'find/1': method(
    [BI_PREDICATE],
    'Map.Entry',
    (map, args) => entriesOf(map, args).find((entry) => holds(args, entry)) ?? null
  ),
};

export const ENTRY_METHODS: MethodTable<EntryValue> = {
  'getKey/0': method([], 'def', ({ key }) => key),
  'getValue/0': method([], 'def', ({ value }) => value),
};
