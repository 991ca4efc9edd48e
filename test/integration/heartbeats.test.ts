import { setTimeout as sleep } from 'node:timers/promises';
import type { HeartbeatRecord, MadeToken } from '../../common/monitors/heartbeat/api';
import { HEARTBEATS_PATH, PING_PATH } from '../../common/monitors/heartbeat/api';
import { DEFAULT_HEARTBEAT_CONDITION } from '../../common/monitors/heartbeat/result';
import type { MonitorsPage } from '../../common/monitors/api';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

let room: EngineRoom;
/** Another instance, which runs nothing. */
let other: TestHost;

beforeAll(async () => {
  room = await EngineRoom.open();
  other = await startTestHost({
    clusterUrl: room.cluster.url,
    config: { 'opensearch_watchkeeper.scheduler.enabled': false },
  });
});

afterAll(async () => {
  await other?.stop();
  await room?.close();
});

beforeEach(() => room.begin());

afterEach(() => room.end());

const seconds = (interval: number) => ({ interval, unit: 'SECONDS' });

const heartbeat = (period: number) => ({
  name: 'Backup',
  enabled: true,
  monitor_type: 'heartbeat_monitor',
  schedule: { period: seconds(1) },
  query_delay_seconds: 0,
  inputs: [{ heartbeat: { period: seconds(period), grace: seconds(2) } }],
  triggers: [
    {
      query_level_trigger: {
        ...{ id: 't', name: 'Is silent', severity: '1' },
        condition: { script: { source: DEFAULT_HEARTBEAT_CONDITION } },
        actions: [
          {
            ...{ id: 'tell', name: 'Tell', destination_id: room.destination },
            message_template: { source: 'is {{ctx.results.0.state}}' },
            recovery_message_template: { source: 'was silent for {{ctx.results.0.silent_for}}' },
          },
        ],
      },
    },
  ],
});

const create = async (period: number, isKept = true): Promise<string> => {
  const { status, body } = await room.app.tryAddMonitor(heartbeat(period));
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  if (isKept) room.note(body.id);
  return body.id;
};

const makeToken = async (id: string): Promise<string> => {
  const { status, body } = await room.host.api<MadeToken>(
    'POST',
    `${HEARTBEATS_PATH}/${id}/_token`
  );
  expect(status).toBe(200);
  return body.token;
};

/** As a program does that knows nothing but a URL: without any header of ours. */
const call = async (host: TestHost, path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${host.url}${PING_PATH}${path}`, init);
  return { status: answer.status, text: await answer.text() };
};

const heartbeatOf = async (id: string): Promise<HeartbeatRecord> =>
  (await room.host.api<HeartbeatRecord>('GET', `${HEARTBEATS_PATH}/${id}`)).body;

const stateIs = (id: string, state: string) =>
  waitFor(`the heartbeat to be ${state}`, async () => (await heartbeatOf(id)).state === state);

const told = (text: string) =>
  waitFor(`a message "${text}"`, () =>
    room.receiver.requests.find(({ body }) => body.startsWith(text))
  );

const documents = async (): Promise<number> => {
  const { body } = await room.cluster.request<{ count?: number }>(
    'GET',
    '/.watchkeeper-heartbeats-v1/_count'
  );
  return body.count ?? 0;
};

it('Watchkeeper itself pings a destination as long as it works', async () => {
  const { status, body } = await room.host.api<{ id: string }>(
    'POST',
    '/api/watchkeeper/destinations',
    {
      ...{ type: 'heartbeat', name: 'Snitch', interval_seconds: 10, method: 'GET' },
      secrets: { url: `${room.receiver.url}/snitch` },
    }
  );
  expect(status).toBe(200);
  const isPing = ({ path }: { path: string }) => path === '/snitch';
  const [ping] = await room.receiver.received(2, isPing);
  expect(ping).toMatchObject({ method: 'GET', body: '' });
  const removed = await room.host.api('DELETE', `/api/watchkeeper/destinations/${body.id}`);
  expect(removed.status).toBeLessThan(300);
});

describe('a heartbeat', () => {
  it('is taken from whoever has its token, in the URL or a header, by any method, and from nobody else', async () => {
    const id = await create(600);
    expect(await heartbeatOf(id)).toEqual({
      state: 'pending',
      expected_at: expect.any(Number),
      deadline: expect.any(Number),
      pings: [],
    });
    const token = await makeToken(id);
    await room.must('POST', '/.watchkeeper-heartbeats-v1/_refresh');
    const before = await documents();

    expect(await call(room.host, `/${token}/start`)).toEqual({ status: 200, text: 'OK\n' });
    expect(await call(room.host, `/${token}`, { method: 'HEAD' })).toMatchObject({ status: 200 });
    const posted = await call(room.host, '/fail', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-unheard-of' },
      body: `disk is full${'x'.repeat(20_000)}`,
    });
    expect(posted).toEqual({ status: 200, text: 'OK\n' });
    const { pings, message, token: made } = await heartbeatOf(id);
    expect(pings.map(({ kind }) => kind)).toEqual(['start', 'success', 'fail']);
    expect(message?.text).toHaveLength(10_240);
    expect(made).toEqual({ made_at: expect.any(Number) });

    const wrong = `${id}.${'A'.repeat(22)}`;
    for (const path of [`/${wrong}`, '/nobody.AAAAAAAAAAAAAAAAAAAAAA', '/x', '']) {
      expect(await call(room.host, path, { method: 'POST' })).toEqual({
        status: 404,
        text: 'No such heartbeat.\n',
      });
    }
    await room.must('POST', '/.watchkeeper-heartbeats-v1/_refresh');
    expect(await documents()).toBe(before);
    expect(room.host.log()).not.toContain(token);

    const fresh = await makeToken(id);
    expect((await call(room.host, `/${token}`)).status).toBe(404);
    expect((await call(room.host, `/${fresh}`)).status).toBe(200);
  });

  it('alerts when it falls silent, over a restart, and recovers when it comes back to any instance', async () => {
    const id = await create(4);
    const token = await makeToken(id);
    expect((await call(other, `/${token}`)).status).toBe(200);
    await stateIs(id, 'healthy');
    await told('is missing');
    const { body: list } = await room.host.api<MonitorsPage>(
      'GET',
      '/api/watchkeeper/monitors?search=backup'
    );
    expect(list.items).toMatchObject([
      { id, heartbeat: { state: 'missing', last_ping: expect.any(Number) } },
    ]);

    await room.crash(3000);
    const alertsOf = async (state: string) =>
      (await room.app.alerts('state=all')).filter(
        (alert) => alert.monitor_id === id && alert.state === state
      );
    await sleep(3000);
    expect(await alertsOf('active')).toHaveLength(1);

    expect((await call(other, `/${token}`)).status).toBe(200);
    const { body } = await told('was silent for');
    expect(body).toMatch(/^was silent for \d+ (s|min)/);
    await waitFor('the alert to end', async () => (await alertsOf('completed')).length === 1);
  });

  it('alerts when the job says that it failed, and is paused with its monitor', async () => {
    const id = await create(600, false);
    const token = await makeToken(id);
    await call(room.host, `/${token}/fail`);
    await told('is failed');
    await call(room.host, `/${token}`);
    await told('was silent for');
    await room.app.verb(id, 'disable');
    await stateIs(id, 'paused');
    expect((await call(room.host, `/${token}`)).status).toBe(200);
    await room.app.remove(id);
    await waitFor('the token to be good for nothing', async () => {
      const { status } = await call(room.host, `/${token}`);
      return status === 404;
    });
  });
});
