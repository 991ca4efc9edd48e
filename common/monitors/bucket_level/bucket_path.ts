import { JavaDouble } from '../../json/java_double';
import { isRecord } from '../../json/record';
import { isMultiBucket, isSingleBucket, missing, wrong } from './aggregations';
import type { Aggregation, Wrong } from './aggregations';

/** A bucket of an answer, or what stands under an aggregation's name in it. */
type Node = Readonly<Record<string, unknown>>;

/** A path leads to a key that is a text. */
export class NotANumber extends Error {}

/**
 * The number that a path leads to in a bucket; NaN where a metric has none, null where the aggregation is not in the
 * answer.
 *
 * @throws NotANumber
 */
export type PathReader = (bucket: Node) => number | null;

export type BucketPath =
  | { kind: 'read'; isCount: boolean; read: PathReader }
  /** The answer does not hold it, but the cluster knows it. */
  | { kind: 'cluster'; reason: string }
  | Wrong;

const SINGLE_VALUE: ReadonlySet<string> = new Set([
  ...['avg', 'cardinality', 'max', 'median_absolute_deviation', 'min', 'rate', 'sum'],
  ...['value_count', 'weighted_avg'],
  // Made of other aggregations, in the bucket.
  ...['avg_bucket', 'bucket_script', 'cumulative_sum', 'derivative', 'max_bucket', 'min_bucket'],
  ...['moving_avg', 'moving_fn', 'serial_diff', 'sum_bucket'],
]);

const BOUNDS = ['upper', 'lower', 'upper_population', 'lower_population'];
const BOUNDS_NAMES = ['upper_sampling', 'lower_sampling'];

const STATS = ['count', 'min', 'max', 'avg', 'sum'];
const EXTENDED_STATS = [
  ...STATS,
  ...['sum_of_squares', 'variance', 'variance_population', 'variance_sampling', 'std_deviation'],
  ...['std_deviation_population', 'std_deviation_sampling'],
  ...[...BOUNDS, ...BOUNDS_NAMES].map((bound) => `std_${bound}`),
];

const PERCENTS = [1, 5, 25, 50, 75, 95, 99];

/** A number of the answer; what JSON has no number for is NaN. */
const numberOf = (value: unknown): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof JavaDouble ? value.value : Number.NaN;
};

const read = (reader: PathReader, isCount = false): BucketPath => ({
  kind: 'read',
  isCount,
  read: reader,
});

const inside = (name: string, path: BucketPath): BucketPath =>
  path.kind === 'read'
    ? read((node) => {
        const child = node[name];
        return isRecord(child) ? path.read(child) : null;
      })
    : path;

/** Of no document the sum of squares is 0, though the answer says null. */
const statOf = (name: string): PathReader => {
  const bound = name.replace(/^std_/, '');
  if (name !== bound && [...BOUNDS, ...BOUNDS_NAMES].includes(bound)) {
    return ({ std_deviation_bounds: bounds }) =>
      isRecord(bounds) ? numberOf(bounds[bound]) : Number.NaN;
  }
  if (name === 'sum_of_squares') return (node) => numberOf(node[name] ?? 0);
  return (node) => numberOf(node[name]);
};

const stat = ({ name, type }: Aggregation, asked: string | undefined): BucketPath => {
  const known = type === 'stats' ? STATS : EXTENDED_STATS;
  if (asked !== undefined && known.includes(asked)) return read(statOf(asked));
  return wrong(
    `Say which value of ${name} is meant: ${name}.avg, or another of ${known.join(', ')}.`
  );
};

const isAt = (percent: number) => (entry: unknown) =>
  isRecord(entry) && numberOf(entry.key) === percent;

const percentile = (
  { name, type, definition }: Aggregation,
  asked: string | undefined
): BucketPath => {
  const percent = asked === undefined || asked.trim() === '' ? Number.NaN : Number(asked);
  if (Number.isNaN(percent)) {
    return wrong(`Say which value of ${name} is meant, such as ${name}[95].`);
  }
  const listed = type === 'percentiles' ? (definition.percents ?? PERCENTS) : definition.values;
  if (!Array.isArray(listed) || !listed.some((one) => numberOf(one) === percent)) {
    return { kind: 'cluster', reason: `${name} does not list ${asked}` };
  }
  return read(({ values }) => {
    if (Array.isArray(values)) {
      const entry: unknown = values.find(isAt(percent));
      return isRecord(entry) ? numberOf(entry.value) : Number.NaN;
    }
    if (!isRecord(values)) return Number.NaN;
    const key = Object.keys(values).find((text) => Number(text) === percent);
    return numberOf(key === undefined ? null : values[key]);
  });
};

