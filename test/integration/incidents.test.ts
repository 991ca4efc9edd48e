import type { Alert } from '../../common/alerts/alert';
import type { MonitorInput } from '../../common/monitors/monitor';
import { createLogIndex, logMonitor } from '../support/product';
import type { Wrong } from '../support/product';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { waitFor } from '../support/wait_for';

const BASE = '/api/watchkeeper';
const BASE_URL = 'https://watch.example.com';

let scene: Scene;
let pager: string;
let index: string;

beforeAll(async () => {
  scene = await startScene({ 'opensearch_watchkeeper.public_base_url': BASE_URL });
  const { host, receiver } = scene;
  receiver.behave({ kind: 'answer', status: 202, body: '{"status":"success"}' });
  const { status, body } = await host.api<{ id: string }>('POST', `${BASE}/destinations`, {
    ...{ type: 'pagerduty', name: 'Pager', region: 'us', api_url: receiver.url },
    secrets: { routing_key: 'R'.repeat(32) },
  });
  expect([status, body]).toEqual([200, expect.objectContaining({ id: expect.any(String) })]);
  pager = body.id;
  index = scene.cluster.uniqueName('k8s-logs');
  await createLogIndex(scene.cluster, index);
});

afterAll(() => scene?.end());

/** Fires once, tells of new alerts only, and has no words of its own. */
const monitor = (source: string, message?: string): MonitorInput => {
  const always = logMonitor(index, pager, { runbook_url: 'https://wiki.example.com/pay' });
  const [{ query_level_trigger: trigger }] = always.triggers;
  trigger.condition.script.source = source;
  for (const action of trigger.actions) {
    delete action.subject_template;
    if (message === undefined) delete action.message_template;
    else action.message_template = { source: message };
    action.action_execution_policy = {
      action_execution_scope: { per_alert: { actionable_alerts: ['NEW'] } },
    };
  }
  return always;
};

interface Event {
  event_action: string;
  dedup_key: string;
  payload?: { summary: string };
}

const events = (): Event[] => scene.receiver.requests.map(({ body }) => JSON.parse(body) as Event);

const event = (action: string): Promise<Event> =>
  waitFor(`an event to ${action}`, async () =>
    events().find(({ event_action: told }) => told === action)
  );

const activeAlert = (id: string): Promise<Alert> =>
  waitFor('an active alert', async () => {
    const [alert] = await scene.app.alerts(`state=active&monitor_id=${id}`);
    return alert;
  });

describe('an incident at a destination that keeps one', () => {
  it('is opened without a template, acknowledged with the alert, and closed with the monitor', async () => {
    const { app, host, receiver } = scene;
    receiver.requests.length = 0;
    const { id } = await app.addMonitor(monitor('true'));
    const { id: alertId, monitor_id } = await activeAlert(id);
    const opened = await event('trigger');
    expect(opened.payload?.summary).toContain('Any error');
    expect(opened.dedup_key).toMatch(/^[0-9a-f]{64}$/);
    const { status } = await host.api('POST', `${BASE}/alerts/_acknowledge`, {
      ...{ alerts: [{ id: alertId, monitor_id }], comment: 'On it' },
    });
    expect(status).toBe(200);
    const seen = await event('acknowledge');
    await app.remove(id);
    const closed = await event('resolve');
    expect([seen.dedup_key, closed.dedup_key]).toEqual([opened.dedup_key, opened.dedup_key]);
    const { messages } = await app.alert(alertId);
    expect(messages.map(({ facts }) => facts?.event).sort()).toEqual([
      ...['acknowledged', 'firing', 'resolved'],
    ]);
    expect(messages[0].facts).toMatchObject({
      runbook_url: 'https://wiki.example.com/pay',
      url: `${BASE_URL}/app/watchkeeper_alerts/${alertId}`,
      own_text: false,
    });
  });
});

describe('a shared template', () => {
  const save = (template: object) => scene.host.api<Wrong>('POST', `${BASE}/templates`, template);

  it('is in what is sent, in its newest words, and stays while a message names it', async () => {
    const { app, host, receiver } = scene;
    receiver.requests.length = 0;
    const parts = { name: 'footer', message: 'Call {{ctx.monitor.name}} at 1' };
    expect((await save(parts)).status).toBe(200);
    expect((await save(parts)).body.attributes?.problems).toMatchObject([{ field: 'name' }]);
    const { id } = await app.addMonitor(monitor('true', 'Bad. {{> footer}}'));
    const { id: alertId } = await activeAlert(id);
    const [message] = await waitFor('its message', async () => {
      const { messages } = await app.alert(alertId);
      return messages.length > 0 ? messages : undefined;
    });
    expect(message).toMatchObject({
      message: 'Bad. Call Errors in containers at 1',
      facts: { own_text: true },
    });
    const refused = await host.api<Wrong>('DELETE', `${BASE}/templates/footer`);
    expect([refused.status, refused.body.message]).toEqual([
      409,
      expect.stringContaining('Errors in containers'),
    ]);
    await app.remove(id);
    await waitFor('the template to be free', async () => {
      const { status } = await host.api('DELETE', `${BASE}/templates/footer`);
      return status === 204;
    });
  });

  it('that is not sound is refused, also when it is written raw', async () => {
    const { host } = scene;
    const broken = { message: '{{#open}}' };
    expect((await save({ name: 'broken', ...broken })).body.attributes?.problems).toMatchObject([
      { field: 'message', line: 1 },
    ]);
    const { status } = await host.api('POST', '/api/saved_objects/watchkeeper-template/raw', {
      attributes: { title: 'raw', ...broken },
    });
    expect(status).toBe(400);
  });
});
