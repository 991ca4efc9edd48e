import type { ImportResult, ImportResults, ImportRow, TakeOverList } from '../../common/import/api';
import type { MonitorRecord } from '../../common/monitors/api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { createLogIndex, logLine, product } from '../support/product';
import type { Product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { recorded, startAlertingPlugin } from './alerting_plugin';
import type { AlertingPlugin } from './alerting_plugin';

const TAKE_OVER = '/api/watchkeeper/take_over';

type Fields = Record<string, unknown>;

let cluster: TestCluster;
let plugin: AlertingPlugin;
let host: TestHost;
let app: Product;
let receiver: Receiver;
let index: string;

/** A monitor that the real plugin holds, over an index that is here. */
const over = (name: string, envelope = 'monitor', change: Fields = {}): Fields => {
  const { body } = recorded(`monitors/${name}`).response;
  const text = JSON.stringify(body[envelope]).replaceAll('"app-logs"', `"${index}"`);
  return { ...(JSON.parse(text) as Fields), ...change };
};

const monitorHere = async (sourceId: string): Promise<MonitorRecord> =>
  app.monitor(`alerting-${sourceId}`);

const list = async (): Promise<Extract<TakeOverList, { available: true }>> => {
  const { body } = await host.api<TakeOverList>('GET', TAKE_OVER);
  if (!body.available) throw new Error(body.reason);
  return body;
};

const take = async (
  ids: string[],
  options: { disable_originals?: boolean; existing?: string } = {}
): Promise<ImportResult[]> => {
  const { status, body } = await host.api<ImportResults>('POST', TAKE_OVER, { ids, ...options });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
};

beforeAll(async () => {
  cluster = await testCluster();
  index = cluster.uniqueName('app-logs');
  await createLogIndex(cluster, index);
  await cluster.index(index, [logLine('one'), logLine('two')]);
  plugin = await startAlertingPlugin(cluster.url);
  receiver = await startReceiver();
  host = await startTestHost({
    clusterUrl: plugin.url,
    config: { 'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`] },
  });
  app = product(host);
  await app.ready();

  const { config_list: channels } = recorded('notifications/022-configs-list').response.body as {
    config_list: Fields[];
  };
  plugin.channels.push(
    ...(JSON.parse(
      JSON.stringify(channels).replaceAll('http://127.0.0.1:9299', receiver.url)
    ) as Fields[])
  );
});

afterAll(async () => {
  await host?.stop();
  await plugin?.close();
  await receiver?.close();
  await cluster?.clean();
});

describe('a list of what can be taken over', () => {
  it('names monitors, workflows and channels, each with what would become of it', async () => {
    plugin.add('monitor', 'listed', over('016-monitor-create-query-level'));
    plugin.add('monitor', 'mistaken', over('026-monitor-create-bad-type'));
    plugin.add('workflow', 'chained', over('098-workflow-get', 'workflow'));
    const { api, items, notes } = await list();
    const row = (key: string): ImportRow | undefined => items.find((each) => each.key === key);
    expect(api).toBe('/_plugins/_alerting');
    expect(notes).toEqual([]);
    expect(row('monitor:listed')).toMatchObject({
      kind: 'monitor',
      name: 'errors monitor',
      monitor_type: 'query_level_monitor',
      enabled: true,
      destination_ids: ['hookA'],
      problems: [],
    });
    expect(row('monitor:mistaken')?.warnings).toContainEqual(
      expect.objectContaining({ field: 'monitor_type', stops: true })
    );
    expect(row('workflow:chained')).toMatchObject({ monitor_type: 'composite_monitor' });
    expect(row('destination:hook1')).toMatchObject({
      kind: 'destination',
      name: 'local webhook',
      destination_type: 'webhook',
    });
    expect(row('destination:email1')).toMatchObject({ destination_type: 'email', problems: [] });
  });

  it('shows no secret of a channel', async () => {
    const { items } = await list();
    expect(JSON.stringify(items)).not.toContain('hooks.slack.com/services');
    expect(JSON.stringify(items)).not.toContain('hook?a=b');
  });

  it('goes through all pages', async () => {
    for (let i = 0; i < 620; i++) {
      plugin.add('monitor', `many-${i}`, over('016-monitor-create-query-level'));
    }
    const { items } = await list();
    expect(items.filter(({ key }) => key.startsWith('monitor:many-'))).toHaveLength(620);
  });

  it('says why there is none where the cluster has no such plugin', async () => {
    const bare = await startTestHost({ clusterUrl: cluster.url });
    const { status, body } = await bare.api<TakeOverList>('GET', TAKE_OVER);
    await bare.stop();
    expect(status).toBe(200);
    expect(body).toEqual({
      available: false,
      reason: expect.stringContaining('no Alerting plugin'),
    });
  });
});

describe('taking over', () => {
  it('brings a monitor with its destination, and the destination sends', async () => {
    const action = { throttle_enabled: false, destination_id: 'hook1' };
    const text = JSON.stringify(over('016-monitor-create-query-level'))
      .replaceAll('"destination_id":"hookA"', `"destination_id":"${action.destination_id}"`)
      .replace('total.value > 5', 'total.value > 1')
      .replace('"interval":1,"unit":"MINUTES"', '"interval":3,"unit":"SECONDS"');
    plugin.add('monitor', 'sends', JSON.parse(text) as Fields);
    const results = await take(['destination:hook1', 'monitor:sends'], { disable_originals: true });
    expect(results).toMatchObject([
      { key: 'destination:hook1', outcome: 'created', id: 'alerting-hook1' },
      { key: 'monitor:sends', outcome: 'created', enabled: true, original_enabled: false },
    ]);
    const [received] = await receiver.received(1, ({ path }) => path === '/hook?a=b');
    expect(received.headers['x-test']).toBe('1');
    expect(JSON.parse(received.body)).toMatchObject({ monitor: 'errors monitor', hits: 2 });
    await app.verb('alerting-sends', 'disable');
  });

  it('disables the original, and keeps everything else of it', async () => {
    const before = over('016-monitor-create-query-level');
    plugin.add('monitor', 'kept', before);
    await take(['monitor:kept'], { disable_originals: true });
    const after = plugin.held('kept')?.fields;
    expect(after).toMatchObject({
      enabled: false,
      name: before.name,
      inputs: before.inputs,
      triggers: before.triggers,
      ui_metadata: before.ui_metadata,
    });
    expect((await monitorHere('kept')).monitor.enabled).toBe(true);
    await app.verb('alerting-kept', 'disable');
  });

  it('leaves it disabled while the original runs', async () => {
    plugin.add('monitor', 'beside', over('016-monitor-create-query-level'));
    const [row] = await take(['monitor:beside']);
    expect(row).toMatchObject({ outcome: 'created', enabled: false, original_enabled: true });
    expect(plugin.held('beside')?.fields.enabled).toBe(true);
    expect((await monitorHere('beside')).monitor.enabled).toBe(false);
  });

  it('leaves it disabled and says so when the original cannot be disabled', async () => {
    plugin.add('monitor', 'stubborn', over('016-monitor-create-query-level'));
    plugin.refuse('stubborn');
    const [row] = await take(['monitor:stubborn'], { disable_originals: true });
    expect(row).toMatchObject({ outcome: 'created', enabled: false, original_enabled: true });
    expect(row.messages[0]).toContain('could not be disabled');
    expect(row.messages[0]).toContain('monitor/write');
    expect((await monitorHere('stubborn')).monitor.enabled).toBe(false);
  });

  it('does not end an original that could not run here', async () => {
    const gone = { ...over('016-monitor-create-query-level') };
    const text = JSON.stringify(gone).replaceAll(`"${index}"`, '"no-such-index"');
    plugin.add('monitor', 'nowhere', JSON.parse(text) as Fields);
    plugin.add('monitor', 'script', over('034-monitor-create-bad-painless-compile'));
    const rows = await take(['monitor:nowhere', 'monitor:script'], { disable_originals: true });
    expect(rows).toMatchObject([
      { outcome: 'created', enabled: false, original_enabled: true },
      { outcome: 'created', enabled: false, original_enabled: true },
    ]);
    expect(rows[0].messages.join()).toContain('no such index');
    expect(plugin.held('script')?.fields.enabled).toBe(true);
    expect((await monitorHere('script')).monitor.enabled).toBe(false);
  });

  it('a second time changes nothing, or replaces it where that is wanted', async () => {
    plugin.add('monitor', 'twice', over('016-monitor-create-query-level'));
    await take(['monitor:twice']);
    const { version, monitor } = await monitorHere('twice');
    await app.update('alerting-twice', version, { ...monitor, name: 'Mine' });
    const [kept] = await take(['monitor:twice']);
    expect(kept).toMatchObject({ outcome: 'kept', name: 'Mine' });
    expect((await monitorHere('twice')).monitor.name).toBe('Mine');
    const [replaced] = await take(['monitor:twice'], { existing: 'replace' });
    expect(replaced).toMatchObject({ outcome: 'replaced' });
    expect((await monitorHere('twice')).monitor.name).toBe('errors monitor');
    const row = (await list()).items.find(({ key }) => key === 'monitor:twice');
    expect(row?.existing).toEqual({ id: 'alerting-twice', name: 'errors monitor' });
  });

  it('goes on where a former one ended between the two', async () => {
    plugin.add('monitor', 'halfway', over('016-monitor-create-query-level'));
    await take(['monitor:halfway']);
    // The original was disabled, and then the power went.
    plugin.add(
      'monitor',
      'halfway',
      over('016-monitor-create-query-level', 'monitor', { enabled: false })
    );
    const [row] = await take(['monitor:halfway'], { disable_originals: true });
    expect(row).toMatchObject({ outcome: 'kept', enabled: true, original_enabled: false });
    expect((await monitorHere('halfway')).monitor.enabled).toBe(true);
    await app.verb('alerting-halfway', 'disable');
  });

  it('does not enable what was disabled there', async () => {
    plugin.add(
      'monitor',
      'idle',
      over('016-monitor-create-query-level', 'monitor', { enabled: false })
    );
    const [row] = await take(['monitor:idle'], { disable_originals: true });
    expect(row).toMatchObject({ enabled: false, original_enabled: false });
    expect(plugin.puts.some(({ id }) => id === 'idle')).toBe(false);
  });

  it('links a workflow to the monitors that came with it', async () => {
    const [doc, bucket] = ['1cTW_KEBtW2c8NjVtICz', 'zsTW_KEBtW2c8NjVtIAv'];
    plugin.add('monitor', doc, over('046-monitor-create-doc-level'));
    plugin.add('monitor', bucket, over('044-monitor-create-bucket-level'));
    const ids = ['workflow:chained', `monitor:${doc}`, `monitor:${bucket}`];
    const rows = await take(ids);
    expect(rows.map(({ outcome, messages }) => ({ outcome, messages }))).toEqual(
      rows.map(({ messages }) => ({ outcome: 'created', messages }))
    );
    const { monitor } = await monitorHere('chained');
    expect(JSON.stringify(monitor)).toContain(`monitor[id=alerting-${doc}]`);
    expect(monitor.inputs[0]).toMatchObject({
      composite_input: {
        sequence: {
          delegates: [{ monitor_id: `alerting-${doc}` }, { monitor_id: `alerting-${bucket}` }],
        },
      },
    });
    expect(monitor.enabled).toBe(false);
  });

  it('says of one that has gone meanwhile that it is gone', async () => {
    expect(await take(['monitor:nothing'])).toMatchObject([
      { outcome: 'refused', messages: [expect.stringContaining('not there')] },
    ]);
  });
});

describe('an Open Distro cluster', () => {
  it('is taken over from, too', async () => {
    const old = await startAlertingPlugin(cluster.url, '/_opendistro/_alerting');
    old.add('monitor', 'old', over('016-monitor-create-query-level'));
    old.destinations.push({
      ...{ id: 'd1', type: 'custom_webhook', name: 'Old hook', schema_version: 1 },
      custom_webhook: { scheme: 'HTTP', host: '127.0.0.1', port: receiver.port, path: 'old' },
    });
    // It runs beside the first one, and so owns a part of the monitors only.
    const other = await startTestHost({ clusterUrl: old.url });
    const { body } = await other.api<TakeOverList>('GET', TAKE_OVER);
    expect(body).toMatchObject({ available: true, api: '/_opendistro/_alerting' });
    const taken = await other.api<ImportResults>('POST', TAKE_OVER, {
      ids: ['destination:d1', 'monitor:old'],
      disable_originals: true,
    });
    expect(taken.body.items).toMatchObject([
      { outcome: 'created', id: 'alerting-d1' },
      { outcome: 'created', enabled: true, original_enabled: false },
    ]);
    await other.api('POST', '/api/watchkeeper/monitors/alerting-old/_disable', {});
    await other.stop();
    await old.close();
  });
});
