import type { Alert, AlertEvent } from '../../common/alerts/alert';
import type { MonitorInput } from '../../common/monitors/monitor';
import type { TestCluster } from '../support/cluster';
import type { TestHost } from '../support/host';
import { createLogIndex, logLine, logMonitor } from '../support/product';
import type { Product, Wrong } from '../support/product';
import type { Receiver } from '../support/receiver';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { waitFor } from '../support/wait_for';

const ALERTS = '/api/watchkeeper/alerts';
const BASE_URL = 'https://watch.example.com/base';
/** Long enough for a run to see it, short enough to wait for. Milliseconds. */
const SHORT = 8000;

let scene: Scene;
let cluster: TestCluster;
let host: TestHost;
let app: Product;
let receiver: Receiver;
let destination: string;
let index: string;

beforeAll(async () => {
  scene = await startScene({ 'opensearch_watchkeeper.public_base_url': `${BASE_URL}/` });
  ({ cluster, host, app, receiver } = scene);
  destination = (await app.addWebhook(`${receiver.url}/hook`)).id;
});

afterAll(() => scene?.end());

beforeEach(async () => {
  index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
  receiver.requests.length = 0;
});

/** A monitor whose condition is this, and whose message names the alert and links to it. */
const monitor = (source: string, severity: '1' | '3' = '3'): MonitorInput => {
  const always = logMonitor(index, destination);
  const [{ query_level_trigger: trigger }] = always.triggers;
  trigger.condition.script.source = source;
  trigger.severity = severity;
  for (const action of trigger.actions) {
    action.message_template = {
      source: 'id={{ctx.alert.id}} link={{ctx.alert.url}} of={{ctx.monitor.url}}',
    };
  }
  return always;
};

const alertOf = (id: string, state: string) =>
  waitFor(`an alert that is ${state}`, async () => {
    const [alert] = await app.alerts(`state=${state}&monitor_id=${id}`);
    return alert;
  });

const add = async (input: MonitorInput, state = 'active'): Promise<Alert> => {
  const { id } = await app.addMonitor(input);
  return alertOf(id, state);
};

const post = async (path: string, body: object) => {
  const answer = await host.api(`POST`, `${ALERTS}/${path}`, body);
  return answer.body;
};

const named = ({ id, monitor_id }: Alert) => ({ alerts: [{ id, monitor_id }] });

const heldBack = ({ monitor_id: id }: Alert) =>
  waitFor('a run that held back', async () => {
    const [latest] = await app.runs(id);
    return latest?.triggers?.[0].actions?.[0].outcome === 'held_back';
  });

const eventOf = ({ id }: Alert, what: string, matches: (event: AlertEvent) => boolean) =>
  waitFor(what, async () => (await app.alert(id)).events.find(matches));

/** Messages of this alert that come from now on. */
const messageAgain = async ({ id }: Alert) => {
  const before = receiver.requests.length;
  await waitFor('a message again', () =>
    receiver.requests.slice(before).some(({ body }) => body.includes(`id=${id} `))
  );
};

describe('an acknowledgement', () => {
  it('holds messages back until its time is over; then they come again, with their links', async () => {
    const alert = await add(monitor('true'));
    const [{ body }] = await receiver.received(1, (request) => request.body.includes(alert.id));
    expect(body).toContain(`link=${BASE_URL}/app/watchkeeper_alerts/${alert.id}`);
    expect(body).toContain(`of=${BASE_URL}/app/watchkeeper_monitors/${alert.monitor_id}`);

    const until = Date.now() + SHORT;
    const said = { ...named(alert), comment: 'Restarting it', until };
    expect(await post('_acknowledge', said)).toEqual({ acknowledged: [alert.id], failed: [] });
    expect((await app.alert(alert.id)).alert).toMatchObject({
      state: 'acknowledged',
      acknowledged_comment: 'Restarting it',
      acknowledged_until: until,
    });
    await heldBack(alert);

    await eventOf(alert, 'the end', ({ reason }) => reason === 'The acknowledgement has ended.');
    await messageAgain(alert);
    const { alert: again, events } = await app.alert(alert.id);
    expect(again.state).toBe('active');
    expect(again).not.toHaveProperty('acknowledged_until');
    expect(events.map(({ to, comment }) => [to, comment])).toEqual([
      ['active', undefined],
      ['acknowledged', 'Restarting it'],
      ['active', undefined],
    ]);
    await app.remove(alert.monitor_id);
  });

  it('ends when the severity rises', async () => {
    const alert = await add(monitor('true', '3'));
    await post('_acknowledge', named(alert));
    await heldBack(alert);
    const { version } = await app.monitor(alert.monitor_id);
    const { status } = await app.update(alert.monitor_id, version, monitor('true', '1'));
    expect(status).toBe(200);
    await eventOf(alert, 'the rise', ({ reason }) => reason === 'The severity has risen.');
    await messageAgain(alert);
    expect((await app.alert(alert.id)).alert).toMatchObject({ state: 'active', severity: '1' });
    await app.remove(alert.monitor_id);
  });

  it('is taken back: messages come again', async () => {
    const alert = await add(monitor('true'));
    await post('_acknowledge', named(alert));
    await heldBack(alert);
    expect(await post('_unacknowledge', named(alert))).toEqual({
      unacknowledged: [alert.id],
      failed: [],
    });
    await messageAgain(alert);
    expect(await post('_unacknowledge', named(alert))).toEqual({
      unacknowledged: [],
      failed: [{ id: alert.id, reason: 'The alert is not acknowledged.' }],
    });
    await app.remove(alert.monitor_id);
  });

  it('is good for a lack of data, too', async () => {
    const silent = monitor('ctx.results[0].hits.total.value > 0');
    silent.triggers[0].query_level_trigger.no_data = 'alert';
    const alert = await add(silent, 'no_data');
    await post('_acknowledge', named(alert));
    await heldBack(alert);
    await post('_unacknowledge', named(alert));
    expect((await app.alert(alert.id)).alert.state).toBe('no_data');
    await app.remove(alert.monitor_id);
  });

  it('is refused with its reason', async () => {
    const chosen = { alerts: [{ id: 'nothing.1.0', monitor_id: 'nothing' }] };
    expect(await post('_acknowledge', chosen)).toEqual({
      acknowledged: [],
      failed: [{ id: 'nothing.1.0', reason: 'The alert is not open any more.' }],
    });
    const past = (await post('_acknowledge', { ...chosen, until: 1 })) as unknown as Wrong;
    expect(past).toMatchObject({
      statusCode: 400,
      attributes: { problems: [{ field: 'until', message: 'The end must be in the future.' }] },
    });
    const long = await post('_acknowledge', { ...chosen, comment: 'x'.repeat(2001) });
    expect(long).toMatchObject({ statusCode: 400 });
  });
});

