import { stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';

/** A document of a search answer, flattened for a table. */
export interface FoundDocument {
  key: string;
  /** Its `@timestamp`, or nothing. */
  time: string;
  fields: Array<{ name: string; text: string }>;
}

type JsonObject = { [name: string]: JsonValue };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.getPrototypeOf(value) === Object.prototype;

const textOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : stringifyLossless(value);

const flatten = (source: JsonObject, prefix = ''): FoundDocument['fields'] =>
  Object.entries(source).flatMap(([name, value]) =>
    isObject(value)
      ? flatten(value, `${prefix}${name}.`)
      : [{ name: `${prefix}${name}`, text: textOf(value) }]
  );

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  isObject(value) ? value[name] : undefined;

/** The documents in a search answer. Without a `_source` the row shows what else there is. */
export const documentsOf = (response: JsonValue): FoundDocument[] => {
  const hits = member(member(response, 'hits'), 'hits');
  if (!Array.isArray(hits)) return [];
  return hits.filter(isObject).map((hit, index) => {
    const source = member(hit, '_source') ?? member(hit, 'fields');
    const fields = flatten(isObject(source) ? source : hit);
    const time = fields.find(({ name }) => name === '@timestamp')?.text ?? '';
    return {
      key: `${index} ${textOf(hit._id ?? '')}`,
      time,
      fields: fields.filter(({ name }) => name !== '@timestamp'),
    };
  });
};
