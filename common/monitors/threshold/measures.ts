import { JavaDouble } from '../../json/java_double';
import { javaDoubleText } from '../../json/java_number_text';
import { JsonSyntaxError, parseLossless } from '../../json/lossless';
import { isRecord } from '../../json/record';
import {
  findParent,
  isMultiBucket,
  isSingleBucket,
  readAggregations,
} from '../bucket_level/aggregations';
import type { Aggregation } from '../bucket_level/aggregations';

/** What a measure is of; pages have words for it. */
export type MeasureOf =
  /** Of the whole answer, or of a bucket. */
  | { kind: 'documents' }
  /** `type` as the query names it: avg, sum, cardinality; `name` is the aggregation's. */
  | { kind: 'metric'; type: string; field?: string; name: string }
  /** `percent` as the answer writes it: `95.0`. */
  | { kind: 'percentile'; percent: string; field?: string; name: string }
  /** Documents that an aggregation of one bucket counts. */
  | { kind: 'documents_of'; name: string }
  /** How many buckets an aggregation has. */
  | { kind: 'buckets'; name: string }
  /** Whatever stands there: the path without what all have in common. */
  | { kind: 'path'; path: string };

/** Something that a threshold can be about. */
export interface OfferedMeasure {
  /** As a condition writes it. */
  measure: string;
  of: MeasureOf;
  /** Its values are texts. */
  isText?: true;
}

export const DOCUMENT_COUNT = 'ctx.results[0].hits.total.value';

const IDENTIFIER = /^[_a-zA-Z][_a-zA-Z0-9]*$/;

/** `.name`, or `['a name']` where it is none that Painless takes behind a dot. */
export const memberStep = (name: string): string =>
  IDENTIFIER.test(name) ? `.${name}` : `['${name.replace(/[\\']/g, '\\$&')}']`;

const SINGLE_VALUE: ReadonlySet<string> = new Set([
  ...['avg', 'sum', 'min', 'max', 'cardinality', 'value_count', 'median_absolute_deviation'],
  ...['weighted_avg', 'rate', 'avg_bucket', 'sum_bucket', 'min_bucket', 'max_bucket'],
]);
const STATS = ['avg', 'min', 'max', 'sum', 'count'];
const DEFAULT_PERCENTS = [1, 5, 25, 50, 75, 95, 99];

const numbersIn = (value: unknown): number[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) =>
        typeof item === 'number' || item instanceof JavaDouble ? [Number(item)] : []
      )
    : [];

const percentsOf = ({ definition }: Aggregation): string[] => {
  if (definition.keyed === false) return [];
  const own = numbersIn(definition.percents);
  return (own.length > 0 ? own : DEFAULT_PERCENTS).map(javaDoubleText);
};

const fieldOf = ({ definition: { field } }: Aggregation): { field?: string } =>
  typeof field === 'string' ? { field } : {};

/** The numbers that one aggregation gives, by their paths behind it. */
interface Part {
  path: string;
  /** As `buckets_path` has it, where it differs from the name alone. */
  bucketsPath: string;
  of: MeasureOf;
}

const partsOf = (aggregation: Aggregation): Part[] => {
  const { name, type } = aggregation;
  const field = fieldOf(aggregation);
  if (SINGLE_VALUE.has(type)) {
    return [{ path: '.value', bucketsPath: '', of: { kind: 'metric', type, ...field, name } }];
  }
  if (type === 'percentiles') {
    return percentsOf(aggregation).map((percent) => ({
      path: `.values['${percent}']`,
      bucketsPath: `[${percent.replace(/\.0$/, '')}]`,
      of: { kind: 'percentile', percent, ...field, name },
    }));
  }
  if (type !== 'stats' && type !== 'extended_stats') return [];
  return STATS.map((stat) => ({
    path: `.${stat}`,
    bucketsPath: `.${stat}`,
    of: { kind: 'metric', type: stat === 'count' ? 'value_count' : stat, ...field, name },
  }));
};

