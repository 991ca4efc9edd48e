import { ConditionFailure } from '../failures';
import type { StaticType } from '../static_types';
import { typeName } from '../values';
import type { ConditionValue } from '../values';
import { INSTANT_METHODS } from './instant_methods';
import { ENTRY_METHODS, MAP_METHODS } from './map_methods';
import type { Arguments, MethodTable, Signature } from './method';
import { BIG_INTEGER_METHODS, BOOLEAN_METHODS, NUMBER_METHODS } from './number_methods';
import { OBJECT_METHODS } from './object_methods';
import { OPTIONAL_METHODS } from './optional_methods';
import { COLLECTION_METHODS, LIST_METHODS } from './sequence_methods';
import { STREAM_METHODS } from './stream_methods';
import { STRING_METHODS } from './string_methods';

export interface BoundMethod extends Signature {
  call: (args: Arguments) => ConditionValue;
}

const bind = <Target extends ConditionValue>(
  table: MethodTable<Target>,
  target: Target,
  key: string
): BoundMethod | undefined => {
  const own = Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
  if (own) return { ...own, call: (args) => own.call(target, args) };
  const shared = OBJECT_METHODS[key];
  return shared && { ...shared, call: (args) => shared.call(target, args) };
};

/** The method that a value has by a name and a number of arguments, `contains/1`. */
export const methodOf = (
  value: Exclude<ConditionValue, null>,
  key: string
): BoundMethod | undefined => {
  if (typeof value === 'string') return bind(STRING_METHODS, value, key);
  if (typeof value === 'boolean') return bind(BOOLEAN_METHODS, value, key);
  switch (value.type) {
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return bind(NUMBER_METHODS[value.type], value, key);
    case 'big_integer':
      return bind(BIG_INTEGER_METHODS, value, key);
    case 'list':
    case 'made_list':
      return bind(LIST_METHODS, value, key);
    case 'set':
    case 'collection':
      return bind(COLLECTION_METHODS, value, key);
    case 'map':
      return bind(MAP_METHODS, value, key);
    case 'entry':
      return bind(ENTRY_METHODS, value, key);
    case 'instant':
      return bind(INSTANT_METHODS, value, key);
    case 'stream':
    case 'int_stream':
    case 'long_stream':
    case 'double_stream':
      return bind(STREAM_METHODS[value.type], value, key);
    case 'optional':
    case 'optional_int':
    case 'optional_long':
    case 'optional_double':
      return bind(OPTIONAL_METHODS[value.type], value, key);
  }
};

type Signatures = Readonly<Record<string, Signature>>;

/** The methods of each type, as Java names it. */
export const METHODS_BY_TYPE: Readonly<Partial<Record<StaticType, Signatures>>> = {
  String: STRING_METHODS,
  Boolean: BOOLEAN_METHODS,
  Integer: NUMBER_METHODS.int,
  Long: NUMBER_METHODS.long,
  Float: NUMBER_METHODS.float,
  Double: NUMBER_METHODS.double,
  BigInteger: BIG_INTEGER_METHODS,
  List: LIST_METHODS,
  Set: COLLECTION_METHODS,
  Collection: COLLECTION_METHODS,
  Map: MAP_METHODS,
  'Map.Entry': ENTRY_METHODS,
  Stream: STREAM_METHODS.stream,
  IntStream: STREAM_METHODS.int_stream,
  LongStream: STREAM_METHODS.long_stream,
  DoubleStream: STREAM_METHODS.double_stream,
  Optional: OPTIONAL_METHODS.optional,
  OptionalInt: OPTIONAL_METHODS.optional_int,
  OptionalLong: OPTIONAL_METHODS.optional_long,
  OptionalDouble: OPTIONAL_METHODS.optional_double,
  Instant: INSTANT_METHODS,
};

/** The signature of a method where the type is known before the evaluation. */
export const signatureOf = (type: StaticType, key: string): Signature | undefined => {
  const own = METHODS_BY_TYPE[type];
  if (!own) return undefined;
  return Object.prototype.hasOwnProperty.call(own, key) ? own[key] : OBJECT_METHODS[key];
};

/** Every method that some value has. */
export const KNOWN_METHODS: ReadonlySet<string> = new Set(
  [OBJECT_METHODS, ...Object.values(METHODS_BY_TYPE)].flatMap((table) => Object.keys(table))
);

/** Methods that the cluster has for a type, and the interpreter for others or not at all. */
export const LEFT_TO_CLUSTER: Readonly<Partial<Record<string, readonly string[]>>> = {
  Map: ['replace/2', 'findAll/1'],
  Instant: ['get/1'],
  BigInteger: ['getLowestSetBit/0'],
};

/** What a call of a method ends with that a value does not have. */
export const missingMethod = (target: ConditionValue, key: string): ConditionFailure => {
  const type = typeName(target);
  return LEFT_TO_CLUSTER[type]?.includes(key)
    ? new ConditionFailure('not_interpreted', `Only the cluster knows ${key} of a ${type}.`)
    : new ConditionFailure('illegal_argument_exception', `A ${type} has no ${key}.`);
};
