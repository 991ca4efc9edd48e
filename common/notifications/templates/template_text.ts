import { JavaDouble } from '../../json/java_double';
import { JavaInstant } from '../../json/java_instant';
import { javaText } from '../../json/java_text';

const listText = (items: readonly unknown[]): string =>
  `{${items.map((item, index) => `${index}=${javaText(item)}`).join(', ')}}`;

/**
 * What a tag prints, as the cluster's Mustache prints it: nothing for null, `5.0` for a double, `{a=1}` for a map,
 * `{0=a, 1=b}` for a list.
 */
export const templateText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? listText(value) : javaText(value);
};

/** Sections are left out for what is missing, false or empty; 0 is a value, as in Java, and so is a map. */
export const isShown = (value: unknown): boolean => {
  if (value === null || value === undefined || value === false || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
};

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof JavaDouble) &&
  !(value instanceof JavaInstant);
