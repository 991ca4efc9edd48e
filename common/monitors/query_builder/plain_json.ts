import { stringifyLossless } from '../../json/lossless';
import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';

/** The cluster takes one thing for a list of one. */
export const asList = (value: JsonValue | undefined): JsonValue[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** The one member of an object; undefined where it has none or several. */
export const onlyMember = (value: JsonValue | undefined): [string, JsonValue] | undefined => {
  if (!isJsonObject(value)) return undefined;
  const [first, ...others] = Object.entries(value);
  return others.length === 0 ? first : undefined;
};

/** A copy that lacks some members. */
export const without = <T extends object, K extends keyof T>(
  value: T,
  ...names: readonly K[]
): Omit<T, K> => {
  const copy = { ...value };
  for (const name of names) delete copy[name];
  return copy;
};

const ordered = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]));
};

/** The same text for the same document, whatever the order of its members. */
export const fingerprint = (value: JsonValue): string => stringifyLossless(ordered(value));
