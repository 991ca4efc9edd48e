import { JavaDouble } from '../../../common/json/java_double';
import type { JsonValue } from '../../../common/json/lossless';

/** A value at an instant (epoch milliseconds). */
export interface TimePoint {
  at: number;
  value: number;
}

/** What of an answer can be drawn over time. */
export type AnswerSeries =
  /** Of the first date histogram: its first metric, else its counts. */
  | { kind: 'histogram'; aggregation: string; metric?: string; points: TimePoint[] }
  /** The documents that came back, counted by a time that they hold. */
  | { kind: 'documents'; field: string; documents: number; points: TimePoint[] }
  | { kind: 'none' };

type JsonObject = { [name: string]: JsonValue };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof JavaDouble);

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  isObject(value) ? value[name] : undefined;

const numberOf = (value: JsonValue | undefined): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || value instanceof JavaDouble) return Number(value);
  return undefined;
};

/** 1973 to 5138, in milliseconds: what is less or more is no time of our days. */
const isInstant = (value: number): boolean => value > 1e11 && value < 1e14;

/** Milliseconds of a time as documents and sort values hold it, nanoseconds included. */
const instantOf = (value: JsonValue | undefined): number | undefined => {
  const number = numberOf(value);
  if (number !== undefined) {
    return [number, number / 1e6].find(isInstant);
  }
  const parsed = typeof value === 'string' ? Date.parse(value) : NaN;
  return isInstant(parsed) ? parsed : undefined;
};

const bucketsOf = (aggregation: JsonValue): JsonObject[] => {
  const buckets = member(aggregation, 'buckets');
  if (Array.isArray(buckets)) return buckets.filter(isObject);
  return isObject(buckets) ? Object.values(buckets).filter(isObject) : [];
};

const isOfTime = (bucket: JsonObject): boolean =>
  typeof bucket.key_as_string === 'string' && instantOf(bucket.key) !== undefined;

const metricOf = (buckets: JsonObject[]): string | undefined =>
  buckets
    .flatMap((bucket) => Object.entries(bucket))
    .find(([, value]) => numberOf(member(value, 'value')) !== undefined)?.[0];

const pointsOf = (buckets: JsonObject[], metric: string | undefined): TimePoint[] =>
  buckets.flatMap((bucket) => {
    const at = instantOf(bucket.key);
    const value = numberOf(metric ? member(bucket[metric], 'value') : bucket.doc_count);
    return at === undefined || value === undefined || !Number.isFinite(value)
      ? []
      : [{ at, value }];
  });

const DEEPEST = 5;

/** The first date histogram, also within aggregations of a single bucket. */
const histogramIn = (aggregations: JsonValue | undefined, depth = 0): AnswerSeries | undefined => {
  if (!isObject(aggregations) || depth > DEEPEST) return undefined;
  for (const [name, aggregation] of Object.entries(aggregations)) {
    const buckets = bucketsOf(aggregation);
    if (buckets.length > 0 && buckets.every(isOfTime)) {
      const metric = metricOf(buckets);
      return {
        kind: 'histogram',
        aggregation: name,
        ...(metric === undefined ? {} : { metric }),
        points: pointsOf(buckets, metric),
      };
    }
    const within = buckets.length === 0 ? histogramIn(aggregation, depth + 1) : undefined;
    if (within) return within;
  }
  return undefined;
};

/** The first field that a query sorts by. */
const sortField = (query: JsonValue): string | undefined => {
  const sort = member(query, 'sort');
  const first = Array.isArray(sort) ? sort[0] : sort;
  if (typeof first === 'string') return first;
  return isObject(first) ? Object.keys(first)[0] : undefined;
};

const TIME_FIELD = '@timestamp';

const timesOf = (hits: JsonObject[], query: JsonValue): { field: string; times: number[] } => {
  const field = sortField(query);
  const sorted = hits.flatMap(
    ({ sort }) => instantOf(Array.isArray(sort) ? sort[0] : undefined) ?? []
  );
  if (field !== undefined && sorted.length > 0) return { field, times: sorted };
  const ofSource = hits.flatMap(
    ({ _source: source }) => instantOf(member(source, TIME_FIELD)) ?? []
  );
  return { field: TIME_FIELD, times: ofSource };
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND],
  ...[MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, DAY],
  ...[7 * DAY, 30 * DAY, 365 * DAY],
];
const MOST_BARS = 40;

/** Counts instants in steps of a round length, those without any included. */
export const countedBySteps = (
  times: number[],
  window: { start: number; end: number }
): TimePoint[] => {
  const from = times.reduce((least, at) => Math.min(least, at), window.start);
  const to = times.reduce((most, at) => Math.max(most, at), window.end);
  const longest = STEPS[STEPS.length - 1];
  const step = STEPS.find((length) => (to - from) / length <= MOST_BARS) ?? longest;
  const counts = new Map<number, number>();
  for (let at = Math.floor(from / step) * step; at < to || at === from; at += step)
    counts.set(at, 0);
  for (const time of times) {
    const at = Math.floor(time / step) * step;
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return [...counts].map(([at, value]) => ({ at, value }));
};

/**
 * What of an answer is drawn over time: its first date histogram, else the documents that came back.
 *
 * @param query the search as it was sent
 * @param window the period of the run, epoch milliseconds
 */
export const seriesOf = (
  response: JsonValue,
  query: JsonValue,
  window: { start: number; end: number }
): AnswerSeries => {
  const histogram = histogramIn(member(response, 'aggregations'));
  if (histogram) return histogram;
  const hits = member(member(response, 'hits'), 'hits');
  const { field, times } = timesOf(Array.isArray(hits) ? hits.filter(isObject) : [], query);
  if (times.length === 0) return { kind: 'none' };
  const points = countedBySteps(times, window);
  return { kind: 'documents', field, documents: times.length, points };
};
