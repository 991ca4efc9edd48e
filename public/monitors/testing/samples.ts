import { parseLossless } from '../../../common/json/lossless';
import type { MonitorRecord, MonitorSummary, RunRecord } from '../../../common/monitors/api';
import type { QueryLevelMonitor } from '../../../common/monitors/monitor';
import type { DestinationRecord } from '../../../common/notifications/api';
import type { DoneRun, QueryRunner } from '../editor/query_run';
import { newMonitor } from '../editor/new_monitor';

export const monitorSample = (changes: Partial<QueryLevelMonitor> = {}): QueryLevelMonitor => ({
  ...newMonitor(),
  name: 'Pod errors',
  schedule: { period: { interval: 15, unit: 'SECONDS' } },
  inputs: [
    {
      search: {
        indices: ['k8s-logs-*'],
        query: '{"query":{"range":{"@timestamp":{"gte":"{{period_start}}"}}}}',
      },
    },
  ],
  ...changes,
});

export const recordSample = (changes: Partial<MonitorRecord> = {}): MonitorRecord => ({
  id: 'm1',
  version: 'v1',
  updated_at: '2026-01-02T03:04:05.000Z',
  monitor: monitorSample(),
  authorisation: 'ok',
  author: 'jane',
  next_run: null,
  ...changes,
});

export const runSample = (changes: Partial<RunRecord> = {}): RunRecord => ({
  monitor_id: 'm1',
  scheduled_at: 1_700_000_000_000,
  started_at: 1_700_000_000_100,
  window: { start: 1_699_999_980_000, end: 1_699_999_995_000 },
  took: 12,
  hits: 3,
  outcome: 'not_triggered',
  messages: [],
  ...changes,
});

export const summarySample = (changes: Partial<MonitorSummary> = {}): MonitorSummary => ({
  id: 'm1',
  version: 'v1',
  name: 'Pod errors',
  enabled: true,
  monitor_type: 'query_level_monitor',
  indices: ['k8s-logs-*'],
  tags: [],
  schedule: { period: { interval: 15, unit: 'SECONDS' } },
  authorisation: 'ok',
  last_run: runSample(),
  next_run: 1_700_000_015_000,
  pending_alerts: 0,
  active_alerts: 0,
  no_data_alerts: 0,
  acknowledged_alerts: 0,
  error_alerts: 0,
  updated_at: '2026-01-02T03:04:05.000Z',
  ...changes,
});

export const destinationSample = (
  id: string,
  name: string,
  changes: Partial<DestinationRecord> = {}
): DestinationRecord => ({
  id,
  version: 'v1',
  updated_at: '2026-01-02T03:04:05.000Z',
  destination: { type: 'slack', name, origin: 'https://hooks.example.com' },
  has_secrets: true,
  used_by: [],
  ...changes,
});

const RESPONSE = `{"took":3,"hits":{"total":{"value":2,"relation":"eq"},"hits":[
  {"_id":"a","_source":{"@timestamp":"2026-01-02T03:04:05.000Z","message":"boom","kubernetes":{"container_name":"cart"},"latency":5.0}},
  {"_id":"b","_source":{"@timestamp":"2026-01-02T03:04:06.000Z","message":"<bang> & co","kubernetes":{"container_name":"pay"},"offset":9007199254740993}}
]},"aggregations":{"avg":{"value":19999.0}}}`;

/** The answer to a Run, as the route sends it. */
export const queryRunSample = {
  window: { start: 1_700_000_000_000, end: 1_700_000_015_000 },
  rendered_query: '{"query":{"range":{"@timestamp":{"gte":"1700000000000"}}}}',
  took: 3,
  hits: 2,
  response: RESPONSE,
};

export const doneRunSample = (): DoneRun => ({
  answer: queryRunSample,
  response: parseLossless(RESPONSE),
  asked: '',
});

/** Of an editor in which nothing was run yet. */
export const idleRunner = (): QueryRunner => ({
  running: false,
  done: null,
  dry: null,
  error: null,
  run: () => undefined,
  stale: false,
});
