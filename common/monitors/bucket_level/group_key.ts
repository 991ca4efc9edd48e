import { JavaDouble } from '../../json/java_double';
import type { GroupField } from '../verdict';

/** Of which field which value a bucket is, with its type. */
export interface KeyPart {
  field: string;
  value: unknown;
  /** The cluster's own text, of dates and booleans. */
  text?: unknown;
}

const valueText = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(valueText).join(',')}]`;
  return value === undefined ? 'null' : String(value);
};

/** Canonical: the JSON of an ordered list of fields and typed values. A Long 5 and a Double 5.0 are two keys. */
export const groupKey = (parts: readonly KeyPart[]): string => {
  let key = '';
  for (const { field, value } of parts) {
    key += `${key === '' ? '[' : ','}[${JSON.stringify(field)},${valueText(value)}]`;
  }
  return `${key}]`;
};

const shown = ({ value, text }: KeyPart): string => {
  if (typeof text === 'string') return text;
  if (typeof value === 'number' || value instanceof JavaDouble) return String(value);
  return typeof value === 'string' ? value : valueText(value);
};

/** For display, and for messages. */
export const groupFields = (parts: readonly KeyPart[]): GroupField[] =>
  parts.map((part) => ({ field: part.field, value: shown(part) }));
