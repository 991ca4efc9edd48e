import type { Alert } from '../../common/alerts/alert';
import type { DestinationRecord } from '../../common/notifications/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type { MonitorInput } from '../../common/monitors/monitor';
import alertmanagerRecorded from '../fixtures/receivers/alertmanager_post.json';
import closeRecorded from '../fixtures/receivers/opsgenie_close.json';
import createRecorded from '../fixtures/receivers/opsgenie_create.json';
import resolveRecorded from '../fixtures/receivers/pagerduty_resolve.json';
import triggerRecorded from '../fixtures/receivers/pagerduty_trigger.json';
import { createLogIndex, logMonitor } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { ReceivedRequest, Receiver } from '../support/receiver';
import { startScene } from '../support/scene';
import type { Scene } from '../support/scene';
import { waitFor } from '../support/wait_for';

/** One alert fires, is acknowledged and ends; every kind that keeps an incident is told of it as its receiver wants it. */

type Json = Record<string, unknown>;

interface Call extends ReceivedRequest {
  json: Json;
}

/** Where the incident stands: what each receiver has heard, in order. */
const STEPS = ['firing', 'acknowledged', 'resolved'] as const;

interface Case {
  type: string;
  settings(url: string): object;
  secrets: object;
  /** How the vendor answers. */
  answer: { status: number; body: string };
  check(calls: readonly Call[]): void;
}

const keysOf = (value: unknown): string[] => Object.keys(value as object);
const has = (sent: unknown, recorded: unknown): void =>
  expect(keysOf(sent)).toEqual(expect.arrayContaining(keysOf(recorded)));
const all = <T>(calls: readonly Call[], read: (call: Call) => T): T[] => calls.map(read);

const SLACK_ANSWER = '{"ok":true,"channel":"C123","ts":"1503435956.000247","message":{}}';

