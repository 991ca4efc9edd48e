import { parseLossless } from '../../json/lossless';
import { ANYTHING, listShape, mapShape } from '../../notifications/templates/checking/shape';
import type { Shape } from '../../notifications/templates/checking/shape';
import { isMultiBucket, isSingleBucket, readAggregations } from '../bucket_level/aggregations';
import type { Aggregation } from '../bucket_level/aggregations';

const NUMBER: Shape = { kind: 'number' };
const TEXT: Shape = { kind: 'text' };
const ANY_MAP = mapShape({}, true);

/** A field of an index, as its mapping has it. */
export interface MappedField {
  name: string;
  type: string;
}

const OF_NUMBERS: ReadonlySet<string> = new Set([
  ...[
    'long',
    'integer',
    'short',
    'byte',
    'double',
    'float',
    'half_float',
    'scaled_float',
    'unsigned_long',
  ],
]);

const fieldShape = (type: string): Shape => {
  if (OF_NUMBERS.has(type)) return NUMBER;
  if (type === 'boolean') return { kind: 'boolean' };
  return ['keyword', 'text', 'ip', 'wildcard', 'constant_keyword'].includes(type) ? TEXT : ANYTHING;
};

interface Branch {
  shape?: Shape;
  inner: Map<string, Branch>;
}

const grow = (root: Branch, { name, type }: MappedField): void => {
  let at = root;
  for (const step of name.split('.')) {
    const next = at.inner.get(step) ?? { inner: new Map<string, Branch>() };
    at.inner.set(step, next);
    at = next;
  }
  at.shape = fieldShape(type);
};

/** A field with sub-fields (`message.keyword`) is a value in documents. */
const shapeOfBranch = ({ shape, inner }: Branch): Shape =>
  shape ??
  mapShape(Object.fromEntries([...inner].map(([name, one]) => [name, shapeOfBranch(one)])), true);

const sourceShape = (fields: readonly MappedField[]): Shape => {
  const root: Branch = { inner: new Map() };
  for (const field of fields) if (!field.name.startsWith('_')) grow(root, field);
  return shapeOfBranch(root);
};

const bucketShape = ({ type, children }: Aggregation): Shape =>
  mapShape({
    key: type === 'composite' ? ANY_MAP : ANYTHING,
    key_as_string: TEXT,
    doc_count: NUMBER,
    ...aggregationsShape(children),
  });

const VALUES: ReadonlySet<string> = new Set([
  ...['avg', 'sum', 'min', 'max', 'cardinality', 'value_count', 'median_absolute_deviation'],
  ...['weighted_avg', 'bucket_script', 'derivative', 'avg_bucket', 'sum_bucket', 'cumulative_sum'],
]);

const aggregationShape = (aggregation: Aggregation): Shape => {
  const { type, children } = aggregation;
  if (isSingleBucket(aggregation)) {
    return mapShape({ doc_count: NUMBER, ...aggregationsShape(children) });
  }
  if (isMultiBucket(aggregation)) {
    // Named filters answer a map of buckets.
    const buckets = type === 'filters' ? ANYTHING : listShape(bucketShape(aggregation));
    return mapShape({ buckets, after_key: ANY_MAP, sum_other_doc_count: NUMBER });
  }
  return VALUES.has(type) ? mapShape({ value: NUMBER, value_as_string: TEXT }) : ANY_MAP;
};

const aggregationsShape = (aggregations: readonly Aggregation[]): Record<string, Shape> =>
  Object.fromEntries(aggregations.map((one) => [one.name, aggregationShape(one)]));

const aggregationsOf = (query: string): Aggregation[] => {
  try {
    return readAggregations(parseLossless(query));
  } catch {
    return [];
  }
};

/**
 * What a search answers, as far as its text tells, and the mapping of what it looks at.
 *
 * @param query as the author wrote it
 */
export const searchShape = (query: string, fields: readonly MappedField[] = []): Shape => {
  const shards = { total: NUMBER, successful: NUMBER, skipped: NUMBER, failed: NUMBER };
  const hit = mapShape({
    ...{ _index: TEXT, _id: TEXT, _score: NUMBER, _source: sourceShape(fields) },
    ...{ fields: ANY_MAP, highlight: ANY_MAP, sort: listShape(ANYTHING) },
  });
  return mapShape({
    ...{ took: NUMBER, timed_out: { kind: 'boolean' }, _shards: mapShape(shards) },
    hits: mapShape({
      total: mapShape({ value: NUMBER, relation: TEXT }),
      max_score: NUMBER,
      hits: listShape(hit),
    }),
    aggregations: mapShape(aggregationsShape(aggregationsOf(query))),
  });
};
