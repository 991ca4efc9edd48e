import { stringifyLossless } from '../../../common/json/lossless';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';

/** A document of a search answer, flattened for a table. */
export interface FoundDocument {
  key: string;
  /** Its `@timestamp`, or nothing. */
  time: string;
  fields: Array<{ name: string; text: string }>;
}

const textOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : stringifyLossless(value);

const flatten = (source: JsonObject, prefix = ''): FoundDocument['fields'] =>
  Object.entries(source).flatMap(([name, value]) =>
    isJsonObject(value)
      ? flatten(value, `${prefix}${name}.`)
      : [{ name: `${prefix}${name}`, text: textOf(value) }]
  );

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  isJsonObject(value) ? value[name] : undefined;

/** The documents in a search answer. Without a `_source` the row shows what else there is. */
export const documentsOf = (response: JsonValue): FoundDocument[] => {
  const hits = member(member(response, 'hits'), 'hits');
  if (!Array.isArray(hits)) return [];
  return hits.filter(isJsonObject).map((hit, index) => {
    const source = member(hit, '_source') ?? member(hit, 'fields');
    const fields = flatten(isJsonObject(source) ? source : hit);
    const time = fields.find(({ name }) => name === '@timestamp')?.text ?? '';
    return {
      key: `${index} ${textOf(hit._id ?? '')}`,
      time,
      fields: fields.filter(({ name }) => name !== '@timestamp'),
    };
  });
};