const singleValue = ({ name }: Aggregation, steps: readonly string[]): BucketPath =>
  steps.length === 0 || (steps.length === 1 && steps[0] === 'value')
    ? read(({ value }) => numberOf(value))
    : wrong(`${name} is one number: write ${name} alone.`);

const QUOTED = /^'(.*)'$/s;

const keyText = ({ key, key_as_string: text }: Node): string =>
  typeof text === 'string' ? text : String(key);

const bucketAt = (buckets: unknown, asked: string): unknown =>
  Array.isArray(buckets)
    ? buckets.find((bucket: unknown) => isRecord(bucket) && keyText(bucket) === asked)
    : isRecord(buckets)
      ? buckets[asked]
      : undefined;

/** One of the buckets of an inner aggregation, by its key: `by_level['error']>sum`. */
const innerBucket = (
  { name, children }: Aggregation,
  [first, ...rest]: readonly string[]
): BucketPath => {
  if (first === '_bucket_count' && rest.length === 0) {
    return read(({ buckets }) =>
      Array.isArray(buckets) ? buckets.length : Object.keys(buckets ?? {}).length
    );
  }
  const [, key] = QUOTED.exec(first ?? '') ?? [];
  if (key === undefined || rest.length === 0) {
    return wrong(`${name} has many buckets: name one, as in ${name}['a key']>_count.`);
  }
  const path = inBucket(rest, children);
  if (path.kind !== 'read') return path;
  return read(({ buckets }) => {
    const bucket = bucketAt(buckets, key);
    return isRecord(bucket) ? path.read(bucket) : null;
  });
};

const inAggregation = (aggregation: Aggregation, steps: readonly string[]): BucketPath => {
  const { name, type, children } = aggregation;
  if (SINGLE_VALUE.has(type)) return singleValue(aggregation, steps);
  if (type === 'stats' || type === 'extended_stats') return stat(aggregation, steps[0]);
  if (type === 'percentiles' || type === 'percentile_ranks') {
    return percentile(aggregation, steps[0]);
  }
  if (isSingleBucket(aggregation)) {
    return steps.length === 0
      ? wrong(`${name} is a bucket: write ${name}>_count, or name a metric in it.`)
      : inBucket(steps, children);
  }
  if (isMultiBucket(aggregation)) return innerBucket(aggregation, steps);
  return { kind: 'cluster', reason: `the values of an aggregation ${type}` };
};

const keyOf: PathReader = ({ key }) => {
  const value = numberOf(key);
  if (Number.isNaN(value)) throw new NotANumber('The key of the bucket is no number.');
  return value;
};

const inBucket = (
  [first, ...rest]: readonly string[],
  children: readonly Aggregation[]
): BucketPath => {
  if (first === '_count') {
    return rest.length === 0
      ? read((bucket) => numberOf(bucket.doc_count), true)
      : wrong('Nothing can follow _count.');
  }
  if (first === '_key' && rest.length === 0) return read(keyOf);
  const child = children.find(({ name }) => name === first);
  return child ? inside(first, inAggregation(child, rest)) : missing(first, children);
};

/** `name`, `name[key]`, and at the end of a path also `name.key`. */
const stepsOf = (element: string, isLast: boolean): string[] | undefined => {
  const bracket = element.lastIndexOf('[');
  if (bracket >= 0) {
    if (bracket === 0 || bracket > element.length - 3 || !element.endsWith(']')) return undefined;
    return [element.slice(0, bracket), element.slice(bracket + 1, -1)];
  }
  const dot = isLast ? element.lastIndexOf('.') : -1;
  if (dot < 0) return [element];
  return dot === 0 || dot === element.length - 1
    ? undefined
    : [element.slice(0, dot), element.slice(dot + 1)];
};

/**
 * Reads a `buckets_path`, as the cluster does: `_count`, `a_metric`, `stats.avg`, `percentiles[99.9]`, `filtered>sum`,
 * `by_level['error']>_count`.
 *
 * @param children the aggregations in the buckets
 */
export const compileBucketPath = (path: string, children: readonly Aggregation[]): BucketPath => {
  const elements = path.split('>').map((element) => element.trim());
  const steps = elements.map((element, i) => stepsOf(element, i === elements.length - 1));
  if (steps.some((each) => each === undefined || each[0] === '')) {
    return wrong(`${path} is no path: a dot or a bracket stands at the wrong place.`);
  }
  const flat = steps.flatMap((each) => each ?? []);
  const compiled = inBucket(flat, children);
  // Only the count of the bucket itself is never missing.
  return compiled.kind === 'read' && flat.length > 1 ? { ...compiled, isCount: false } : compiled;
};
