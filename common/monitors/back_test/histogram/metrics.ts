import { JavaDouble } from '../../../json/java_double';
import { CHILDREN_FIELDS, isRecord } from '../../bucket_level/aggregations';
import { not } from './window_range';
import type { Found } from './window_range';

/**
 * Aggregations whose value for a window can be put together from those of its cells. Others are taken as they are, where
 * a window is one cell.
 */
export type Metric =
  | { name: string; kind: 'sum' | 'min' | 'max' | 'value_count' | 'avg'; definition: unknown }
  | { name: string; kind: 'filter'; definition: unknown; children: readonly Metric[] }
  | { name: string; kind: 'whole'; definition: Record<string, unknown> };

const SIMPLE = ['sum', 'min', 'max', 'value_count', 'avg'] as const;
const WHOLE: ReadonlySet<string> = new Set([
  ...['cardinality', 'percentiles', 'percentile_ranks', 'stats', 'extended_stats'],
  ...['median_absolute_deviation'],
]);

const childrenOf = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.assign({}, ...CHILDREN_FIELDS.map((field) => (isRecord(body[field]) ? body[field] : {})));

const isChildren = (field: string): boolean => CHILDREN_FIELDS.some((name) => name === field);

const metricOf = (name: string, body: unknown): Found<Metric> => {
  if (!isRecord(body)) return not(`The aggregation ${name} is none.`);
  const types = Object.keys(body).filter((field) => !isChildren(field));
  const [type] = types;
  if (types.length !== 1) return not(`The aggregation ${name} has "${types[1] ?? 'no type'}".`);
  const definition = body[type];
  const simple = SIMPLE.find((kind) => kind === type);
  if (simple) return { kind: 'found', value: { name, kind: simple, definition } };
  if (WHOLE.has(type)) return { kind: 'found', value: { name, kind: 'whole', definition: body } };
  if (type !== 'filter') {
    return not(`The aggregation ${name} (${type}) cannot be put together from parts of a window.`);
  }
  const children = metricsOf(childrenOf(body));
  if (children.kind === 'not') return children;
  return { kind: 'found', value: { name, kind: 'filter', definition, children: children.value } };
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
        case 'whole':
          return [metric.name, asWhole(metric.definition)];
        default:
          return [metric.name, { [metric.kind]: metric.definition }];
      }
    })
  );

/** How many buckets of the cluster's limit a cell takes. */
export const bucketsPerCell = (metrics: readonly Metric[]): number =>
  metrics.reduce(
    (sum, metric) => (metric.kind === 'filter' ? sum + bucketsPerCell(metric.children) : sum),
    1
  );

export const hasWhole = (metrics: readonly Metric[]): boolean =>
  metrics.some(
    (metric) => metric.kind === 'whole' || (metric.kind === 'filter' && hasWhole(metric.children))
  );

export const wholeNames = (metrics: readonly Metric[]): string[] =>
  metrics.flatMap((metric) =>
    metric.kind === 'filter'
      ? wholeNames(metric.children)
      : metric.kind === 'whole'
        ? [metric.name]
        : []
  );

/** What some cells come to together. */
export interface Part {
  count: number;
  values: readonly PartValue[];
}

export type PartValue =
  { sum: number; count: number; least: number; most: number } | Part | { whole: unknown };

const NOTHING_SUMMED = { sum: 0, count: 0, least: Infinity, most: -Infinity };

const numberAt = (value: unknown, otherwise: number): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || value instanceof JavaDouble) return Number(value);
  return otherwise;
};

export const countAt = (bucket: unknown): number =>
  isRecord(bucket) ? numberAt(bucket.doc_count, 0) : 0;

const valueOf = (metric: Metric, answer: unknown): PartValue => {
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

const together = (a: PartValue, b: PartValue): PartValue => {
  if ('whole' in a) return a;
  if ('values' in a) return 'values' in b ? merge(a, b) : a;
  if ('whole' in b || 'values' in b) return a;
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

const double = (value: number): JavaDouble | number =>
  Number.isInteger(value) ? new JavaDouble(value) : value;

const answerOf = (metric: Metric, value: PartValue): unknown => {
  if ('whole' in value) return value.whole;
  if ('values' in value) {
    const children = metric.kind === 'filter' ? metric.children : [];
    return { doc_count: value.count, ...answersOf(children, value) };
  }
  switch (metric.kind) {
    case 'sum':
      return { value: double(value.sum) };
    case 'value_count':
      return { value: value.count };
    case 'avg':
      return { value: value.count === 0 ? null : double(value.sum / value.count) };
    case 'min':
      return { value: Number.isFinite(value.least) ? double(value.least) : null };
    default:
      return { value: Number.isFinite(value.most) ? double(value.most) : null };
  }
};

/** The aggregations of an answer, as the cluster would give them for a whole window; numbers with Java's types. */
export const answersOf = (metrics: readonly Metric[], { values }: Part): Record<string, unknown> =>
  Object.fromEntries(metrics.map((metric, i) => [metric.name, answerOf(metric, values[i])]));
