import { JsonSyntaxError, parseLossless } from '../../json/lossless';
import { isMultiBucket, isSingleBucket, readAggregations } from '../bucket_level/aggregations';
import type { Aggregation } from '../bucket_level/aggregations';

const skeletonOf = (aggregation: Aggregation): unknown => {
  const { children, type } = aggregation;
  const within = Object.fromEntries(children.map((child) => [child.name, skeletonOf(child)]));
  if (isMultiBucket(aggregation)) return { buckets: [{ key: '', doc_count: 0, ...within }] };
  if (isSingleBucket(aggregation)) return { doc_count: 0, ...within };
  return type === 'percentiles' ? { values: {} } : { value: 0 };
};

/** The names that an answer to a query has, for who writes a condition before it has ever run. The values mean nothing. */
export const answerSkeleton = (query: string): unknown => {
  const hits = { total: { value: 0, relation: 'eq' }, max_score: null, hits: [] };
  try {
    const aggregations = readAggregations(parseLossless(query));
    if (aggregations.length === 0) return { hits };
    const named = aggregations.map((each) => [each.name, skeletonOf(each)] as const);
    return { hits, aggregations: Object.fromEntries(named) };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return { hits };
    throw error;
  }
};
