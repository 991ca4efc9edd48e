import { z } from 'zod';
import type { Alert } from '../../alerts/alert';
import { instantSchema } from '../../time_range';
import type { RunOutcome } from '../run';
import type { Gap } from '../windows';
import type { StateInterval } from './intervals';

/** `GET /monitors/{id}/history` */
export const historyQuerySchema = z.object({
  from: instantSchema.default('now-24h'),
  to: instantSchema.default('now'),
});

/** The last run of a step of time. */
export interface HistoryRun {
  scheduled_at: number;
  outcome: RunOutcome;
  took?: number;
  hits?: number;
  /** What the conditions looked at, by trigger. */
  measures: Record<string, number>;
}

export interface HistoryStep {
  /** The start of the step, epoch milliseconds. */
  at: number;
  /** Seconds in which the monitor ran. */
  runs: number;
  /** Of them, those that triggered, failed or left out windows. */
  notable: number;
  last?: HistoryRun;
}

/** What a monitor costs the cluster, by the runs that are in the steps. */
export interface Cost {
  runs_per_hour: number;
  /** Milliseconds. */
  took_average?: number;
  took_most?: number;
  hits_average?: number;
  /** Of the time, how much the cluster spends on it: 0 to 1. */
  share?: number;
  /** The averages are over so many runs. */
  sampled: number;
}

/** How a monitor was over a span of time. Instants are epoch milliseconds. */
export interface MonitorHistory {
  from: number;
  to: number;
  /** Milliseconds of a step. */
  step: number;
  /** Without those in which nothing ran. */
  steps: HistoryStep[];
  /** Runs in the span. */
  runs: number;
  intervals: StateInterval[];
  gaps: Gap[];
  /** The newest that were open in the span. */
  alerts: Alert[];
  /** There are more alerts than these: older parts of the intervals may lack some. */
  more_alerts: boolean;
  cost: Cost;
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param span milliseconds in which the runs happened */
export const costOf = (steps: readonly HistoryStep[], span: number): Cost => {
  const runs = steps.reduce((sum, step) => sum + step.runs, 0);
  const tooks = steps.flatMap(({ last }) => last?.took ?? []);
  const hits = steps.flatMap(({ last }) => last?.hits ?? []);
  const perHour = span > 0 ? (runs * 3_600_000) / span : 0;
  const took = tooks.length > 0 ? average(tooks) : undefined;
  return {
    runs_per_hour: perHour,
    sampled: steps.filter(({ last }) => last).length,
    ...(took === undefined
      ? {}
      : {
          took_average: took,
          took_most: tooks.reduce((most, one) => Math.max(most, one), 0),
          share: Math.min(1, (took * perHour) / 3_600_000),
        }),
    ...(hits.length > 0 ? { hits_average: average(hits) } : {}),
  };
};