describe('a comment', () => {
  it('stands in the story, while the alert is open and after it has ended', async () => {
    const alert = await add(monitor('true'));
    const path = `${alert.id}/comments`;
    expect(await post(path, { comment: 'Looks like DNS' })).toMatchObject({
      comment: 'Looks like DNS',
      from: 'active',
      to: 'active',
    });
    const { version } = await app.monitor(alert.monitor_id);
    await app.update(alert.monitor_id, version, monitor('false'));
    await eventOf(alert, 'the end', ({ to }) => to === 'completed');
    await post(path, { comment: 'It was DNS' });
    const { events, alert: ended } = await app.alert(alert.id);
    expect(ended.state).toBe('completed');
    expect(events.flatMap(({ comment }) => comment ?? [])).toEqual([
      'Looks like DNS',
      'It was DNS',
    ]);
    expect(await post('no-such-alert/comments', { comment: 'Hello' })).toMatchObject({
      statusCode: 404,
    });
    await app.remove(alert.monitor_id);
  });
});

describe('the list of alerts', () => {
  it('is narrowed to a trigger, to a group, and by a part of a group', async () => {
    const containers = ['checkout-1', 'checkout-2', 'cart'];
    await cluster.index(
      index,
      containers.map((name) => ({ ...logLine('x'), kubernetes: { container_name: name } }))
    );
    const sources = [{ container: { terms: { field: 'kubernetes.container_name' } } }];
    const query = { size: 0, query: { match_all: {} }, aggs: { by: { composite: { sources } } } };
    const trigger = (id: string) => ({
      bucket_level_trigger: {
        ...{ id, name: id, severity: '2', actions: [] },
        condition: {
          ...{ parent_bucket_path: 'by', buckets_path: { n: '_count' } },
          script: { source: 'params.n > 0' },
        },
      },
    });
    const { body } = await app.tryAddMonitor({
      ...{ name: 'Grouped', enabled: true, monitor_type: 'bucket_level_monitor' },
      ...{ schedule: { period: { interval: 3, unit: 'SECONDS' } }, query_delay_seconds: 1 },
      inputs: [{ search: { indices: [index], query: JSON.stringify(query) } }],
      triggers: [trigger('one'), trigger('two')],
    });
    const listed = async (more: string): Promise<string[]> =>
      (await app.alerts(`state=open&monitor_id=${body.id}&per_page=100&${more}`))
        .map(({ trigger_name: name, group }) => `${name} ${group?.[0].value}`)
        .sort();
    await waitFor('an alert a group and trigger', async () => (await listed('')).length === 6);
    expect(await listed('trigger_id=one')).toEqual([
      'one cart',
      'one checkout-1',
      'one checkout-2',
    ]);
    expect(await listed('group=cart')).toEqual(['one cart', 'two cart']);
    expect(await listed('group=car')).toEqual([]);
    expect(await listed('search=CHECKOUT&trigger_id=two')).toEqual([
      'two checkout-1',
      'two checkout-2',
    ]);
    await app.remove(body.id);
  });
});
