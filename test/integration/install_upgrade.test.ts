import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { DestinationRecord } from '../../common/notifications/api';
import { temporaryFolder, testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { createLogIndex, logLine, logMonitor, product } from '../support/product';
import type { Product, Wrong } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';

const PROJECT = resolve(__dirname, '..', '..');
const PLUGIN = join('build', 'opensearch-dashboards', 'watchkeeper');

/** The migrations of monitors and destinations, as they stand in the built server side. */
const MIGRATIONS = /migrations: \{ "0\.1\.0": \(doc\) => doc \}/g;
const NEWER_MIGRATIONS = `migrations: { "0.1.0": (doc) => doc, "9.9.0": (doc) => ({
  ...doc, attributes: { ...doc.attributes, title: doc.attributes.title + " (9.9)" } }) }`;

/**
 * The built host with a plugin of a later version.
 *
 * @param migrates it also brings saved objects to a newer form, which adds to their names
 */
function laterVersion(folder: string, { migrates }: { migrates: boolean }): string {
  const root = join(folder, migrates ? 'migrating' : 'same-form');
  mkdirSync(join(root, 'build', 'standalone'), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  const standalone = join('build', 'standalone');
  symlinkSync(join(PROJECT, standalone, 'page'), join(root, standalone, 'page'));
  const main = join(root, standalone, 'main.js');
  copyFileSync(join(PROJECT, standalone, 'main.js'), main);
  cpSync(join(PROJECT, PLUGIN), join(root, PLUGIN), { recursive: true });
  const manifestFile = join(root, PLUGIN, 'opensearch_dashboards.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, version: '9.9.0' }));
  if (migrates) {
    const serverFile = join(root, PLUGIN, 'server', 'index.js');
    const server = readFileSync(serverFile, 'utf8');
    expect(server.match(MIGRATIONS)?.length).toBeGreaterThanOrEqual(2);
    writeFileSync(serverFile, server.replace(MIGRATIONS, NEWER_MIGRATIONS));
  }
  return main;
}

describe('data, when the plugin is upgraded and downgraded', () => {
  const folder = temporaryFolder();
  const dataDir = temporaryFolder();
  let cluster: TestCluster;
  let receiver: Receiver;
  let index: string;
  let host: TestHost | undefined;
  let monitorId: string;
  let destinationId: string;

  const run = async (main?: string): Promise<{ app: Product; host: TestHost }> => {
    await host?.stop();
    host = await startTestHost({
      clusterUrl: cluster.url,
      dataDir,
      ...(main ? { main } : {}),
      config: {
        'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
        // So that a start need not wait long for what an end before it held.
        'opensearch_watchkeeper.scheduler.lease_ttl_seconds': 4,
      },
    });
    const app = product(host);
    await app.ready();
    return { app, host };
  };

  /** A line that is written now is told to the receiver. */
  const expectToWork = async (line: string): Promise<void> => {
    await cluster.index(index, [logLine(line)]);
    await receiver.received(1, ({ body }) => body.includes(line));
  };

  /** From the oldest run on: where a run does not start where the one before it ended. */
  const holesOf = async (app: Product): Promise<number> => {
    const windows = (await app.runs(monitorId)).map(({ window }) => window).reverse();
    return windows.slice(1).filter(({ start }, i) => start !== windows[i].end).length;
  };

  beforeAll(async () => {
    cluster = await testCluster();
    receiver = await startReceiver();
    index = cluster.uniqueName('k8s-logs');
    await createLogIndex(cluster, index);
  });

  afterAll(async () => {
    await host?.stop();
    await receiver?.close();
    await cluster?.clean();
    for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true });
  });

  it('stays, and monitors go on, in a later version and back in this one', async () => {
    const { app: first } = await run();
    destinationId = (await first.addWebhook(`${receiver.url}/hook`)).id;
    monitorId = (await first.addMonitor(logMonitor(index, destinationId))).id;
    await expectToWork('in this version');

    const { app: later, host: laterHost } = await run(laterVersion(folder, { migrates: false }));
    const { version } = await (await fetch(`${laterHost.url}/api/status`)).json();
    expect(version.number).toBe('9.9.0');
    expect((await later.monitor(monitorId)).authorisation).toBe('ok');
    await expectToWork('in a later version');

    const { app: back } = await run();
    await expectToWork('back in this version');
    expect(await holesOf(back)).toBe(0);
    expect((await back.alerts()).length).toBeGreaterThan(0);
  });

  it('is brought to the form of a later version, and goes on there', async () => {
    const { app, host: later } = await run(laterVersion(folder, { migrates: true }));
    expect((await app.monitor(monitorId)).monitor.name).toBe('Errors in containers (9.9)');
    const destination = await later.api<DestinationRecord>(
      'GET',
      `/api/watchkeeper/destinations/${destinationId}`
    );
    expect(destination.body).toMatchObject({ has_secrets: true });
    await expectToWork('in the newer form');
    const { version, monitor } = await app.monitor(monitorId);
    expect((await app.update(monitorId, version, monitor)).status).toBe(200);
  });

  it('is not touched by an older version that does not know its form, which says so', async () => {
    const { app, host: older } = await run();
    const refused = await older.api<Wrong>('GET', `/api/watchkeeper/monitors/${monitorId}`);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain('more recent version');
    const problem = await waitFor('the problem in the status', async () =>
      (await app.status()).problems.find((text) => text.includes(monitorId))
    );
    expect(problem).toContain('newer Watchkeeper (9.9.0)');
    const open = (await app.alerts('state=open')).map(({ id }) => id);

    const { app: again } = await run(join(folder, 'migrating', 'build', 'standalone', 'main.js'));
    expect((await again.monitor(monitorId)).monitor.name).toBe('Errors in containers (9.9)');
    await expectToWork('after all of it');
    const kept = (await again.alerts('state=all')).map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining(open));
    expect(await holesOf(again)).toBe(0);
  });
});

describe('own indices of a newer format', () => {
  let cluster: TestCluster;
  let host: TestHost | undefined;

  beforeAll(async () => {
    cluster = await testCluster();
  });

  afterAll(async () => {
    await host?.stop();
    await cluster?.clean();
  });

  it('are refused by name, and nothing is scheduled or written beside them', async () => {
    const newer = '.watchkeeper-states-v999';
    const mappings = { dynamic: false, _meta: { watchkeeper_format: 999 } };
    await cluster.request('PUT', `/${newer}`, { mappings });
    host = await startTestHost({ clusterUrl: cluster.url });
    const app = product(host);
    const problem = await waitFor('the refusal', async () => {
      const { scheduler } = await app.status();
      return scheduler.problem?.includes(newer) && scheduler.problem;
    });
    expect(problem).toContain('newer Watchkeeper');
    expect((await app.status()).scheduler.owned_partitions).toBe(0);
    const { body } = await cluster.request<Array<{ index: string }>>(
      'GET',
      '/_cat/indices/.watchkeeper-*?format=json&expand_wildcards=all'
    );
    const own = body.map((row) => row.index).filter((name) => !name.includes('saved-objects'));
    expect(own).toEqual([newer]);
  });
});
