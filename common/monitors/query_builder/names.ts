import type { Metric, VisualQuery } from './visual_query';

/** The composite aggregation over the fields of `groupBy`. */
export const GROUPS = 'groups';

/** How many groups are asked for at once; all pages are read. */
export const PAGE_SIZE = 1000;

/** A point would be read as a step of a path, in scripts, templates and bucket paths alike. */
const wordOf = (text: string): string => text.replace(/[^A-Za-z0-9_]/g, '_');

const defaultNameOf = (metric: Metric): string =>
  metric.kind === 'percentile'
    ? `p${wordOf(String(metric.percent))}_${wordOf(metric.field)}`
    : `${metric.kind}_${wordOf(metric.field)}`;

/** Each name once: a later one of the same gets a number. */
const apart = (names: readonly string[]): string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  });
};

/** What the metrics are called in the query, each by its place: `avg_bytes`, `p95_took`. */
export const metricNames = (metrics: readonly Metric[]): string[] =>
  apart(metrics.map((metric) => metric.name ?? defaultNameOf(metric)));

/** What the sources of the composite aggregation are called, each by its place in `groupBy`. */
export const sourceNames = ({ groupBy, kept }: Pick<VisualQuery, 'groupBy' | 'kept'>): string[] =>
  apart(
    groupBy.map(
      (field) => kept?.sources?.find((source) => source.field === field)?.name ?? wordOf(field)
    )
  );

const unnamed = (metric: Metric): Metric =>
  metric.kind === 'percentile'
    ? { kind: metric.kind, field: metric.field, percent: metric.percent }
    : { kind: metric.kind, field: metric.field };

/** Metrics without the names that they would have anyway. */
export const withoutDefaultNames = (metrics: readonly Metric[]): Metric[] => {
  const names = metricNames(metrics);
  return metrics.reduce<Metric[]>(
    (done, metric, i) => {
      const tried = [...done.slice(0, i), unnamed(metric), ...done.slice(i + 1)];
      return metricNames(tried).every((name, at) => name === names[at]) ? tried : done;
    },
    [...metrics]
  );
};