const offeredBy = (aggregations: readonly Aggregation[], before: string): OfferedMeasure[] =>
  aggregations.flatMap((aggregation) => {
    const at = `${before}${memberStep(aggregation.name)}`;
    const { name } = aggregation;
    if (isSingleBucket(aggregation)) {
      const own = { measure: `${at}.doc_count`, of: { kind: 'documents_of' as const, name } };
      return [own, ...offeredBy(aggregation.children, at)];
    }
    if (isMultiBucket(aggregation)) {
      return [{ measure: `${at}.buckets.size()`, of: { kind: 'buckets' as const, name } }];
    }
    return partsOf(aggregation).map(({ path, of }) => ({ measure: `${at}${path}`, of }));
  });

const aggregationsIn = (query: string): Aggregation[] => {
  try {
    return readAggregations(parseLossless(query));
  } catch (error) {
    if (error instanceof JsonSyntaxError) return [];
    throw error;
  }
};

/**
 * What a query lets a condition look at: documents first, then each number of its aggregations.
 *
 * @param query the text of the search, which may not be right yet
 */
export const queryMeasures = (query: string): OfferedMeasure[] => [
  { measure: DOCUMENT_COUNT, of: { kind: 'documents' } },
  ...offeredBy(aggregationsIn(query), 'ctx.results[0].aggregations'),
];

/** A number of each bucket, and the path by which a trigger names it in its `buckets_path`. */
export interface BucketMeasure {
  path: string;
  of: MeasureOf;
}

const inBucket = (children: readonly Aggregation[], before = ''): BucketMeasure[] =>
  children.flatMap((child) => {
    const at = `${before}${child.name}`;
    if (isMultiBucket(child)) return [];
    if (isSingleBucket(child)) {
      const own = { path: `${at}>_count`, of: { kind: 'documents_of' as const, name: child.name } };
      return [own, ...inBucket(child.children, `${at}>`)];
    }
    return partsOf(child).map(({ bucketsPath, of }) => ({ path: `${at}${bucketsPath}`, of }));
  });

/** What each bucket of an aggregation offers; documents first. */
export const bucketMeasures = (query: string, parentPath: string): BucketMeasure[] => {
  const found = findParent(parentPath, aggregationsIn(query));
  const parent = found.kind === 'found' ? found.steps[found.steps.length - 1] : undefined;
  return [{ path: '_count', of: { kind: 'documents' } }, ...inBucket(parent?.children ?? [])];
};

/** The name that a value of a bucket gets in the condition: of letters, and not one of those that are taken. */
export const bucketName = (path: string, taken: readonly string[]): string => {
  const plain = path === '_count' ? 'count' : path.replace(/[^a-zA-Z0-9]+/g, '_').replace(/_$/, '');
  const name = /^[a-zA-Z_]/.test(plain) ? plain : `v${plain}`;
  let free = name;
  for (let i = 2; taken.includes(free); i += 1) free = `${name}_${i}`;
  return free;
};

const MOST_PATHS = 100;
const DEEPEST = 6;

const isLeaf = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  typeof value === 'string' ||
  value instanceof JavaDouble;

/** The numbers and texts of an answer of another form, such as the metrics of a cluster. */
export const answerMeasures = (answer: unknown): OfferedMeasure[] => {
  const found: OfferedMeasure[] = [];
  const visit = (value: unknown, path: string, depth: number): void => {
    if (found.length >= MOST_PATHS || depth > DEEPEST) return;
    if (isLeaf(value)) {
      const of = { kind: 'path' as const, path: path.replace(/^\./, '') };
      const isText = typeof value === 'string' ? { isText: true as const } : {};
      found.push({ measure: `ctx.results[0]${path}`, of, ...isText });
      return;
    }
    if (!isRecord(value)) return;
    for (const [name, member] of Object.entries(value)) {
      visit(member, `${path}${memberStep(name)}`, depth + 1);
    }
  };
  visit(answer, '', 0);
  return found;
};

/** What a measure is of that nobody offers: its own path. */
export const ofUnknown = (measure: string): MeasureOf => ({
  kind: 'path',
  path: measure.replace(/^ctx\.results\[0\]\.?/, '').replace(/^params\./, ''),
});
