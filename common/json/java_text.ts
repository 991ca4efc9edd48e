import { JavaDouble } from './java_double';
import { javaDoubleText } from './java_number_text';

const numberText = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : javaDoubleText(value);

/**
 * How Java prints a value that came as JSON: `[1, 2.0, x]` for a list, `{a=1}` for a map, `null`, `5.0` for a double.
 * Members keep the order of the document, where Java's maps have none to speak of.
 *
 * @param value what `parseLossless` gives; members that are undefined are left out
 */
export const javaText = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value instanceof JavaDouble) return String(value);
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${name}=${javaText(member)}`).join(', ')}}`;
};
