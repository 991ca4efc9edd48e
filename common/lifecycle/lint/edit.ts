import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import type { JsonValue } from '../../json/lossless';
import type { Path } from '../policy/policy';

const change = (
  value: JsonValue | undefined,
  [first, ...rest]: Path,
  edit: (value: JsonValue | undefined) => JsonValue | undefined
): JsonValue | undefined => {
  if (first === undefined) return edit(value);
  if (Array.isArray(value)) {
    const at = Number(first);
    const changed = change(value[at], rest, edit);
    const before = value.slice(0, at);
    return [...before, ...(changed === undefined ? [] : [changed]), ...value.slice(at + 1)];
  }
  const object: JsonObject = isRecord(value) ? (value as JsonObject) : {};
  const changed = change(object[first], rest, edit);
  if (changed !== undefined) return { ...object, [first]: changed };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== String(first)));
};

/** The document with another value at a place; undefined takes the place out. Everything else stays as it is. */
export const editAt = (
  body: JsonObject,
  path: Path,
  edit: (value: JsonValue | undefined) => JsonValue | undefined
): JsonObject => {
  const changed = change(body, path, edit);
  return isRecord(changed) ? (changed as JsonObject) : {};
};

export const setAt = (body: JsonObject, path: Path, value: JsonValue): JsonObject =>
  editAt(body, path, () => value);

export const removeAt = (body: JsonObject, path: Path): JsonObject =>
  editAt(body, path, () => undefined);
