import { createPrometheus } from './prometheus';
import type { Readings } from './types';

const READINGS: Readings = {
  lag: 1500,
  partitions: 64,
  monitors: 3,
  queue: 2,
  inFlight: 1,
  late: 1,
  unwritten: 0,
  problems: 0,
  clusterUp: true,
  outboxWaiting: 7,
};

const rendered = async (prometheus = createPrometheus(), readings = READINGS) => {
  const text = await prometheus.render(readings);
  prometheus.close();
  return text.split('\n');
};

describe('the metrics', () => {
  it('have what is read, in seconds', async () => {
    const lines = await rendered();
    expect(lines).toEqual(
      expect.arrayContaining([
        'watchkeeper_scheduler_lag_seconds 1.5',
        'watchkeeper_scheduler_owned_partitions 64',
        'watchkeeper_scheduler_queue_length 2',
        'watchkeeper_outbox_waiting 7',
        'watchkeeper_cluster_up 1',
        '# TYPE process_cpu_seconds_total counter',
      ])
    );
  });

  it('say that they do not know, where the outbox cannot be asked', async () => {
    const lines = await rendered(createPrometheus(), { ...READINGS, outboxWaiting: undefined });
    expect(lines).toContain('watchkeeper_outbox_waiting Nan');
  });

  it('count runs and attempts', async () => {
    const prometheus = createPrometheus();
    prometheus.ran({ outcome: 'triggered', lag: 200, took: 40 });
    prometheus.ran({ outcome: 'error', lag: -5, took: 40, code: 'timed_out' });
    prometheus.postponed('busy');
    prometheus.delivered({ kind: 'slack', result: 'sent', took: 300 });
    const lines = await rendered(prometheus);
    expect(lines).toEqual(
      expect.arrayContaining([
        'watchkeeper_runs_total{outcome="triggered"} 1',
        'watchkeeper_runs_total{outcome="error"} 1',
        'watchkeeper_run_errors_total{code="timed_out"} 1',
        'watchkeeper_runs_postponed_total{why="busy"} 1',
        'watchkeeper_run_duration_seconds_count 2',
        'watchkeeper_run_duration_seconds_bucket{le="0.05"} 2',
        'watchkeeper_run_start_lag_seconds_sum 0.2',
        'watchkeeper_deliveries_total{kind="slack",result="sent"} 1',
        'watchkeeper_delivery_duration_seconds_sum{kind="slack"} 0.3',
      ])
    );
  });

  it('stay few, whatever kinds of errors there are', async () => {
    const prometheus = createPrometheus();
    const error = { outcome: 'error', lag: 0, took: 0 } as const;
    for (let i = 0; i < 100; i++) prometheus.ran({ ...error, code: `code_${i}` });
    prometheus.ran({ ...error, code: 'Not a "code"\n' });
    const series = (await rendered(prometheus)).filter((line) =>
      line.startsWith('watchkeeper_run_errors_total{')
    );
    expect(series).toHaveLength(51);
    expect(series).toContain('watchkeeper_run_errors_total{code="other"} 51');
  });
});
