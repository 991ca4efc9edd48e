import { costOf } from '../../common/monitors/history/history';
import type {
  HistoryRun,
  HistoryStep,
  MonitorHistory,
} from '../../common/monitors/history/history';
import { coveredBy, stateIntervals } from '../../common/monitors/history/intervals';
import type { Monitor } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import { longestIntervalMs } from '../../common/monitors/schedule';
import { stepOf, stepStart } from '../../common/time_range';
import type { Span } from '../../common/time_range';
import { searchTogether, sourcesOf } from '../cluster/search_together';
import type { HitsOf, OwnSearch } from '../cluster/search_together';
import type { Cluster } from '../cluster/types';
import { alertsSearch, rowsIn, savedStatesOf, versionsSearch } from './past_searches';
import type { AlertHits, BlockHits, VersionHits } from './past_searches';
import { toGap } from './windows';

/** A block holds the runs of other monitors as well: not too many are read. */
const MOST_STEPS = 150;
const LEAST_STEP = 5000;
const MOST_GAPS = 200;
const MOST_ALERTS = 500;
/** Milliseconds that a run may take to be written down. */
const SLACK = 15_000;

interface StepBucket {
  key: number;
  doc_count: number;
  notable: { doc_count: number };
  last: HitsOf<{ rows: RunRow[] }>;
  /** When the runs of the step were written down. */
  earliest: { value: number };
  latest: { value: number };
}

interface StepsAnswer {
  aggregations?: { steps: { buckets: StepBucket[] } };
}

const stepsSearch = (id: string, { from, to }: Span, step: number): OwnSearch => ({
  family: 'ticks',
  body: {
    size: 0,
    track_total_hits: false,
    query: {
      bool: { filter: [{ term: { monitors: id } }, { range: { tick: { gte: from, lte: to } } }] },
    },
    aggs: {
      steps: {
        date_histogram: { field: 'tick', fixed_interval: `${step}ms`, min_doc_count: 1 },
        aggs: {
          notable: { filter: { term: { notable: id } } },
          earliest: { min: { field: 'tick' } },
          latest: { max: { field: 'tick' } },
          last: { top_hits: { size: 1, sort: [{ tick: 'desc' }], _source: ['rows'] } },
        },
      },
    },
  },
});

/** Gaps are noticed after them: some of those that are noticed in the span or later lie in it. */
const gapsSearch = (id: string, { from }: Span): OwnSearch => ({
  family: 'ticks',
  body: {
    size: MOST_GAPS,
    track_total_hits: false,
    query: { bool: { filter: [{ term: { gaps: id } }, { range: { tick: { gte: from } } }] } },
    sort: [{ tick: 'asc' }],
    _source: ['rows'],
  },
});

const toHistoryRun = ({
  scheduled_at,
  outcome,
  took,
  hits,
  triggers = [],
}: RunRow): HistoryRun => ({
  scheduled_at,
  outcome,
  ...(took === undefined ? {} : { took }),
  ...(hits === undefined ? {} : { hits }),
  measures: Object.fromEntries(
    triggers.flatMap(({ id, measure }) => (measure === undefined ? [] : [[id, measure] as const]))
  ),
});

const toStep = (id: string, { key, doc_count: runs, notable, last }: StepBucket): HistoryStep => {
  const rows = rowsIn(last, id);
  const row = rows[rows.length - 1];
  return {
    at: key,
    runs,
    notable: notable.doc_count,
    ...(row && row.outcome !== 'gap' ? { last: toHistoryRun(row) } : {}),
  };
};

export interface HistoryRequest {
  cluster: Cluster;
  id: string;
  monitor: Monitor;
  span: Span;
  now: number;
  /** Milliseconds for which runs are kept. */
  keptFor: number;
}

/** How a monitor was over a span: its runs in steps, its alerts, gaps and states; one request, whatever the span. */
export const readHistory = async (request: HistoryRequest): Promise<MonitorHistory> => {
  const { cluster, id, monitor, span, now, keptFor } = request;
  const interval = longestIntervalMs(monitor.schedule, now);
  const step = stepOf(span, MOST_STEPS, Math.max(LEAST_STEP, 2 * interval));
  const aligned = { from: stepStart(span.from, step), to: span.to };
  const [ofSteps, ofGaps, ofAlerts, versions] = await searchTogether<
    [StepsAnswer, BlockHits, AlertHits, VersionHits]
  >(cluster, [
    stepsSearch(id, aligned, step),
    gapsSearch(id, span),
    alertsSearch(id, span, MOST_ALERTS),
    versionsSearch(id),
  ]);
  const buckets = ofSteps.aggregations?.steps.buckets ?? [];
  const steps = buckets.map((bucket) => toStep(id, bucket));
  const gaps = rowsIn(ofGaps, id)
    .filter(({ outcome, window }) => outcome === 'gap' && window.start < span.to)
    .filter(({ window }) => window.end > span.from)
    .map(toGap);
  const alerts = sourcesOf(ofAlerts);
  const lastRun = buckets[buckets.length - 1]?.latest.value ?? 0;
  const reach = 2 * interval + monitor.query_delay_seconds * 1000 + SLACK;
  const alive = monitor.enabled && now - lastRun <= reach ? now : 0;
  const covered = coveredBy(
    buckets.map(({ earliest, latest }) => ({ first: earliest.value, last: latest.value })),
    ...([{ interval, reach }, span, alive] as const)
  );
  const ranFor = covered.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    ...span,
    step,
    steps,
    runs: steps.reduce((sum, { runs }) => sum + runs, 0),
    intervals: stateIntervals({
      ...{ span, gaps, alerts },
      covered,
      past: { now, saved: savedStatesOf(versions), kept_since: now - keptFor },
    }),
    gaps,
    alerts,
    more_alerts: (ofAlerts.hits.total?.value ?? 0) > alerts.length,
    // While it ran: a monitor of ten minutes ago does not run less often than one of yesterday.
    cost: costOf(steps, ranFor),
  };
};
