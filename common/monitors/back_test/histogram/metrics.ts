import { JavaDouble } from '../../../json/java_double';
import { isRecord } from '../../../json/record';
import { CHILDREN_FIELDS } from '../../bucket_level/aggregations';
import { groupsShape, isChildrenField, keyText, problemOfGroups } from './groups';
import type { GroupsShape } from './groups';
import { not } from './window_range';
import type { Found } from './window_range';

/**
 * Aggregations whose value for a window can be put together from those of its cells. Others are taken as they are, where
 * a window is one cell.
 */
export type Metric =
  | { name: string; kind: 'sum' | 'min' | 'max' | 'value_count' | 'avg'; definition: unknown }
  | { name: string; kind: 'filter'; definition: unknown; children: readonly Metric[] }
  | { name: string; kind: 'groups'; shape: GroupsShape; children: readonly Metric[] }
  | { name: string; kind: 'whole'; definition: Record<string, unknown> };

const SIMPLE = ['sum', 'min', 'max', 'value_count', 'avg'] as const;
const WHOLE: ReadonlySet<string> = new Set([
  ...['cardinality', 'percentiles', 'percentile_ranks', 'stats', 'extended_stats'],
  ...['median_absolute_deviation'],
]);

const childrenOf = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.assign({}, ...CHILDREN_FIELDS.map((field) => (isRecord(body[field]) ? body[field] : {})));

const metricOf = (name: string, body: unknown): Found<Metric> => {
  if (!isRecord(body)) return not(`The aggregation ${name} is none.`);
  const types = Object.keys(body).filter((field) => !isChildrenField(field));
  const [type] = types;
  if (types.length !== 1) return not(`The aggregation ${name} has "${types[1] ?? 'no type'}".`);
  const definition = body[type];
  const simple = SIMPLE.find((kind) => kind === type);
  if (simple) return { kind: 'found', value: { name, kind: simple, definition } };
  if (WHOLE.has(type)) return { kind: 'found', value: { name, kind: 'whole', definition: body } };
  const shape = groupsShape(name, type, definition);
  if (shape?.kind === 'not') return shape;
  if (type !== 'filter' && !shape) {
    return not(`The aggregation ${name} (${type}) cannot be put together from parts of a window.`);
  }
  const children = metricsOf(childrenOf(body));
  if (children.kind === 'not') return children;
  const { value } = children;
  return {
    kind: 'found',
    value: shape
      ? { name, kind: 'groups', shape: shape.value, children: value }
      : { name, kind: 'filter', definition, children: value },
  };
};

/** @param named the aggregations of a body, by name */
export const metricsOf = (named: Record<string, unknown>): Found<Metric[]> => {
  const metrics: Metric[] = [];
  for (const [name, body] of Object.entries(named)) {
    const metric = metricOf(name, body);
    if (metric.kind === 'not') return metric;
    metrics.push(metric.value);
  }
  return { kind: 'found', value: metrics };
};

export const aggregationsOf = (body: Record<string, unknown>): Found<Metric[]> =>
  metricsOf(childrenOf(body));

/** Inside of a histogram the cluster would count less exactly than outside, unless it is told. */
const DEFAULT_PRECISION = 3000;

const asWhole = (definition: Record<string, unknown>): Record<string, unknown> =>
  isRecord(definition.cardinality)
    ? { cardinality: { precision_threshold: DEFAULT_PRECISION, ...definition.cardinality } }
    : definition;

/** What is asked in each cell. An average is put together from sum and count. */
export const cellAggregations = (metrics: readonly Metric[]): Record<string, unknown> =>
  Object.fromEntries(
    metrics.map((metric) => {
      switch (metric.kind) {
        case 'avg':
          return [metric.name, { stats: metric.definition }];
        case 'filter':
          return [
            metric.name,
            { filter: metric.definition, aggs: cellAggregations(metric.children) },
          ];
        case 'groups':
          return [
            metric.name,
            { terms: metric.shape.terms, aggs: cellAggregations(metric.children) },
          ];
        case 'whole':
          return [metric.name, asWhole(metric.definition)];
        default:
          return [metric.name, { [metric.kind]: metric.definition }];
      }
    })
  );

const childrenIn = (metric: Metric): readonly Metric[] =>
  metric.kind === 'filter' || metric.kind === 'groups' ? metric.children : [];

/** How many buckets of the cluster's limit a cell takes at most. */
export const bucketsPerCell = (metrics: readonly Metric[]): number =>
  metrics.reduce((sum, metric) => {
    const inner = childrenIn(metric);
    if (metric.kind === 'filter') return sum + bucketsPerCell(inner);
    return metric.kind === 'groups'
      ? sum + Number(metric.shape.terms.size) * bucketsPerCell(inner)
      : sum;
  }, 1);

