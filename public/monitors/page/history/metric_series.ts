import type { HistoryStep, MonitorHistory } from '../../../../common/monitors/history/history';
import { wrappedTriggersOf } from '../../../../common/monitors/monitor';
import type { Monitor } from '../../../../common/monitors/monitor';
import { firstThreshold } from '../../../../common/monitors/threshold/first_threshold';
import type { FirstThreshold } from '../../../../common/monitors/threshold/first_threshold';
import { unwrap } from '../../../../common/monitors/trigger';

export interface MetricPoint {
  /** Epoch milliseconds. */
  at: number;
  /** Null where a run had none: the line has a hole there. */
  value: number | null;
}

/** What a trigger looked at over time; `trigger` is absent for the hits of the whole monitor. */
export interface MetricLine {
  trigger?: { id: string; name: string };
  threshold?: FirstThreshold;
  points: MetricPoint[];
}

const pointsOf = (
  { steps, step }: Pick<MonitorHistory, 'steps' | 'step'>,
  valueOf: (one: HistoryStep) => number | undefined
): MetricPoint[] =>
  steps.flatMap((one, i) => {
    const { last } = one;
    if (!last) return [];
    const hole: MetricPoint[] =
      i > 0 && one.at - steps[i - 1].at > step ? [{ at: steps[i - 1].at + step, value: null }] : [];
    return [...hole, { at: last.scheduled_at, value: valueOf(one) ?? null }];
  });

/** The lines of a chart: of each trigger that compares a number, else the hits. */
export const metricLines = (history: MonitorHistory, monitor: Monitor): MetricLine[] => {
  const lines = wrappedTriggersOf(monitor).flatMap((wrapped): MetricLine[] => {
    const { id, name } = unwrap(wrapped);
    const points = pointsOf(history, ({ last }) => last?.measures[id]);
    if (points.every(({ value }) => value === null)) return [];
    const threshold = firstThreshold(wrapped);
    return [{ trigger: { id, name }, points, ...(threshold ? { threshold } : {}) }];
  });
  if (lines.length > 0) return lines;
  const hits = pointsOf(history, ({ last }) => last?.hits);
  return hits.some(({ value }) => value !== null) ? [{ points: hits }] : [];
};

/** What an axis has to span so that the thresholds are seen as well. */
export const domainOf = (lines: readonly MetricLine[]): { min: number; max: number } => {
  const values = lines.flatMap(({ points, threshold }) => [
    ...points.flatMap(({ value }) => value ?? []),
    ...(threshold ? [threshold.value] : []),
  ]);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const least = values.reduce((a, b) => Math.min(a, b), 0);
  // Some air above, so that what lies at the top is seen.
  return { min: least, max: most === least ? least + 1 : most + (most - least) * 0.08 };
};
