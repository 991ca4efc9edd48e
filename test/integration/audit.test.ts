import type { AuditEntry } from '../../common/audit/entry';
import type { MonitorVersion } from '../../common/monitors/api';
import type { Page } from '../../common/page';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { createLogIndex, logMonitor, product } from '../support/product';
import type { Product } from '../support/product';
import { waitFor } from '../support/wait_for';

const BASE = '/api/watchkeeper';

let cluster: TestCluster;
let host: TestHost;
let app: Product;
let index: string;

beforeAll(async () => {
  cluster = await testCluster();
  host = await startTestHost({ clusterUrl: cluster.url });
  app = product(host);
  await app.ready();
  index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
});

afterAll(async () => {
  await host?.stop();
  await cluster?.clean();
});

const audit = async (query: string): Promise<AuditEntry[]> =>
  (await host.api<Page<AuditEntry>>('GET', `${BASE}/audit?${query}`)).body.items;

const whats = async (id: string): Promise<string[]> =>
  (await audit(`object_id=${id}&order=asc`)).map(({ what }) => what);

const named = (name: string) => logMonitor(index, undefined, { name });

it('tells the life of a monitor, with what people said', async () => {
  const { id } = await app.addMonitor(named('Audited'));
  await app.verb(id, 'disable');
  await app.verb(id, 'enable');
  const { version } = await app.monitor(id);
  await host.api('PUT', `${BASE}/monitors/${id}`, {
    ...{ version, monitor: named('Audited and renamed'), note: 'A better name' },
  });
  const { body: versions } = await host.api<MonitorVersion[]>(
    'GET',
    `${BASE}/monitors/${id}/versions`
  );
  await host.api('POST', `${BASE}/monitors/${id}/_restore`, {
    version_id: versions.at(-1)?.id,
    version: (await app.monitor(id)).version,
  });
  await app.verb(id, 'adopt');
  await app.remove(id);

  const entries = await audit(`object_id=${id}&order=asc`);
  expect(entries.map(({ what, name }) => [what, name])).toEqual([
    ['monitor.created', 'Audited'],
    ['monitor.disabled', 'Audited'],
    ['monitor.enabled', 'Audited'],
    ['monitor.updated', 'Audited and renamed'],
    ['monitor.restored', 'Audited'],
    ['monitor.adopted', 'Audited'],
    ['monitor.deleted', 'Audited'],
  ]);
  expect(entries[3].said).toBe('A better name');
  expect(entries.every(({ object_type: type, at }) => type === 'monitor' && at > 0)).toBe(true);
});

it('sees what is written past our own routes', async () => {
  const { monitor } = await app.addMonitor(named('By hand'));
  const { name: title, ...attributes } = monitor;
  const path = '/api/saved_objects/watchkeeper-monitor/by-hand';
  await host.api('POST', path, { attributes: { title, ...attributes, enabled: false } });
  await host.api('PUT', path, { attributes: { enabled: true } });
  await host.api('DELETE', path);
  expect(await whats('by-hand')).toEqual(['monitor.created', 'monitor.enabled', 'monitor.deleted']);
});

it('tells the life of a destination', async () => {
  const { id, version } = await app.addWebhook('https://example.com/audit');
  const { status } = await host.api('PUT', `${BASE}/destinations/${id}`, {
    ...{ type: 'webhook', name: 'Other', method: 'POST', version },
    secrets: { url: 'https://example.com/audit', headers: {} },
  });
  expect(status).toBe(200);
  await host.api('DELETE', `${BASE}/destinations/${id}`);
  expect(await whats(id)).toEqual([
    'destination.created',
    'destination.updated',
    'destination.deleted',
  ]);
});

it('tells what people did with alerts, and is searched, filtered, sorted and paged', async () => {
  const always = named('Always');
  always.triggers[0].query_level_trigger.condition.script.source = 'true';
  const { id } = await app.addMonitor(always);
  const alert = await waitFor('an alert', async () => (await app.alerts(`monitor_id=${id}`))[0]);
  const alerts = [{ id: alert.id, monitor_id: id }];
  const until = Date.now() + 600_000;
  const act = (path: string, body: object) => host.api('POST', `${BASE}/alerts/${path}`, body);
  await act('_acknowledge', { alerts, comment: 'Looking into the kraken', until });
  await act(`${alert.id}/comments`, { comment: 'Found it' });
  await act('_unacknowledge', { alerts });

  const entries = await audit(`object_id=${alert.id}&order=asc`);
  expect(entries).toMatchObject([
    {
      what: 'alert.acknowledged',
      name: 'Always › Any error',
      said: 'Looking into the kraken',
      details: { monitor_id: id, until },
    },
    { what: 'alert.commented', said: 'Found it', details: { monitor_id: id } },
    { what: 'alert.unacknowledged' },
  ]);
  expect((await audit('search=kraken')).map(({ what }) => what)).toEqual(['alert.acknowledged']);
  expect((await audit('search=ALWAYS&object_type=monitor')).map(({ what }) => what)).toEqual([
    'monitor.created',
  ]);
  expect(await audit('who=nobody')).toEqual([]);
  const times = (await audit('per_page=3&page=2')).map(({ at }) => at);
  expect(times).toHaveLength(3);
  expect([...times].sort((a, b) => b - a)).toEqual(times);
  const refused = await host.api('GET', `${BASE}/audit?sort=said`);
  expect(refused.status).toBe(400);
});