export const hasGroups = (metrics: readonly Metric[]): boolean =>
  metrics.some((metric) => metric.kind === 'groups' || hasGroups(childrenIn(metric)));

export const wholeNames = (metrics: readonly Metric[]): string[] =>
  metrics.flatMap((metric) =>
    metric.kind === 'whole' ? [metric.name] : wholeNames(childrenIn(metric))
  );

export const hasWhole = (metrics: readonly Metric[]): boolean => wholeNames(metrics).length > 0;

/** Why a cell cannot be used; undefined where it can be. */
export const problemOfCell = (metrics: readonly Metric[], bucket: unknown): string | undefined => {
  if (!isRecord(bucket)) return undefined;
  for (const metric of metrics) {
    const problem = problemOf(metric, bucket[metric.name]);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

const problemOf = (metric: Metric, answer: unknown): string | undefined => {
  if (metric.kind === 'filter') return problemOfCell(metric.children, answer);
  if (metric.kind !== 'groups') return undefined;
  const own = problemOfGroups(metric.name, answer);
  if (own !== undefined || metric.children.length === 0) return own;
  const buckets = isRecord(answer) && Array.isArray(answer.buckets) ? answer.buckets : [];
  return buckets.map((bucket) => problemOfCell(metric.children, bucket)).find(Boolean);
};

/** What some cells come to together. */
export interface Part {
  count: number;
  values: readonly PartValue[];
}

export type PartValue =
  | { sum: number; count: number; least: number; most: number }
  | Part
  | { groups: ReadonlyMap<string, KeyedPart> }
  | { whole: unknown };

/** One group of many. */
export interface KeyedPart extends Part {
  key: unknown;
}

const NOTHING_SUMMED = { sum: 0, count: 0, least: Infinity, most: -Infinity };

const numberAt = (value: unknown, otherwise: number): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || value instanceof JavaDouble) return Number(value);
  return otherwise;
};

export const countAt = (bucket: unknown): number =>
  isRecord(bucket) ? numberAt(bucket.doc_count, 0) : 0;

const groupsIn = (children: readonly Metric[], answer: unknown): Map<string, KeyedPart> => {
  const buckets = isRecord(answer) && Array.isArray(answer.buckets) ? answer.buckets : [];
  return new Map(
    buckets.filter(isRecord).map((bucket) => {
      const { key } = bucket;
      return [keyText(key), { key, ...partOf(children, bucket) }];
    })
  );
};

const valueOf = (metric: Metric, answer: unknown): PartValue => {
  if (metric.kind === 'groups') return { groups: groupsIn(metric.children, answer) };
  if (metric.kind === 'whole') return { whole: answer };
  if (metric.kind === 'filter') return partOf(metric.children, answer);
  const { value, sum, count } = isRecord(answer) ? answer : {};
  switch (metric.kind) {
    case 'avg':
      return { ...NOTHING_SUMMED, sum: numberAt(sum, 0), count: numberAt(count, 0) };
    case 'sum':
      return { ...NOTHING_SUMMED, sum: numberAt(value, 0) };
    case 'value_count':
      return { ...NOTHING_SUMMED, count: numberAt(value, 0) };
    default:
      return {
        ...NOTHING_SUMMED,
        least: numberAt(value, Infinity),
        most: numberAt(value, -Infinity),
      };
  }
};

/** Reads a cell, or a bucket of a filter. */
export const partOf = (metrics: readonly Metric[], bucket: unknown): Part => ({
  count: countAt(bucket),
  values: metrics.map((metric) =>
    valueOf(metric, isRecord(bucket) ? bucket[metric.name] : undefined)
  ),
});

const groupsTogether = (
  a: ReadonlyMap<string, KeyedPart>,
  b: ReadonlyMap<string, KeyedPart>
): ReadonlyMap<string, KeyedPart> => {
  const all = new Map(a);
  for (const [text, part] of b) {
    const known = all.get(text);
    all.set(text, known ? { ...merge(known, part), key: part.key } : part);
  }
  return all;
};

const together = (a: PartValue, b: PartValue): PartValue => {
  if ('whole' in a) return a;
  if ('groups' in a) return 'groups' in b ? { groups: groupsTogether(a.groups, b.groups) } : a;
  if ('values' in a) return 'values' in b ? merge(a, b) : a;
  if ('whole' in b || 'groups' in b || 'values' in b) return a;
  return {
    sum: a.sum + b.sum,
    count: a.count + b.count,
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
  };
};

export const merge = (a: Part, b: Part): Part => ({
  count: a.count + b.count,
  values: a.values.map((value, i) => together(value, b.values[i])),
});
