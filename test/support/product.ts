import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlertRecord } from '../../common/alerts/api';
import type { Alert } from '../../common/alerts/alert';
import type { MonitorRecord, RunsPage } from '../../common/monitors/api';
import type { MonitorInput } from '../../common/monitors/monitor';
import type { DestinationRecord } from '../../common/notifications/api';
import type { Page } from '../../common/page';
import type { HealthReport } from '../../common/health';
import type { PluginStatus } from '../../common/status';
import type { TestCluster } from './cluster';
import type { TestHost } from './host';
import type { HttpAnswer } from './http';
import { waitFor } from './wait_for';

const FIXTURES = join(__dirname, '..', 'fixtures', 'log_errors');

/** The query and the message of a user's own document, as they stand there. */
export const LOG_QUERY = readFileSync(join(FIXTURES, 'query.json'), 'utf8');
export const LOG_MESSAGE = readFileSync(join(FIXTURES, 'message.mustache'), 'utf8');

const BASE = '/api/watchkeeper';

export interface Wrong {
  statusCode: number;
  message: string;
  attributes?: {
    code?: string;
    problems?: Array<{ field: string; message: string; line?: number; column?: number }>;
  };
}

const must = <T>({ status, body }: HttpAnswer<T>): T => {
  if (status < 300) return body;
  throw new Error(`${status}: ${JSON.stringify(body)}`);
};

/** What tests do with a host, in a user's words. */
export const product = (host: TestHost) => ({
  ready: () =>
    waitFor('the engine to be ready', async () => {
      const { scheduler } = must(await host.api<PluginStatus>('GET', `${BASE}/status`));
      return scheduler.owned_partitions === 64 && scheduler.problem === undefined;
    }),
  /** Our own indices are made, and their shards have started. */
  readable: () =>
    waitFor('our own indices', async () => {
      const { reasons } = (await host.api<HealthReport>('GET', `${BASE}/health`)).body;
      return !reasons.some(({ code }) => code === 'starting' || code === 'cluster_unreachable');
    }),
  status: async () => must(await host.api<PluginStatus>('GET', `${BASE}/status`)),
  addWebhook: async (url: string, name = 'Receiver'): Promise<DestinationRecord> =>
    must(
      await host.api<DestinationRecord>('POST', `${BASE}/destinations`, {
        ...{ type: 'webhook', name, method: 'POST' },
        secrets: { url, headers: {} },
      })
    ),
  tryAddMonitor: (monitor: unknown) =>
    host.api<MonitorRecord & Wrong>('POST', `${BASE}/monitors`, { monitor }),
  addMonitor: async (monitor: MonitorInput): Promise<MonitorRecord> =>
    must(await host.api<MonitorRecord>('POST', `${BASE}/monitors`, { monitor })),
  monitor: async (id: string) =>
    must(await host.api<MonitorRecord>('GET', `${BASE}/monitors/${id}`)),
  update: (id: string, version: string, monitor: unknown) =>
    host.api<MonitorRecord & Wrong>('PUT', `${BASE}/monitors/${id}`, { monitor, version }),
  runs: async (id: string) =>
    must(await host.api<RunsPage>('GET', `${BASE}/monitors/${id}/runs`)).runs,
  alerts: async (query = 'state=all') =>
    must(await host.api<Page<Alert>>('GET', `${BASE}/alerts?${query}`)).items,
  alert: async (id: string) => must(await host.api<AlertRecord>('GET', `${BASE}/alerts/${id}`)),
  acknowledge: async ({ id, monitor_id }: Alert) =>
    must(await host.api('POST', `${BASE}/alerts/_acknowledge`, { alerts: [{ id, monitor_id }] })),
  remove: async (id: string) => must(await host.api('DELETE', `${BASE}/monitors/${id}`)),
  verb: async (id: string, verb: string) =>
    must(await host.api<MonitorRecord>('POST', `${BASE}/monitors/${id}/_${verb}`, {})),
});

export type Product = ReturnType<typeof product>;

/** A monitor over an index of log lines, every few seconds, that sends the user's message to a destination. */
export const logMonitor = (
  index: string,
  destinationId: string | undefined,
  change: Partial<MonitorInput> = {}
): MonitorInput => ({
  name: 'Errors in containers',
  enabled: true,
  schedule: { period: { interval: 3, unit: 'SECONDS' } },
  query_delay_seconds: 1,
  inputs: [
    {
      search: {
        indices: [`${index}*`],
        query: LOG_QUERY.replace('{{period_end}}||-15s', '{{period_start}}'),
      },
    },
  ],
  triggers: [
    {
      query_level_trigger: {
        id: 'errors',
        name: 'Any error',
        severity: '1',
        condition: { script: { source: 'ctx.results[0].hits.total.value > 0' } },
        actions: destinationId
          ? [
              {
                id: 'tell',
                name: 'Tell',
                destination_id: destinationId,
                subject_template: { source: '{{ctx.trigger.name}}' },
                message_template: { source: LOG_MESSAGE },
              },
            ]
          : [],
      },
    },
  ],
  ...change,
});

/** Creates an index for container logs, as a log shipper would. */
export const createLogIndex = async (cluster: TestCluster, index: string): Promise<void> => {
  const answer = await cluster.request('PUT', `/${index}`, {
    settings: { number_of_shards: 1, number_of_replicas: 0 },
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        message: { type: 'text' },
        level: { type: 'keyword' },
        kubernetes: {
          properties: { container_name: { type: 'keyword' }, namespace_name: { type: 'keyword' } },
        },
      },
    },
  });
  must(answer);
};

export const logLine = (message: string, level = 'ERROR') => ({
  '@timestamp': new Date().toISOString(),
  message: `${level} ${message}`,
  level,
  kubernetes: { container_name: 'checkout', namespace_name: 'shop' },
});
