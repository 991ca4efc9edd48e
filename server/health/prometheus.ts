import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Metrics, Readings } from './types';

/** Seconds. A run's searches take milliseconds; a sick cluster takes its time limit. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const LAGS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** Codes come from the cluster; so many are told apart, so that the series stay few. */
const MOST_CODES = 50;
const CODE = /^[a-z][a-z0-9_]{0,59}$/;

const seconds = (milliseconds: number): number => Math.max(0, milliseconds) / 1000;

const PREFIX = 'watchkeeper_';

/** The metrics of one instance in Prometheus' text format. */
export interface Prometheus extends Metrics {
  readonly contentType: string;
  render(readings: Readings): Promise<string>;
  close(): void;
}

const makeGauges = (registry: Registry) => {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: PREFIX + name, help, registers: [registry] });
  return {
    lag: gauge('scheduler_lag_seconds', 'How late the longest waiting run is.'),
    partitions: gauge('scheduler_owned_partitions', 'Partitions of 64 that this instance owns.'),
    monitors: gauge('scheduler_monitors', 'Monitors that this instance schedules.'),
    queue: gauge('scheduler_queue_length', 'Runs that are due and have not ended.'),
    inFlight: gauge('scheduler_batches_in_flight', 'Batches of searches under way.'),
    late: gauge('scheduler_late_monitors', 'Monitors whose run is late.'),
    unwritten: gauge('scheduler_unwritten_runs', 'Ended runs that are not written down yet.'),
    problems: gauge('problems', 'What is wrong now; the status page and /status say what.'),
    clusterUp: gauge('cluster_up', '1 while the cluster answers.'),
    outboxWaiting: gauge(
      'outbox_waiting',
      'Messages in the partitions of this instance that are not sent yet.'
    ),
  };
};

const makeCounts = (registry: Registry) => {
  const registers = [registry];
  return {
    runs: new Counter({
      name: `${PREFIX}runs_total`,
      help: 'Runs that have ended, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    errors: new Counter({
      name: `${PREFIX}run_errors_total`,
      help: 'Runs that ended in an error, by the kind of error.',
      labelNames: ['code'],
      registers,
    }),
    postponed: new Counter({
      name: `${PREFIX}runs_postponed_total`,
      help: 'Runs that were not settled and run again, by the reason.',
      labelNames: ['why'],
      registers,
    }),
    took: new Histogram({
      name: `${PREFIX}run_duration_seconds`,
      help: 'From the search to the commit, each run of a batch counted for itself.',
      buckets: DURATIONS,
      registers,
    }),
    lag: new Histogram({
      name: `${PREFIX}run_start_lag_seconds`,
      help: 'From the scheduled instant to the beginning of the run.',
      buckets: LAGS,
      registers,
    }),
    deliveries: new Counter({
      name: `${PREFIX}deliveries_total`,
      help: 'Attempts to send a message, by the kind of destination and the result.',
      labelNames: ['kind', 'result'],
      registers,
    }),
    deliveryTook: new Histogram({
      name: `${PREFIX}delivery_duration_seconds`,
      help: 'How long receivers take to answer.',
      labelNames: ['kind'],
      buckets: DURATIONS,
      registers,
    }),
  };
};

const setGauges = (gauges: ReturnType<typeof makeGauges>, readings: Readings): void => {
  const { lag, clusterUp, outboxWaiting, ...counts } = readings;
  gauges.lag.set(seconds(lag));
  gauges.clusterUp.set(clusterUp ? 1 : 0);
  gauges.outboxWaiting.set(outboxWaiting ?? Number.NaN);
  for (const [name, value] of Object.entries(counts)) {
    gauges[name as keyof typeof counts].set(value);
  }
};

export const createPrometheus = (): Prometheus => {
  // Of our own: the host or another plugin may use the library's global one.
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = makeGauges(registry);
  const counts = makeCounts(registry);
  const codes = new Set<string>();

  const codeOf = (code: string): string => {
    if (!CODE.test(code) || (!codes.has(code) && codes.size >= MOST_CODES)) return 'other';
    codes.add(code);
    return code;
  };

  return {
    contentType: registry.contentType,
    ran({ outcome, lag, took, code }) {
      counts.runs.inc({ outcome });
      counts.took.observe(seconds(took));
      counts.lag.observe(seconds(lag));
      if (code !== undefined) counts.errors.inc({ code: codeOf(code) });
    },
    postponed(why) {
      counts.postponed.inc({ why });
    },
    delivered({ kind, result, took }) {
      counts.deliveries.inc({ kind, result });
      counts.deliveryTook.observe({ kind }, seconds(took));
    },
    render(readings) {
      setGauges(gauges, readings);
      return registry.metrics();
    },
    close: () => registry.clear(),
  };
};