const CASES: readonly Case[] = [
  {
    type: 'pagerduty',
    settings: (url) => ({ api_url: url }),
    secrets: { routing_key: 'R0UT1NG' },
    answer: { status: 202, body: '{"status":"success","message":"Event processed"}' },
    check: (calls) => {
      const [trigger, , resolve] = calls;
      expect(all(calls, ({ json }) => json.event_action)).toEqual([
        'trigger',
        'acknowledge',
        'resolve',
      ]);
      expect(new Set(all(calls, ({ json }) => json.dedup_key)).size).toBe(1);
      expect(new Set(all(calls, ({ path }) => path))).toEqual(new Set(['/v2/enqueue']));
      has(trigger.json, triggerRecorded.body);
      has(trigger.json.payload, triggerRecorded.body.payload);
      has(resolve.json.payload, resolveRecorded.body.payload);
      expect(trigger.json).toMatchObject({ routing_key: 'R0UT1NG' });
    },
  },
  {
    type: 'opsgenie',
    settings: (url) => ({ api_url: `${url}/opsgenie`, tags: ['prod'] }),
    secrets: { api_key: 'K' },
    answer: { status: 202, body: '{"result":"Request will be processed","took":0.1}' },
    check: (calls) => {
      const [create, , close] = calls;
      const alias = String(create.json.alias);
      const closed = closeRecorded.path.replace(/[0-9a-f]{64}/, alias);
      expect(all(calls, ({ path }) => path)).toEqual([
        createRecorded.path,
        closed.replace('/close', '/acknowledge'),
        closed,
      ]);
      has(create.json, createRecorded.body);
      has(close.json, closeRecorded.body);
      expect(new Set(all(calls, ({ headers }) => headers.authorization))).toEqual(
        new Set(['GenieKey K'])
      );
    },
  },
  {
    type: 'slack_bot',
    settings: (url) => ({ api_url: url, channel: '#ops' }),
    secrets: { token: 'xoxb-1' },
    answer: { status: 200, body: SLACK_ANSWER },
    check: (calls) => {
      expect(all(calls, ({ path }) => path)).toEqual([
        '/api/chat.postMessage',
        '/api/chat.update',
        '/api/chat.update',
      ]);
      const place = { channel: 'C123', ts: '1503435956.000247' };
      expect(calls[0].json).toMatchObject({ channel: '#ops' });
      expect(calls[1].json).toMatchObject(place);
      expect(calls[2].json).toMatchObject(place);
      const colors = all(
        calls,
        ({ json }) => (json.attachments as Array<{ color: string }>)[0].color
      );
      expect(new Set(colors).size).toBe(3);
    },
  },
  {
    type: 'alertmanager',
    settings: (url) => ({ urls: [url] }),
    secrets: {},
    answer: { status: 200, body: '' },
    check: (calls) => {
      const alerts = all(calls, ({ json }) => (json as unknown as Json[])[0]);
      has(alerts[0], alertmanagerRecorded[0].body[0]);
      expect(alerts[0].labels).toMatchObject({ alertname: 'Any error', severity: '1' });
      expect(alerts[1].labels).toEqual(alerts[0].labels);
      expect(alerts[2].labels).toEqual(alerts[0].labels);
      expect(Date.parse(String(alerts[1].endsAt))).toBeGreaterThan(Date.now());
      expect(Date.parse(String(alerts[2].endsAt))).toBeLessThanOrEqual(Date.now());
    },
  },
  {
    type: 'sns',
    settings: (url) => ({
      target: 'arn:aws:sns:eu-central-1:123456789012:alerts.fifo',
      api_url: url,
    }),
    secrets: { access_key_id: 'AKIAEXAMPLE', secret_access_key: 'secret-access-key' },
    answer: { status: 200, body: '<PublishResponse></PublishResponse>' },
    check: ([publish]) => {
      expect(Object.fromEntries(new URLSearchParams(publish.body))).toMatchObject({
        ...{ Action: 'Publish', Subject: 'Firing: Any error' },
        MessageGroupId: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(publish.headers.authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-central-1\/sns\/aws4_request, /
      );
    },
  },
];

const FOLLOWING = CASES.filter(({ type }) => type !== 'sns');

let scene: Scene;
const receivers = new Map<string, Receiver>();
let index: string;
let records: string;

const receiverOf = (type: string): Receiver => {
  const receiver = receivers.get(type);
  if (!receiver) throw new Error(`There is no receiver for ${type}.`);
  return receiver;
};

const add = async (type: string, settings: object, secrets: object): Promise<string> => {
  const form = { type, name: type, ...settings, secrets };
  const { status, body } = await scene.host.api<DestinationRecord>('POST', DESTINATIONS_PATH, form);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
};

const callsOf = (type: string): Call[] =>
  receiverOf(type).requests.map((request) => ({
    ...request,
    json: /^[[{]/.test(request.body) ? JSON.parse(request.body) : {},
  }));

const documents = async (): Promise<Json[]> => {
  await scene.cluster.request('POST', `/${records}-*/_refresh?ignore_unavailable=true`);
  const { body } = await scene.cluster.request('POST', `/${records}-*/_search`, {
    sort: [{ '@timestamp': 'asc' }],
  });
  const { hits } = body as { hits?: { hits: Array<{ _id: string; _source: Json }> } };
  return (hits?.hits ?? []).map(({ _source }) => _source);
};

const monitorTo = (ids: readonly string[], source: string): MonitorInput => {
  const monitor = logMonitor(index, undefined);
  const [{ query_level_trigger: trigger }] = monitor.triggers;
  trigger.condition.script.source = source;
  trigger.actions = ids.map((id, number) => ({
    ...{ id: `a${number}`, name: `Tell ${number}`, destination_id: id },
    ...{ throttle_enabled: true, throttle: { value: 60, unit: 'MINUTES' as const } },
  }));
  return monitor;
};

/** Receivers may hear of an alert before a search finds it. */
const activeAlertOf = (id: string) =>
  waitFor('the alert to be found', async () => {
    const [alert] = (await scene.app.alerts(`state=active&monitor_id=${id}`)) as Alert[];
    return alert;
  });

const heard = (step: (typeof STEPS)[number]) =>
  waitFor(`all to hear that it is ${step}`, async () => {
    const count = STEPS.indexOf(step) + 1;
    const told = FOLLOWING.every(({ type }) => receiverOf(type).requests.length >= count);
    return told && (await documents()).length >= count;
  });

beforeAll(async () => {
  scene = await startScene({
    'opensearch_watchkeeper.outbound.allow': ['127.0.0.1'],
    'opensearch_watchkeeper.public_base_url': 'https://watch.example.com',
  });
  for (const { type, answer } of CASES) {
    const receiver = await startReceiver();
    receiver.behave({ kind: 'answer', ...answer });
    receivers.set(type, receiver);
  }
  index = scene.cluster.uniqueName('k8s-logs');
  records = scene.cluster.uniqueName('alert-records');
  await createLogIndex(scene.cluster, index);
});

afterAll(async () => {
  await scene?.end();
  await Promise.all([...receivers.values()].map((receiver) => receiver.close()));
});

describe('an alert that fires, is acknowledged and ends', () => {
  it('is heard by every kind that keeps an incident, in this order', async () => {
    const { app } = scene;
    // What an earlier try of this test has sent is not of this one.
    receivers.forEach(({ requests }) => requests.splice(0));
    records = scene.cluster.uniqueName('alert-records');
    const ids = await Promise.all([
      ...CASES.map(({ type, settings, secrets }) =>
        add(type, settings(receiverOf(type).url), secrets)
      ),
      add('index', { index: `${records}-%Y` }, {}),
    ]);
    const { id } = await app.addMonitor(monitorTo(ids, 'true'));
    await heard('firing');
    await app.acknowledge(await activeAlertOf(id));
    await heard('acknowledged');
    const { version } = await app.monitor(id);
    const { status } = await app.update(id, version, monitorTo(ids, 'false'));
    expect(status).toBe(200);
    await heard('resolved');
    await app.remove(id);
    expect((await documents()).map(({ event }) => event)).toEqual([...STEPS]);
    for (const { type } of FOLLOWING) expect(callsOf(type)).toHaveLength(3);
  });

  it.each(CASES)('is told to $type as its receiver wants it', ({ type, check }) => {
    check(callsOf(type));
  });

  it('is refused for an index of the plugin or the cluster', async () => {
    const form = { type: 'index', name: 'Own', index: '.watchkeeper-alerts', secrets: {} };
    const { status, body } = await scene.host.api('POST', DESTINATIONS_PATH, form);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('begins with a dot');
  });
});
