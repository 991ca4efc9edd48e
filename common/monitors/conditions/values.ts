import { JavaDouble } from '../../json/java_double';
import { JavaInstant } from '../../json/java_instant';
import { inJavaMapOrder } from '../../json/java_map_order';
import { double, int, long } from './numbers';
import type { JavaNumber } from './numbers';

/** A list of the answer; its items are made into values when they are asked for. */
export interface ListValue {
  type: 'list';
  items: readonly unknown[];
}

/** A list that the condition made. */
export interface MadeListValue {
  type: 'made_list';
  items: readonly ConditionValue[];
}

/** A map of the answer. */
export interface MapValue {
  type: 'map';
  members: Readonly<Record<string, unknown>>;
}

/** What a map gives to loop over: keys and entries are sets, the values are not. */
export interface CollectionValue {
  type: 'set' | 'collection';
  items: readonly ConditionValue[];
  /** The members of the map that it shows: Java has one such view a map. */
  of: object;
}

export interface EntryValue {
  type: 'entry';
  key: ConditionValue;
  value: ConditionValue;
}

/** Works off its items when a last step asks for them, and only once. */
export interface StreamValue {
  type: 'stream' | 'int_stream' | 'long_stream' | 'double_stream';
  items: Iterable<ConditionValue>;
  /** The number of items, as long as it is known without looking at them. */
  size?: number;
  used: boolean;
}

export interface OptionalValue {
  type: 'optional' | 'optional_int' | 'optional_long' | 'optional_double';
  value: ConditionValue | undefined;
}

export interface InstantValue {
  type: 'instant';
  /** Since 1970-01-01T00:00Z. */
  epochMillis: number;
}

/** An integer beyond 64 bits. It can be printed; the cluster's arithmetic on it is wrong, ours refuses. */
export interface BigIntegerValue {
  type: 'big_integer';
  value: bigint;
}

/** What an expression evaluates to. Strings and booleans are JavaScript's own. */
export type ConditionValue =
  | null
  | boolean
  | string
  | JavaNumber
  | ListValue
  | MadeListValue
  | MapValue
  | CollectionValue
  | EntryValue
  | StreamValue
  | OptionalValue
  | InstantValue
  | BigIntegerValue;

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;

const numberValue = (value: number): JavaNumber => {
  if (!Number.isInteger(value)) return double(value);
  return value >= INT_MIN && value <= INT_MAX ? int(value) : long(BigInt(value));
};

const bigintValue = (value: bigint): JavaNumber | BigIntegerValue =>
  BigInt.asIntN(64, value) === value ? long(value) : { type: 'big_integer', value };

/** Reads what `parseLossless` gave; an undefined member is null, as a missing one is. */
export const conditionValue = (json: unknown): ConditionValue => {
  if (json === null || json === undefined) return null;
  if (typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number') return numberValue(json);
  if (typeof json === 'bigint') return bigintValue(json);
  if (json instanceof JavaDouble) return double(json.value);
  if (json instanceof JavaInstant) return { type: 'instant', epochMillis: json.epochMillis };
  if (Array.isArray(json)) return { type: 'list', items: json };
  return { type: 'map', members: json as Readonly<Record<string, unknown>> };
};

/** A member that is the map's own; `constructor` and the like are not. */
export const memberOf = ({ members }: MapValue, name: string): ConditionValue =>
  hasMember(members, name) ? conditionValue(members[name]) : null;

const hasMember = (members: MapValue['members'], name: string): boolean =>
  Object.prototype.hasOwnProperty.call(members, name) && members[name] !== undefined;

/** Whether the map has the key, also with null as its value. */
export const hasKey = ({ members }: MapValue, key: ConditionValue): boolean =>
  typeof key === 'string' && hasMember(members, key);

/** In the order in which Java goes through them. */
export const keysOf = ({ members }: MapValue): string[] =>
  inJavaMapOrder(Object.keys(members).filter((name) => members[name] !== undefined));

export type SequenceValue = ListValue | MadeListValue | CollectionValue;

export const isList = (value: ConditionValue): value is ListValue | MadeListValue =>
  value !== null &&
  typeof value === 'object' &&
  (value.type === 'list' || value.type === 'made_list');

/** Lists, and what a map gives to loop over. */
export const isSequence = (value: ConditionValue): value is SequenceValue =>
  isList(value) ||
  (value !== null &&
    typeof value === 'object' &&
    (value.type === 'set' || value.type === 'collection'));

export const itemOf = (sequence: SequenceValue, index: number): ConditionValue =>
  sequence.type === 'list' ? conditionValue(sequence.items[index]) : sequence.items[index];

export const itemsOf = (sequence: SequenceValue): readonly ConditionValue[] =>
  sequence.type === 'list' ? sequence.items.map(conditionValue) : sequence.items;

const NUMERIC: readonly string[] = ['int', 'long', 'float', 'double'];

export const isNumber = (value: ConditionValue): value is JavaNumber =>
  value !== null && typeof value === 'object' && NUMERIC.includes(value.type);

const JAVA_TYPES: Readonly<Record<string, string>> = {
  int: 'Integer',
  long: 'Long',
  float: 'Float',
  double: 'Double',
  list: 'List',
  made_list: 'List',
  map: 'Map',
  set: 'Set',
  collection: 'Collection',
  entry: 'Map.Entry',
  stream: 'Stream',
  int_stream: 'IntStream',
  long_stream: 'LongStream',
  double_stream: 'DoubleStream',
  optional: 'Optional',
  optional_int: 'OptionalInt',
  optional_long: 'OptionalLong',
  optional_double: 'OptionalDouble',
  instant: 'Instant',
  big_integer: 'BigInteger',
};

/** The name of the value's type as people know it from Java. */
export const typeName = (value: ConditionValue): string => {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return JAVA_TYPES[value.type];
};
