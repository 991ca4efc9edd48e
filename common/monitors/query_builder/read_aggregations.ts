import type { JsonValue } from '../../json/lossless';
import { isJsonObject } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { cannotShow } from './cannot_show';
import { GROUPS, PAGE_SIZE, sourceNames, withoutDefaultNames } from './names';
import { onlyMember } from './plain_json';
import type { FieldMetric, Kept, Metric } from './visual_query';

export interface ReadAggregations {
  metrics: Metric[];
  groupBy: string[];
  kept: Pick<Kept, 'groupsName' | 'pageSize' | 'sources'>;
}

export const FIELD_METRICS: readonly FieldMetric[] = [
  'avg',
  'sum',
  'min',
  'max',
  'cardinality',
  'value_count',
];

const typeOf = (body: JsonObject): string =>
  Object.keys(body).find((name) => name !== 'aggregations' && name !== 'meta') ?? '';

const percentileOf = (name: string, definition: JsonObject, path: string): Metric => {
  const { field, percents, ...others } = definition;
  const percent = Array.isArray(percents) && percents.length === 1 ? percents[0] : undefined;
  if (typeof field !== 'string' || typeof percent !== 'number' || Object.keys(others).length > 0) {
    return cannotShow(path, 'asks for more than one percentile of a field.');
  }
  return { kind: 'percentile', field, percent, name };
};

const metricOf = (name: string, body: JsonValue, path: string): Metric => {
  const [type, definition] = onlyMember(body) ?? [];
  if (type === undefined) return cannotShow(path, 'is more than a metric.');
  if (!isJsonObject(definition)) return cannotShow(`${path}.${type}`);
  if (type === 'percentiles') return percentileOf(name, definition, `${path}.${type}`);
  const kind = FIELD_METRICS.find((known) => known === type);
  if (!kind) return cannotShow(`${path}.${type}`, 'is no metric of the builder.');
  const [only, field] = onlyMember(definition) ?? [];
  if (only !== 'field' || typeof field !== 'string') {
    return cannotShow(`${path}.${type}`, 'says more than the field of a metric.');
  }
  return { kind, field, name };
};

const metricsOf = (aggregations: JsonObject, path: string): Metric[] =>
  withoutDefaultNames(
    Object.entries(aggregations).map(([name, body]) => metricOf(name, body, `${path}.${name}`))
  );

const sourceOf = (source: JsonValue, path: string): { field: string; name: string } => {
  const [name, definition] = onlyMember(source) ?? [];
  const [type, terms] = onlyMember(definition) ?? [];
  const [only, field] = onlyMember(terms) ?? [];
  if (name === undefined || type !== 'terms' || only !== 'field' || typeof field !== 'string') {
    return cannotShow(path, 'groups by more than the values of a field.');
  }
  return { field, name };
};

/** Names that the builder would give anyway are not kept. */
const keptSources = (sources: Array<{ field: string; name: string }>): Kept['sources'] => {
  const groupBy = sources.map(({ field }) => field);
  const names = sourceNames({ groupBy });
  return sources.every(({ name }, i) => name === names[i]) ? undefined : sources;
};

const groupsOf = (name: string, body: JsonObject): ReadAggregations => {
  const path = `aggregations.${name}`;
  const { composite, aggregations = {}, ...others } = body;
  const other = Object.keys(others)[0];
  if (other !== undefined) return cannotShow(`${path}.${other}`);
  if (!isJsonObject(composite) || !isJsonObject(aggregations)) return cannotShow(path);
  const { size = null, sources, ...more } = composite;
  const unknown = Object.keys(more)[0];
  if (unknown !== undefined) return cannotShow(`${path}.composite.${unknown}`);
  if (!Array.isArray(sources) || sources.length === 0) return cannotShow(`${path}.composite`);
  if (size !== null && typeof size !== 'number') return cannotShow(`${path}.composite.size`);
  const read = sources.map((one, i) => sourceOf(one, `${path}.composite.sources[${i}]`));
  const kept = keptSources(read);
  return {
    metrics: metricsOf(aggregations, `${path}.aggregations`),
    groupBy: read.map(({ field }) => field),
    kept: {
      ...(name === GROUPS ? {} : { groupsName: name }),
      ...(size === PAGE_SIZE ? {} : { pageSize: size }),
      ...(kept ? { sources: kept } : {}),
    },
  };
};

/**
 * @param aggregations in their plain form
 * @throws CannotShow
 */
export const readAggregations = (aggregations: JsonObject): ReadAggregations => {
  const entries = Object.entries(aggregations);
  const groups = entries.find(([, body]) => isJsonObject(body) && typeOf(body) === 'composite');
  if (!groups) return { metrics: metricsOf(aggregations, 'aggregations'), groupBy: [], kept: {} };
  const beside = entries.find(([name]) => name !== groups[0]);
  if (beside) return cannotShow(`aggregations.${beside[0]}`, 'stands beside the groups.');
  const [name, body] = groups;
  return isJsonObject(body) ? groupsOf(name, body) : cannotShow(`aggregations.${name}`);
};
