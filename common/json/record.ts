import { JavaDouble } from './java_double';
import type { JsonValue } from './lossless';

/** Whether it is an object with members: no list, and not null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object as `parseLossless` reads it. */
export interface JsonObject {
  [name: string]: JsonValue;
}

/** Whether a value that `parseLossless` read is an object: a number that keeps its form is none. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  isRecord(value) && !(value instanceof JavaDouble);
