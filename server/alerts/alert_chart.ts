import type {
  AlertChart,
  AlertChartPoint,
  AlertsBeside,
  AlertsQuery,
  BySeverity,
} from '../../common/alerts/api';
import { SEVERITIES } from '../../common/monitors/monitor';
import { stepOf, stepStart } from '../../common/time_range';
import { notEndedBy, rangeOf } from './alert_filter';

const DAY = 86_400_000;
/** Where all of the time is asked for, the chart has the newest part of it. */
const WITHOUT_START = 30 * DAY;
const MOST_STEPS = 60;
const LEAST_STEP = 10_000;
const MOST_NAMES = 100;

interface SeverityBuckets {
  buckets: Array<{ key: string; doc_count: number }>;
}

interface Histogram {
  steps: { buckets: Array<{ key: number; severities: SeverityBuckets }> };
}

interface Names {
  buckets: Array<{ key: string }>;
}

/** What a search answers to `besideAggregations`. */
export interface BesideBuckets {
  before: { severities: SeverityBuckets };
  started: Histogram;
  ended: Histogram;
  tags: Names;
  owners: Names;
}

type Frame = Pick<AlertChart, 'from' | 'to' | 'step'>;

/** What the chart spans: the range that is asked for, from a round instant on. */
export const frameOf = (query: Pick<AlertsQuery, 'from' | 'to'>, now: number): Frame => {
  const range = rangeOf(query, now);
  const to = range.to ?? now;
  const from = Math.min(range.from ?? to - WITHOUT_START, to);
  const step = stepOf({ from, to }, MOST_STEPS, LEAST_STEP);
  return { from: stepStart(from, step), to, step };
};

const severities = { terms: { field: 'severity', size: SEVERITIES.length } };

const perStep = (field: string, { from, to, step }: Frame): object => ({
  filter: { range: { [field]: { gte: from, lte: to } } },
  aggs: {
    steps: {
      date_histogram: { field, fixed_interval: `${step}ms`, min_doc_count: 1 },
      aggs: { severities },
    },
  },
});

/** The chart, tags and owners of the alerts that a search finds: in the same request as the rows. */
export const besideAggregations = (frame: Frame): Record<string, object> => ({
  before: {
    filter: {
      bool: { filter: [{ range: { start_time: { lt: frame.from } } }, notEndedBy(frame.from)] },
    },
    aggs: { severities },
  },
  started: perStep('start_time', frame),
  ended: perStep('end_time', frame),
  tags: { terms: { field: 'tags', size: MOST_NAMES } },
  owners: { terms: { field: 'owner', size: MOST_NAMES } },
});

const bySeverity = ({ buckets }: SeverityBuckets): BySeverity =>
  Object.fromEntries(buckets.map(({ key, doc_count: count }) => [key, count]));

const byStep = ({ steps }: Histogram): Map<number, BySeverity> =>
  new Map(steps.buckets.map((bucket) => [bucket.key, bySeverity(bucket.severities)]));

const sum = (a: BySeverity, b: BySeverity, sign = 1): BySeverity =>
  Object.fromEntries(
    SEVERITIES.map((severity) => [
      severity,
      Math.max(0, (a[severity] ?? 0) + sign * (b[severity] ?? 0)),
    ])
  );

const withoutZeros = (counts: BySeverity): BySeverity =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

const pointsOf = ({ from, to, step }: Frame, buckets: BesideBuckets): AlertChartPoint[] => {
  const started = byStep(buckets.started);
  const ended = byStep(buckets.ended);
  let open = bySeverity(buckets.before.severities);
  const points: AlertChartPoint[] = [];
  for (let at = from; at <= to; at += step) {
    const begun = started.get(at) ?? {};
    const active = sum(open, begun);
    points.push({ at, started: begun, active: withoutZeros(active) });
    open = sum(active, ended.get(at) ?? {}, -1);
  }
  return points;
};

export const toBeside = (frame: Frame, buckets: BesideBuckets): AlertsBeside => ({
  chart: { ...frame, points: pointsOf(frame, buckets) },
  tags: buckets.tags.buckets.map(({ key }) => key),
  owners: buckets.owners.buckets.map(({ key }) => key),
});
