import { hashPassword } from '../../scripts/setup/password_hash.mjs';
import { basicHeader } from '../../standalone/auth/principal';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { send } from '../support/http';
import { waitFor } from '../support/wait_for';

interface Inbox {
  messages: Array<{ id: number; headers: Record<string, string>; body: string }>;
}

describe('the built host beyond loopback, on a cluster without security', () => {
  let cluster: TestCluster;
  let host: TestHost;

  beforeAll(async () => {
    cluster = await testCluster();
    host = await startTestHost({
      clusterUrl: cluster.url,
      flags: ['--host', '0.0.0.0', '--demo'],
      config: { auth: { user: 'ops', password_hash: await hashPassword('correct horse') } },
    });
  });
  afterAll(async () => {
    await host?.stop();
    // Of the demo.
    await cluster?.request('DELETE', '/k8s-logs-*');
    await cluster?.request('DELETE', '/_index_template/watchkeeper-demo-k8s-logs');
    await cluster?.clean();
  });

  const get = <T>(path: string, headers: Record<string, string> = {}) =>
    send<T>(host.url + path, 'GET', undefined, headers);
  const basic = { authorization: basicHeader('ops', 'correct horse') };

  it('lets nobody in without a login, and its user with one', async () => {
    expect((await get('/api/watchkeeper/monitors')).status).toBe(401);
    expect((await get('/api/saved_objects/_find?type=watchkeeper-monitor')).status).toBe(401);
    const wrong = { authorization: basicHeader('ops', 'wrong') };
    expect((await get('/api/watchkeeper/monitors', wrong)).status).toBe(401);
    expect((await get('/api/watchkeeper/status', basic)).status).toBe(200);

    const page = await fetch(`${host.url}/app/watchkeeper_alerts`, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
    });
    expect(page.headers.get('location')).toBe('/login?next=%2Fapp%2Fwatchkeeper_alerts');
    const login = await send<{ next: string }>(
      `${host.url}/login`,
      'POST',
      { username: 'ops', password: 'correct horse', next: '/app/watchkeeper_alerts' },
      { 'osd-xsrf': 'login' }
    );
    expect(login.body).toEqual({ next: '/app/watchkeeper_alerts' });
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0];
    expect((await get('/app/watchkeeper_alerts', { cookie })).status).toBe(200);
    expect((await get('/api/watchkeeper/status', { cookie })).status).toBe(200);
  });

  it('takes pings of heartbeats from whoever has their token, without a login', async () => {
    const { body } = await send<{ id: string }>(
      `${host.url}/api/watchkeeper/monitors`,
      'POST',
      {
        monitor: {
          ...{ name: 'Backup', enabled: true, monitor_type: 'heartbeat_monitor', triggers: [] },
          schedule: { period: { interval: 1, unit: 'MINUTES' } },
          inputs: [
            {
              heartbeat: {
                period: { interval: 1, unit: 'DAYS' },
                grace: { interval: 0, unit: 'DAYS' },
              },
            },
          ],
        },
      },
      { ...basic, 'osd-xsrf': 'test' }
    );
    const heartbeats = `${host.url}/api/watchkeeper/heartbeats`;
    const path = `${heartbeats}/${body.id}/_token`;
    expect((await send(path, 'POST', undefined, { 'osd-xsrf': 'test' })).status).toBe(401);
    const made = await send<{ token: string }>(path, 'POST', undefined, {
      ...basic,
      'osd-xsrf': 'test',
    });
    const authorization = `Bearer ${made.body.token}`;
    const ping = await fetch(`${heartbeats}/ping`, { method: 'POST', headers: { authorization } });
    expect([ping.status, await ping.text()]).toEqual([200, 'OK\n']);
    // It opens nothing else.
    expect((await get('/api/watchkeeper/monitors', { authorization })).status).toBe(401);
  });

  it('sets up its demo, whose messages arrive without a login', async () => {
    expect((await get('/demo/inbox/messages')).status).toBe(401);
    const messages = await waitFor(
      'a message of the demo',
      async () => {
        const answer = await get<Inbox>('/demo/inbox/messages', basic);
        return answer.body.messages.length > 0 && answer.body.messages;
      },
      { timeout: 170_000 }
    );
    expect(messages[0].headers).toHaveProperty('x-watchkeeper-message-id');
  });
});

it('the built host refuses to listen beyond loopback where nobody could log in', async () => {
  const cluster = await testCluster();
  const start = startTestHost({ clusterUrl: cluster.url, flags: ['--host', '0.0.0.0'] });
  await expect(start).rejects.toThrow(/ended with code 1[^]*npm run hash-password/);
});
