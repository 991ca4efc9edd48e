import { JavaDouble } from './java_double';
import { JavaInstant } from './java_instant';
import { inJavaMapOrder } from './java_map_order';
import { javaDoubleText } from './java_number_text';

const numberText = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : javaDoubleText(value);

const mapText = (map: Readonly<Record<string, unknown>>): string => {
  const names = Object.keys(map).filter((name) => map[name] !== undefined);
  return `{${inJavaMapOrder(names)
    .map((name) => `${name}=${javaText(map[name])}`)
    .join(', ')}}`;
};

/**
 * How Java prints a value that came as JSON: `[1, 2.0, x]` for a list, `{a=1}` for a map (in the order of a `HashMap`),
 * `null`, `5.0` for a double.
 *
 * @param value what `parseLossless` gives; members that are undefined are left out
 */
export const javaText = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value instanceof JavaDouble || value instanceof JavaInstant) {
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  return mapText(value as Readonly<Record<string, unknown>>);
};
