import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  IRouter,
  OpenSearchDashboardsRequest,
  RequestHandler,
} from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../../common/errors';
import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../../cluster/testing/test_clock';
import { createHeartbeatStore } from './heartbeat_store';
import type { HeartbeatDocument } from './heartbeat_store';
import { registerPingRoutes } from './ping_routes';
import { newSecret, tokenOf } from './tokens';

/** What an Alertmanager sent for the Watchdog of Prometheus, recorded. */
const watchdog = JSON.parse(
  readFileSync(join(__dirname, '../../../test/fixtures/alertmanager/watchdog-001.json'), 'utf8')
) as { body: unknown };

const BASE = '/api/watchkeeper/heartbeats/ping';
const WARY = { validate: expect.anything(), path: expect.any(String) };

interface Registered {
  options: unknown;
  handler: RequestHandler;
}

const room = async () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const store = createHeartbeatStore(cluster);
  const secret = newSecret();
  await store.setSecret('m1', secret, { at: 0 });
  const routes = new Map<string, Registered>();
  const add = (method: string) => (route: { path: string }, handler: RequestHandler) => {
    routes.set(`${method} ${route.path}`, { options: route, handler });
  };
  registerPingRoutes({ get: add('get'), post: add('post') } as unknown as IRouter, {
    store: () => store,
    clock,
    logger: silentLogger,
  });
  const response = { custom: (answer: unknown) => answer };
  const call = async (route: string, request: Partial<OpenSearchDashboardsRequest>) => {
    const { handler } = routes.get(route) ?? {};
    if (!handler) throw new Error(`There is no route ${route}`);
    const { statusCode, body } = (await handler(
      {} as never,
      { headers: {}, params: {}, body: undefined, ...request } as OpenSearchDashboardsRequest,
      response as never
    )) as unknown as { statusCode: number; body: Buffer };
    return [statusCode, body.toString()];
  };
  const token = tokenOf({ monitorId: 'm1', secret });
  const stored = () => cluster.doc<HeartbeatDocument>('.watchkeeper-heartbeats-v1', 'm1');
  return { cluster, clock, routes, call, token, stored };
};

describe('the routes of pings', () => {
  it('demand neither login nor header, and take any body', async () => {
    const { routes } = await room();
    expect([...routes.keys()].sort()).toEqual(
      ['get', 'post'].flatMap((method) =>
        ['', '/fail', '/start', '/{token}', '/{token}/fail', '/{token}/start'].map(
          (path) => `${method} ${BASE}${path}`
        )
      )
    );
    for (const [name, { options }] of routes) {
      const open = name.startsWith('get')
        ? { authRequired: false }
        : {
            authRequired: false,
            xsrfRequired: false,
            body: expect.objectContaining({ parse: false }),
          };
      expect(options).toEqual({ ...WARY, options: open });
    }
  });

  it('take what Alertmanager sends for the Watchdog as a ping, and keep it', async () => {
    const { call, token, stored } = await room();
    const answer = await call(`post ${BASE}`, {
      headers: { authorization: `Bearer ${token}` },
      body: Buffer.from(JSON.stringify(watchdog.body)),
    });
    expect(answer).toEqual([200, 'OK\n']);
    expect(stored()?.pings).toMatchObject([{ kind: 'success' }]);
    expect(JSON.parse(stored()?.message?.text ?? '')).toEqual(watchdog.body);
  });

  it('tell kinds by the end of the path', async () => {
    const { call, token, stored } = await room();
    for (const end of ['/start', '/fail', '']) {
      await call(`get ${BASE}/{token}${end}`, { params: { token } });
    }
    expect(stored()?.pings.map(({ kind }) => kind)).toEqual(['start', 'fail', 'success']);
  });

  it('say the same of a wrong token as of none', async () => {
    const { call, stored, cluster } = await room();
    const wrong = tokenOf({ monitorId: 'm1', secret: newSecret() });
    const answers = await Promise.all([
      call(`get ${BASE}`, {}),
      call(`get ${BASE}/{token}`, { params: { token: wrong } }),
      call(`get ${BASE}/{token}`, { params: { token: '../../etc' } }),
      call(`post ${BASE}`, { headers: { authorization: 'Basic b3BzOng=' } }),
    ]);
    for (const answer of answers) expect(answer).toEqual([404, 'No such heartbeat.\n']);
    expect(stored()?.pings).toEqual([]);
    expect(cluster.docs('.watchkeeper-heartbeats')).toHaveLength(1);
  });

  it('ask the cluster no more for who guesses on, and still take pings', async () => {
    const { call, token, cluster } = await room();
    await call(`get ${BASE}/{token}`, { params: { token } });
    const guess = () =>
      call(`get ${BASE}/{token}`, {
        params: { token: tokenOf({ monitorId: 'm1', secret: newSecret() }) },
      });
    const statuses: unknown[] = [];
    for (let i = 0; i < 80; i++) statuses.push((await guess())[0]);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30);
    const asked = cluster.requests.length;
    expect((await guess())[0]).toBe(429);
    expect(cluster.requests).toHaveLength(asked);
    expect((await call(`get ${BASE}/{token}`, { params: { token } }))[0]).toBe(200);
  });

  it('ask to try again where the ping could not be written down', async () => {
    const { call, token, cluster } = await room();
    cluster.request = async () => {
      throw new WatchkeeperError('cluster_unreachable', 'gone');
    };
    expect((await call(`get ${BASE}/{token}`, { params: { token } }))[0]).toBe(503);
  });
});
