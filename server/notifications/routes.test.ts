import { WatchkeeperError } from '../../common/errors';
import type { AddRoute, Call } from '../http/types';
import { registerDestinationRoutes } from './routes';

type Handler = (call: Call<unknown, unknown, unknown>) => Promise<unknown>;

const NO_SERVICES: Parameters<typeof registerDestinationRoutes>[1] = () => {
  throw new Error('Nothing may be asked of the services.');
};

const routesOf = (services = NO_SERVICES) => {
  const routes = new Map<string, { privilege: string; handler: Handler }>();
  const addRoute: AddRoute = ({ method, path, privilege, handler }) => {
    routes.set(`${method} ${path}`, { privilege, handler: handler as Handler });
  };
  registerDestinationRoutes(addRoute, services);
  return routes;
};

const BASE = '/api/watchkeeper/destinations';

describe('the routes of destinations', () => {
  it('demand the right to write of whoever changes or tries something', () => {
    const privileges = [...routesOf()].map(([route, { privilege }]) => [route, privilege]);
    expect(Object.fromEntries(privileges)).toEqual({
      [`get ${BASE}`]: 'read',
      [`get ${BASE}/{id}`]: 'read',
      [`get ${BASE}/{id}/_incidents`]: 'read',
      [`post ${BASE}`]: 'write',
      [`put ${BASE}/{id}`]: 'write',
      [`delete ${BASE}/{id}`]: 'write',
      [`post ${BASE}/_test`]: 'write',
      [`post ${BASE}/{id}/_test`]: 'write',
    });
  });

  it.each([`post ${BASE}`, `put ${BASE}/{id}`, `delete ${BASE}/{id}`])(
    'refuse to write in a tenant that the scheduler does not read: %s',
    async (name) => {
      const call = { caller: { tenant: 'mine' } } as unknown as Parameters<Handler>[0];
      const handle = async () => routesOf().get(name)?.handler(call);
      await expect(handle()).rejects.toThrow(WatchkeeperError);
      await expect(handle()).rejects.toThrow(/global tenant only, and you are in "mine"/);
    }
  );

  it('write down who sent a test message where, whatever the receiver said', async () => {
    const acts: unknown[] = [];
    const services = {
      destinations: { preview: async () => ({ destination: { name: 'Ops' } }) },
      sendTest: async () => ({ ok: false, status: 404, answer: 'no_service', took: 1 }),
      audit: { record: async (told: unknown[]) => void acts.push(...told) },
    } as unknown as ReturnType<typeof NO_SERVICES>;
    const call = { params: { id: 'd1' }, body: { subject: 'S' }, caller: { name: 'jane' } };
    const handle = routesOf(() => services).get(`post ${BASE}/{id}/_test`)?.handler;
    const answer = await handle?.(call as unknown as Parameters<Handler>[0]);
    expect(answer).toMatchObject({ ok: false, status: 404 });
    expect(acts).toEqual([
      { who: 'jane', what: 'destination.tested', object_id: 'd1', name: 'Ops' },
    ]);
  });
});
