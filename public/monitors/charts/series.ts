import { JavaDouble } from '../../../common/json/java_double';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';

/** A value at an instant (epoch milliseconds). */
export interface TimePoint {
  at: number;
  value: number;
}

/** What of an answer can be drawn over time. */
export type AnswerSeries =
  /** Of the first date histogram: its first metric, else its counts. */
  | {
      kind: 'histogram';
      aggregation: string;
      metric?: string;
      points: TimePoint[];
      /** Milliseconds; counts of very many buckets are summed by it. */
      summedBy?: number;
    }
  /** The documents that came back, counted by a time that they hold. */
  | { kind: 'documents'; field: string; documents: number; points: TimePoint[] }
  | { kind: 'none' };

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  isJsonObject(value) ? value[name] : undefined;

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
  if (Array.isArray(buckets)) return buckets.filter(isJsonObject);
  return isJsonObject(buckets) ? Object.values(buckets).filter(isJsonObject) : [];
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

/** The first field that a query sorts by. */
const sortField = (query: JsonValue): string | undefined => {
  const sort = member(query, 'sort');
  const first = Array.isArray(sort) ? sort[0] : sort;
  if (typeof first === 'string') return first;
  return isJsonObject(first) ? Object.keys(first)[0] : undefined;
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

/** Sums values by steps of a round length over a window and beyond; a step without any has 0. */
export const summedBySteps = (
  points: TimePoint[],
  window: { start: number; end: number }
): { step: number; points: TimePoint[] } => {
  const from = points.reduce((least, { at }) => Math.min(least, at), window.start);
  const to = points.reduce((most, { at }) => Math.max(most, at), window.end);
  const longest = STEPS[STEPS.length - 1];
  const step = STEPS.find((length) => (to - from) / length <= MOST_BARS) ?? longest;
  const startOf = (instant: number) => Math.floor(instant / step) * step;
  const sums = new Map<number, number>();
  for (let at = startOf(from); at < to; at += step) sums.set(at, 0);
  for (const { at, value } of points) sums.set(startOf(at), (sums.get(startOf(at)) ?? 0) + value);
  return { step, points: [...sums].map(([at, value]) => ({ at, value })) };
};

/** Beyond this, bars of their own would be too thin to see. */
const MOST_BUCKETS = 80;

const isTooFine = (points: TimePoint[]): boolean => {
  const gaps = points.slice(1).map(({ at }, index) => at - points[index].at);
  const span = points[points.length - 1].at - points[0].at;
  return span / gaps.reduce((least, gap) => Math.min(least, gap), Infinity) > MOST_BUCKETS;
};

const histogramOf = (aggregation: string, buckets: JsonObject[]): AnswerSeries => {
  const metric = metricOf(buckets);
  const points = pointsOf(buckets, metric);
  if (metric !== undefined) return { kind: 'histogram', aggregation, metric, points };
  if (!isTooFine(points)) return { kind: 'histogram', aggregation, points };
  const window = { start: points[0].at, end: points[points.length - 1].at };
  const summed = summedBySteps(points, window);
  return { kind: 'histogram', aggregation, points: summed.points, summedBy: summed.step };
};

const DEEPEST = 5;

/** The first date histogram, also within aggregations of a single bucket. */
const histogramIn = (aggregations: JsonValue | undefined, depth = 0): AnswerSeries | undefined => {
  if (!isJsonObject(aggregations) || depth > DEEPEST) return undefined;
  for (const [name, aggregation] of Object.entries(aggregations)) {
    const buckets = bucketsOf(aggregation);
    if (buckets.length > 0 && buckets.every(isOfTime)) return histogramOf(name, buckets);
    const within = buckets.length === 0 ? histogramIn(aggregation, depth + 1) : undefined;
    if (within) return within;
  }
  return undefined;
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
  const { field, times } = timesOf(Array.isArray(hits) ? hits.filter(isJsonObject) : [], query);
  if (times.length === 0) return { kind: 'none' };
  const { points } = summedBySteps(
    times.map((at) => ({ at, value: 1 })),
    window
  );
  return { kind: 'documents', field, documents: times.length, points };
};
