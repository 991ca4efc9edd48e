import { HEALTH_PATH, METRICS_PATH } from '../../common/health';
import type { HealthReport } from '../../common/health';
import { STATUS_PATH } from '../../common/status';
import type { PluginStatus } from '../../common/status';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { send } from '../support/http';
import { createLogIndex, logLine, logMonitor, product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const TOKEN = 'a-token-for-prometheus';

/** The values of one metric, by its labels as they are written. */
const valuesOf = (text: string, name: string): Record<string, number> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, labels = '', value] = new RegExp(`^${name}(\\{[^}]*\\})? (\\S+)$`).exec(line) ?? [];
      return value === undefined ? [] : [[labels, Number(value)]];
    })
  );

describe('the health and the metrics of an instance', () => {
  let cluster: TestCluster;
  let host: TestHost;
  let receiver: Receiver;

  beforeAll(async () => {
    cluster = await testCluster();
    receiver = await startReceiver();
    host = await startTestHost({
      clusterUrl: cluster.url,
      config: {
        'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
        'opensearch_watchkeeper.metrics_token': TOKEN,
        // A login is demanded: neither route needs it.
        auth: {
          user: 'ops',
          password_hash: `scrypt:15:8:1:${'A'.repeat(22)}:${'A'.repeat(43)}`,
        },
      },
    });
  });
  afterAll(async () => {
    await host?.stop();
    await receiver?.close();
    await cluster?.clean();
  });

  const health = () => send<HealthReport>(host.url + HEALTH_PATH, 'GET');
  const metrics = (authorization = `Bearer ${TOKEN}`) =>
    send<string>(host.url + METRICS_PATH, 'GET', undefined, { authorization });

  it('is ok once its own indices are ready, and says so to anybody', async () => {
    const answer = await waitFor('an instance that is well', async () => {
      const got = await health();
      return got.status === 200 && got.body.status === 'ok' && got;
    });
    expect(answer.body).toEqual({ status: 'ok', reasons: [] });
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('gives the metrics for the token alone, and for nothing else', async () => {
    const answer = await metrics();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(answer.body).toContain('process_resident_memory_bytes');
    for (const wrong of ['Bearer another', 'Bearer ', '', `Basic ${TOKEN}`]) {
      expect((await metrics(wrong)).status).toBe(401);
    }
    const authorization = `Bearer ${TOKEN}`;
    const other = await send(`${host.url}/api/watchkeeper/monitors`, 'GET', undefined, {
      authorization,
    });
    expect(other.status).toBe(401);
  });
});

describe('the metrics of what an instance does', () => {
  let cluster: TestCluster;
  let host: TestHost;
  let receiver: Receiver;

  beforeAll(async () => {
    cluster = await testCluster();
    receiver = await startReceiver();
    host = await startTestHost({
      clusterUrl: cluster.url,
      config: { 'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`] },
    });
  });
  afterAll(async () => {
    await host?.stop();
    await receiver?.close();
    await cluster?.clean();
  });

  it('count runs, errors and deliveries', async () => {
    const app = product(host);
    await app.ready();
    const index = cluster.uniqueName('k8s-logs');
    await createLogIndex(cluster, index);
    const { id } = await app.addWebhook(`${receiver.url}/hook`);
    await app.addMonitor(logMonitor(index, id));
    const { inputs } = logMonitor(index, id);
    const { query } = inputs[0].search;
    // By its name, and not by a pattern, an index that is gone is an error.
    const byName = { search: { indices: [index], query } };
    await app.addMonitor(logMonitor(index, id, { name: 'Breaks', inputs: [byName] }));
    await cluster.index(index, [logLine('payment refused')]);
    await receiver.received(2);
    // Without a token, whoever may read may read the metrics.
    const read = async () => String((await host.api<string>('GET', METRICS_PATH)).body);
    const text = await waitFor('the message to be counted', async () => {
      const got = await read();
      const sent = valuesOf(got, 'watchkeeper_deliveries_total');
      return sent['{kind="webhook",result="sent"}'] >= 2 && got;
    });
    expect(valuesOf(text, 'watchkeeper_runs_total')['{outcome="triggered"}']).toBeGreaterThan(0);
    expect(valuesOf(text, 'watchkeeper_run_duration_seconds_count')['']).toBeGreaterThan(1);
    expect(valuesOf(text, 'watchkeeper_scheduler_owned_partitions')).toEqual({ '': 64 });
    expect(valuesOf(text, 'watchkeeper_scheduler_monitors')['']).toBe(2);
    expect(valuesOf(text, 'watchkeeper_cluster_up')).toEqual({ '': 1 });
    expect(valuesOf(text, 'watchkeeper_outbox_waiting')['']).toBeGreaterThanOrEqual(0);

    await cluster.request('DELETE', `/${index}`);
    await waitFor('an error to be counted', async () => {
      const errors = valuesOf(await read(), 'watchkeeper_run_errors_total');
      return errors['{code="index_not_found_exception"}'] > 0;
    });
  });
});

it('an instance without its cluster has failed, and names the reason', async () => {
  const host = await startTestHost({ clusterUrl: 'http://127.0.0.1:1' });
  const answer = await send<HealthReport>(host.url + HEALTH_PATH, 'GET');
  expect([answer.status, answer.body]).toEqual([
    503,
    {
      status: 'failed',
      reasons: [{ code: 'cluster_unreachable', message: 'The cluster does not answer.' }],
    },
  ]);
  const text = String((await host.api<string>('GET', METRICS_PATH)).body);
  expect(valuesOf(text, 'watchkeeper_cluster_up')).toEqual({ '': 0 });
  expect(valuesOf(text, 'watchkeeper_outbox_waiting')).toEqual({ '': 0 });
  await host.stop();
});

describe('a second host whose encryption key is another one', () => {
  it('says so in its health and on its pages, with the setting and the remedy, and runs all the same', async () => {
    const cluster = await testCluster();
    const key = (digit: string) => ({ 'opensearch_watchkeeper.encryption_key': digit.repeat(64) });
    const hosts: TestHost[] = [];
    const add = async (digit: string) => {
      const host = await startTestHost({ clusterUrl: cluster.url, config: key(digit) });
      hosts.push(host);
      return host;
    };
    const healthIs = (host: TestHost, status: string) =>
      waitFor(`a health that is ${status}`, async () => {
        const { body } = await send<HealthReport>(host.url + HEALTH_PATH, 'GET');
        return body.status === status && body;
      });
    try {
      await healthIs(await add('a'), 'ok');
      const second = await add('b');
      expect((await healthIs(second, 'degraded')).reasons).toMatchObject([
        { code: 'configuration' },
      ]);
      const { body } = await second.api<PluginStatus>('GET', STATUS_PATH);
      expect(body.problems.join()).toContain('opensearch_watchkeeper.encryption_key');
      await healthIs(await add('a'), 'ok');
    } finally {
      for (const host of hosts) await host.stop();
      await cluster.clean();
    }
  });
});
