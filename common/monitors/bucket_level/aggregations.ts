import { isRecord } from '../../json/record';
/** The aggregations of an author's query, as far as judging their buckets needs them. */

export interface Aggregation {
  name: string;
  /** Such as `terms`; empty where the definition names none. */
  type: string;
  /** What stands under its type. */
  definition: Readonly<Record<string, unknown>>;
  children: readonly Aggregation[];
}

/** Both names are the cluster's; a body has one of them. */
export const CHILDREN_FIELDS = ['aggs', 'aggregations'] as const;

const BESIDE_THE_TYPE: ReadonlySet<string> = new Set([...CHILDREN_FIELDS, 'meta', 'metadata']);

/** What gives buckets, many of them. */
const MULTI_BUCKET: ReadonlySet<string> = new Set([
  ...['adjacency_matrix', 'auto_date_histogram', 'composite', 'date_histogram', 'date_range'],
  ...['filters', 'geo_distance', 'geohash_grid', 'geohex_grid', 'geotile_grid', 'histogram'],
  ...['ip_prefix', 'ip_range', 'multi_terms', 'range', 'rare_terms', 'significant_terms'],
  ...['significant_text', 'terms', 'variable_width_histogram'],
]);

/** What gives one bucket. */
const SINGLE_BUCKET: ReadonlySet<string> = new Set([
  ...['children', 'diversified_sampler', 'filter', 'global', 'missing', 'nested', 'parent'],
  ...['reverse_nested', 'sampler'],
]);

/** What takes buckets away from an answer after they were counted. */
const FILTERS_OF_BUCKETS: ReadonlySet<string> = new Set(['bucket_selector', 'bucket_sort']);

/** What weighs so much in each bucket that a page of many is dear. */
const HEAVY: ReadonlySet<string> = new Set(['top_hits', 'scripted_metric', 'geo_line']);

export const isMultiBucket = ({ type }: Aggregation): boolean => MULTI_BUCKET.has(type);
export const isSingleBucket = ({ type }: Aggregation): boolean => SINGLE_BUCKET.has(type);

/** Whether an answer can have fewer buckets than a page has room for, though there are more pages. */
export const dropsBuckets = ({ children }: Aggregation): boolean =>
  children.some(({ type }) => FILTERS_OF_BUCKETS.has(type));

/** Whether a thousand buckets of it weigh little. */
export const isLight = ({ children }: Aggregation): boolean =>
  children.every((child) => !isMultiBucket(child) && !HEAVY.has(child.type) && isLight(child));

const childrenOf = (holder: Record<string, unknown>): Aggregation[] =>
  CHILDREN_FIELDS.flatMap((field) => {
    const named = holder[field];
    return isRecord(named) ? Object.entries(named).flatMap(aggregationOf) : [];
  });

const aggregationOf = ([name, body]: [string, unknown]): Aggregation[] => {
  if (!isRecord(body)) return [];
  const type = Object.keys(body).find((field) => !BESIDE_THE_TYPE.has(field)) ?? '';
  const definition = body[type];
  const children = childrenOf(body);
  return [{ name, type, definition: isRecord(definition) ? definition : {}, children }];
};

/** @param body of a search, parsed */
export const readAggregations = (body: unknown): Aggregation[] =>
  isRecord(body) ? childrenOf(body) : [];

/** The aggregations on the way to a parent of buckets, the parent last; or what is wrong with the path. */
export type ParentPath = { kind: 'found'; steps: readonly Aggregation[] } | Wrong;

export interface Wrong {
  kind: 'wrong';
  message: string;
}

export const wrong = (message: string): Wrong => ({ kind: 'wrong', message });

const namesOf = (aggregations: readonly Aggregation[]): string =>
  aggregations.length === 0
    ? 'There is none there.'
    : `There are: ${aggregations.map(({ name }) => name).join(', ')}.`;

export const missing = (name: string, among: readonly Aggregation[]): Wrong =>
  wrong(`The query has no aggregation ${name} there. ${namesOf(among)}`);

const badStep = (step: Aggregation, isLast: boolean): Wrong | undefined => {
  if (isLast && !isMultiBucket(step)) {
    return wrong(`The aggregation ${step.name} (${step.type}) has no buckets to judge.`);
  }
  return isMultiBucket(step) || isSingleBucket(step)
    ? undefined
    : wrong(`The aggregation ${step.name} (${step.type}) has no aggregations in it.`);
};

/** Finds `outer>inner` among the aggregations of a query. Outer ones may have one bucket or many. */
export const findParent = (path: string, top: readonly Aggregation[]): ParentPath => {
  const names = path.split('>').map((name) => name.trim());
  const steps: Aggregation[] = [];
  let among = top;
  for (const [i, name] of names.entries()) {
    const step = among.find((one) => one.name === name);
    if (!step) return missing(name, among);
    const bad = badStep(step, i === names.length - 1);
    if (bad) return bad;
    steps.push(step);
    among = step.children;
  }
  return { kind: 'found', steps };
};
