import { JsonSyntaxError, parseLossless } from '../../../../common/json/lossless';
import {
  findParent,
  isMultiBucket,
  isSingleBucket,
  readAggregations,
} from '../../../../common/monitors/bucket_level/aggregations';
import type { Aggregation } from '../../../../common/monitors/bucket_level/aggregations';

/** What the query of a bucket-level monitor offers to its triggers. */
export interface BucketHints {
  /** The aggregations that give buckets, by their paths. */
  parents: string[];
  /** What each bucket of the parent has: `_count` and its metrics. */
  paths: string[];
  /** The sources of a composite aggregation; `undefined` of another, whose buckets have one key. */
  sources: string[] | undefined;
}

const aggregationsIn = (query: string): Aggregation[] => {
  try {
    return readAggregations(parseLossless(query));
  } catch (error) {
    if (error instanceof JsonSyntaxError) return [];
    throw error;
  }
};

const parentsAmong = (aggregations: readonly Aggregation[], prefix = ''): string[] =>
  aggregations.flatMap((aggregation) => {
    const path = `${prefix}${aggregation.name}`;
    const within = parentsAmong(aggregation.children, `${path}>`);
    return isMultiBucket(aggregation) ? [path, ...within] : within;
  });

const metricsOf = ({ children }: Aggregation, prefix = ''): string[] =>
  children.flatMap((child) => {
    if (isMultiBucket(child)) return [];
    const path = `${prefix}${child.name}`;
    return isSingleBucket(child) ? [`${path}>_count`, ...metricsOf(child, `${path}>`)] : [path];
  });

const sourcesOf = ({ type, definition }: Aggregation): string[] | undefined => {
  if (type !== 'composite') return undefined;
  const sources: unknown = definition.sources;
  return Array.isArray(sources)
    ? sources.flatMap((source: unknown) =>
        typeof source === 'object' && source !== null ? Object.keys(source) : []
      )
    : [];
};

/** @param query the text of the search, which may not be right yet */
export const bucketHints = (query: string, parentPath: string): BucketHints => {
  const aggregations = aggregationsIn(query);
  const found = findParent(parentPath, aggregations);
  const parent = found.kind === 'found' ? found.steps[found.steps.length - 1] : undefined;
  return {
    parents: parentsAmong(aggregations),
    paths: ['_count', ...(parent ? metricsOf(parent) : [])],
    sources: parent && sourcesOf(parent),
  };
};
