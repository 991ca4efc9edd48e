import { ownCluster, testCluster } from '../support/cluster';
import type { OwnCluster, TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { lineTeller, tellings } from '../support/line_tellers';
import { createLogIndex, logLine, logMonitor, product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const configFor = (receiver: Receiver) => ({
  'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
  // So that a test need not wait long for what a killed process held.
  'opensearch_watchkeeper.scheduler.lease_ttl_seconds': 4,
  'opensearch_watchkeeper.outbound.timeout_seconds': 1,
});

describe('a process that is killed between commit and delivery', () => {
  let cluster: TestCluster;
  let receiver: Receiver;
  let host: TestHost;

  beforeAll(async () => {
    cluster = await testCluster();
    receiver = await startReceiver();
  });

  afterAll(async () => {
    await host?.stop();
    await receiver?.close();
    await cluster?.clean();
  });

  it('loses no message: the next one sends it, under the same key', async () => {
    const index = cluster.uniqueName('k8s-logs');
    await createLogIndex(cluster, index);
    const setup = { clusterUrl: cluster.url, config: configFor(receiver) };
    const first = await startTestHost(setup);
    const before = product(first);
    await before.ready();
    const { id: destination } = await before.addWebhook(`${receiver.url}/hook`);
    const { id } = await before.addMonitor(logMonitor(index, destination));
    await waitFor('a first run', async () => (await before.runs(id)).length > 0);

    await receiver.close();
    await cluster.index(index, [logLine('just before the crash')]);
    const run = await waitFor('the commit', async () =>
      (await before.runs(id)).find(({ outcome }) => outcome === 'triggered')
    );
    const key = run.triggers?.[0].actions?.[0].message_id;
    await first.kill('SIGKILL');
    await receiver.reopen();

    host = await startTestHost({ ...setup, dataDir: first.dataDir });
    const [request] = await receiver.received(1);
    expect(request.body).toContain('just before the crash');
    expect(request.headers['x-watchkeeper-message-id']).toBe(key);

    const after = product(host);
    await waitFor('a run after the restart', async () => {
      const [latest] = await after.runs(id);
      return latest.scheduled_at > run.scheduled_at;
    });
    const windows = (await after.runs(id)).map(({ window }) => window).reverse();
    const holes = windows.slice(1).filter(({ start }, i) => start > windows[i].end);
    expect(holes).toEqual([]);
    const keys = receiver.requests.map(({ headers }) => headers['x-watchkeeper-message-id']);
    expect(new Set(keys)).toEqual(new Set([key]));
  });
});

describe('a cluster that is down when the host starts', () => {
  let cluster: OwnCluster;
  let receiver: Receiver;
  let host: TestHost;

  beforeAll(async () => {
    receiver = await startReceiver();
    cluster = await ownCluster();
  });

  afterAll(async () => {
    await host?.stop();
    await receiver?.close();
    await cluster?.stop();
  });

  it('does not keep the host down: it says so, and goes on by itself', async () => {
    await cluster.kill();
    host = await startTestHost({ clusterUrl: cluster.url, config: configFor(receiver) });
    const app = product(host);
    const page = await fetch(`${host.url}/app/watchkeeper_alerts`);
    expect(page.status).toBe(200);
    expect((await app.status()).cluster).toMatchObject({ reachable: false });
    const list = await host.api('GET', '/api/watchkeeper/monitors');
    expect(list.status).toBe(503);

    const again = await cluster.restart();
    await app.ready();
    expect((await app.status()).cluster).toMatchObject({ reachable: true });
    const index = again.uniqueName('k8s-logs');
    await createLogIndex(again, index);
    const { id: destination } = await app.addWebhook(`${receiver.url}/hook`);
    await app.addMonitor(logMonitor(index, destination));
    await again.index(index, [logLine('after all')]);
    const [request] = await receiver.received(1);
    expect(request.body).toContain('after all');
  });
});

describe('a cluster that is gone in the middle', () => {
  let cluster: OwnCluster;
  let receiver: Receiver;
  let host: TestHost;

  beforeAll(async () => {
    receiver = await startReceiver();
    cluster = await ownCluster();
    host = await startTestHost({ clusterUrl: cluster.url, config: configFor(receiver) });
  });

  afterAll(async () => {
    await host?.stop();
    await receiver?.close();
    await cluster?.stop();
  });

  const silent = 20_000;
  const pause = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));

  it.each([
    [
      'stopped and continued',
      async () => {
        process.kill(cluster.pid(), 'SIGSTOP');
        await pause(silent);
        process.kill(cluster.pid(), 'SIGCONT');
      },
    ],
    [
      'killed and started again',
      async () => {
        await cluster.kill();
        await pause(silent / 2);
        await cluster.restart();
      },
    ],
  ])('%s: what was missed is run, nothing is lost and nothing told twice', async (_how, go) => {
    receiver.requests.length = 0;
    const app = product(host);
    await app.ready();
    const index = cluster.uniqueName('k8s-logs');
    await createLogIndex(cluster, index);
    const { id: destination } = await app.addWebhook(`${receiver.url}/hook`);
    const every = (interval: number) => ({
      schedule: { period: { interval, unit: 'SECONDS' as const } },
      // However long a slow cluster takes to be back.
      catch_up: { policy: 'replay' as const, most: 1000 },
    });
    const monitors = [
      await app.addMonitor(lineTeller([index], destination, every(2))),
      await app.addMonitor(lineTeller([index], undefined, every(5))),
    ];
    for (const { id } of monitors) {
      await waitFor('a first run', async () => (await app.runs(id)).length > 0);
    }
    await cluster.index(index, [logLine('just before')]);
    await go();
    await waitFor('the cluster to be back', async () => (await app.status()).cluster.reachable);
    await cluster.index(index, [logLine('just after')]);
    await waitFor('both lines', () => tellings(receiver.requests).size === 2);

    const back = Date.now();
    for (const { id } of monitors) {
      await waitFor('the present', async () => (await app.runs(id))[0].scheduled_at > back);
      const rows = (await app.runs(id)).reverse();
      // A window that could not be evaluated is reached back to by the next one.
      const holes = rows.slice(1).filter(({ window }, i) => window.start > rows[i].window.end);
      expect(holes).toEqual([]);
      expect(rows[rows.length - 1].outcome).not.toBe('error');
    }
    expect(Object.fromEntries(tellings(receiver.requests))).toEqual({
      'just before': 1,
      'just after': 1,
    });
  });
});
