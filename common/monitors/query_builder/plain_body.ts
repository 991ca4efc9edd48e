import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { cannotShow } from './cannot_show';
import { plainFilters } from './plain_filters';
import type { PlainFilter } from './plain_filters';
import { asList, fingerprint, onlyMember, without } from './plain_json';

/** A search body without what makes no difference. */
export interface PlainBody {
  size: JsonValue;
  sort: JsonValue[];
  filters: PlainFilter[];
  aggregations: JsonObject;
}

const KNOWN = ['size', 'sort', 'query', 'aggs', 'aggregations', 'track_total_hits'];

/** As many documents as the cluster sends when nothing is said. */
const DEFAULT_SIZE = 10;

/** `{ time: 'desc' }` is `{ time: { order: 'desc' } }`. */
const plainSort = (entry: JsonValue): JsonValue => {
  const [field, order] = onlyMember(entry) ?? [];
  return field !== undefined && typeof order === 'string' ? { [field]: { order } } : entry;
};

/** The aggregations in an object, by either of their names, all the way down. */
export const plainAggregations = (holder: JsonObject, path: string): JsonObject => {
  if (holder.aggs !== undefined && holder.aggregations !== undefined) {
    return cannotShow(`${path}aggs`, 'stands beside `aggregations`.');
  }
  const found = holder.aggs ?? holder.aggregations;
  if (found === undefined) return {};
  if (!isJsonObject(found)) return cannotShow(`${path}aggregations`, 'is no object.');
  return Object.fromEntries(
    Object.entries(found).map(([name, body]) => [
      name,
      isJsonObject(body) ? plainAggregation(body, `${path}aggregations.${name}.`) : body,
    ])
  );
};

const plainAggregation = (body: JsonObject, path: string): JsonObject => {
  const rest = without(body, 'aggs', 'aggregations');
  const children = plainAggregations(body, path);
  return Object.keys(children).length === 0 ? rest : { ...rest, aggregations: children };
};

/** @throws CannotShow */
export const plainBody = (body: JsonObject): PlainBody => {
  const unknown = Object.keys(body).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) return cannotShow(unknown);
  const { track_total_hits: counted = true, size = DEFAULT_SIZE } = body;
  if (counted !== true) {
    return cannotShow('track_total_hits', 'limits the count; the builder counts all documents.');
  }
  const sort = asList(body.sort).map(plainSort);
  const filters = plainFilters(body.query, sort.length === 0 && size !== 0);
  return { size, sort, filters, aggregations: plainAggregations(body, '') };
};

/** The same text for bodies that mean the same. In which order conditions stand makes no difference. */
export const bodyFingerprint = ({ size, sort, filters, aggregations }: PlainBody): string => {
  const conditions = filters.map(({ not, clause }) => fingerprint({ not, clause })).sort();
  return fingerprint({ size, sort, aggregations, conditions });
};
