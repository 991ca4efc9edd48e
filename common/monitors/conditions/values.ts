import { JavaDouble } from '../../json/java_double';
import { javaDoubleText, javaFloatText } from '../../json/java_number_text';
import { javaText } from '../../json/java_text';
import { double, int, long } from './numbers';
import type { JavaNumber } from './numbers';

/** A list of the answer; its items are made into values when they are asked for. */
export interface ListValue {
  type: 'list';
  items: readonly unknown[];
}

/** A map of the answer. */
export interface MapValue {
  type: 'map';
  members: Readonly<Record<string, unknown>>;
}

/** An integer beyond 64 bits. It can be printed; the cluster's arithmetic on it is wrong, ours refuses. */
export interface BigIntegerValue {
  type: 'big_integer';
  value: bigint;
}

/** What an expression evaluates to. Strings and booleans are JavaScript's own. */
export type ConditionValue =
  null | boolean | string | JavaNumber | ListValue | MapValue | BigIntegerValue;

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
  if (Array.isArray(json)) return { type: 'list', items: json };
  return { type: 'map', members: json as Readonly<Record<string, unknown>> };
};

/** A member that is the map's own; `constructor` and the like are not. */
export const memberOf = ({ members }: MapValue, name: string): ConditionValue =>
  Object.prototype.hasOwnProperty.call(members, name) ? conditionValue(members[name]) : null;

export const isNumber = (value: ConditionValue): value is JavaNumber =>
  value !== null &&
  typeof value === 'object' &&
  value.type !== 'list' &&
  value.type !== 'map' &&
  value.type !== 'big_integer';

/** As Java's `String.valueOf` prints it. */
export const valueText = (value: ConditionValue): string => {
  if (value === null || typeof value !== 'object') return String(value);
  switch (value.type) {
    case 'double':
      return javaDoubleText(value.value);
    case 'float':
      return javaFloatText(value.value);
    case 'list':
      return javaText(value.items);
    case 'map':
      return javaText(value.members);
    default:
      return String(value.value);
  }
};

const JAVA_TYPES: Readonly<Record<string, string>> = {
  int: 'Integer',
  long: 'Long',
  float: 'Float',
  double: 'Double',
  list: 'List',
  map: 'Map',
  big_integer: 'BigInteger',
};

/** The name of the value's type as people know it from Java. */
export const typeName = (value: ConditionValue): string => {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return JAVA_TYPES[value.type];
};
