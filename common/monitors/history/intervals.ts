import type { Alert } from '../../alerts/alert';
import type { Span } from '../../time_range';
import type { Gap } from '../windows';
import { absenceAt, standingAt } from './past';
import type { Absence, KnownPast, Standing } from './past';

/**
 * How a monitor was: the worst of its alerts, else what its runs say. `ok` only where it ran: time of which nothing is
 * known is never well by default.
 */
export type IntervalKind = Standing | 'ok' | 'gap' | Absence;

export interface StateInterval extends Span {
  kind: IntervalKind;
}

/** From the worst; what comes after the alerts is said where no alert was open. */
const WORST_FIRST: readonly Standing[] = ['error', 'active', 'no_data', 'acknowledged', 'pending'];

export interface IntervalsInput {
  span: Span;
  /** When it ran: see `coveredBy`. */
  covered: readonly Span[];
  gaps: readonly Gap[];
  alerts: readonly Alert[];
  past: KnownPast;
}

/** Runs that follow each other: when the first and the last were written down. */
export interface RunsOfStep {
  first: number;
  last: number;
}

/** How far apart runs may be. Milliseconds. */
export interface Pace {
  /** Between two runs, by the schedule. */
  interval: number;
  /** After a run, within which the next one has come. */
  reach: number;
}

/**
 * The spans in which a monitor ran: each run speaks for the interval before it.
 *
 * @param steps ascending
 * @param alive until when it is taken to run on after its last run: the next is not due yet
 */
export const coveredBy = (
  steps: readonly RunsOfStep[],
  { interval, reach }: Pace,
  { from, to }: Span,
  alive: number
): Span[] => {
  const spans: Span[] = [];
  for (const { first, last: end } of steps) {
    const last = spans[spans.length - 1];
    if (last && first - last.to <= reach) last.to = end;
    else spans.push({ from: first - interval, to: end });
  }
  const newest = spans[spans.length - 1];
  if (newest) newest.to = Math.max(newest.to, alive);
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.to > span.from);
};

const isIn = (instant: number, { from, to }: Span): boolean => instant >= from && instant < to;

const kindAt = (instant: number, { covered, gaps, alerts, past }: IntervalsInput): IntervalKind => {
  const standings = new Set(alerts.map((alert) => standingAt(alert, instant)));
  const worst = WORST_FIRST.find((standing) => standings.has(standing));
  if (worst) return worst;
  const inGap = gaps.some(({ window }) => isIn(instant, { from: window.start, to: window.end }));
  if (inGap) return 'gap';
  const absence = absenceAt(instant, past);
  // A run speaks for time before it, but not for time in which there was nothing to run.
  if (absence === 'not_existing' || absence === 'disabled') return absence;
  return covered.some((span) => isIn(instant, span)) ? 'ok' : absence;
};

const boundsOf = ({ span, covered, gaps, alerts, past }: IntervalsInput): number[] => {
  const bounds = new Set<number>([
    ...[span.from, span.to, past.now, past.kept_since],
    ...covered.flatMap(({ from, to }) => [from, to]),
    ...gaps.flatMap(({ window }) => [window.start, window.end]),
    ...alerts.flatMap((alert) =>
      [alert.start_time, alert.active_time, alert.acknowledged_time, alert.end_time].flatMap(
        (at) => at ?? []
      )
    ),
    ...past.saved.map(({ at }) => at),
  ]);
  return [...bounds].filter((at) => at >= span.from && at <= span.to).sort((a, b) => a - b);
};

/** What a monitor was through a span, without holes; the oldest first. */
export const stateIntervals = (input: IntervalsInput): StateInterval[] => {
  const bounds = boundsOf(input);
  const intervals: StateInterval[] = [];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const [from, to] = [bounds[i], bounds[i + 1]];
    const kind = kindAt(from, input);
    const last = intervals[intervals.length - 1];
    if (last?.kind === kind) last.to = to;
    else intervals.push({ from, to, kind });
  }
  return intervals;
};
