import { JavaDouble } from '../../../json/java_double';
import { inOrder, keyOf } from './groups';
import type { GroupsShape } from './groups';
import type { KeyedPart, Metric, Part, PartValue } from './metrics';

const double = (value: number): JavaDouble | number =>
  Number.isInteger(value) ? new JavaDouble(value) : value;

/** A window has more groups than the author asks for: which of them the cluster names is its own affair. */
export class TooManyGroups extends Error {}

const bucketsOf = (
  { children, shape, name }: { children: readonly Metric[]; shape: GroupsShape; name: string },
  groups: ReadonlyMap<string, KeyedPart>
): unknown => {
  if (groups.size > shape.most) {
    throw new TooManyGroups(`There are more groups of ${name} than the query asks for.`);
  }
  const buckets = inOrder([...groups.values()], shape).map((group) => ({
    key: keyOf(group.key, shape),
    doc_count: group.count,
    ...answersOf(children, group),
  }));
  return shape.source === undefined
    ? { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets }
    : { buckets };
};

const numberOf = (
  kind: Metric['kind'],
  { sum, count, least, most }: Extract<PartValue, { sum: number }>
): unknown => {
  switch (kind) {
    case 'sum':
      return double(sum);
    case 'value_count':
      return count;
    case 'avg':
      return count === 0 ? null : double(sum / count);
    case 'min':
      return Number.isFinite(least) ? double(least) : null;
    default:
      return Number.isFinite(most) ? double(most) : null;
  }
};

const answerOf = (metric: Metric, value: PartValue): unknown => {
  if ('whole' in value) return value.whole;
  if ('groups' in value) {
    return metric.kind === 'groups' ? bucketsOf(metric, value.groups) : undefined;
  }
  if ('values' in value) {
    const children = metric.kind === 'filter' ? metric.children : [];
    return { doc_count: value.count, ...answersOf(children, value) };
  }
  return { value: numberOf(metric.kind, value) };
};

/**
 * The aggregations of an answer, as the cluster would give them for a whole window; numbers with Java's types.
 *
 * @throws TooManyGroups
 */
export const answersOf = (metrics: readonly Metric[], { values }: Part): Record<string, unknown> =>
  Object.fromEntries(metrics.map((metric, i) => [metric.name, answerOf(metric, values[i])]));
