import { WatchkeeperError } from '../../common/errors';
import type { AddRoute, Call } from '../http/types';
import { registerDestinationRoutes } from './routes';

type Handler = (call: Call<unknown, unknown, unknown>) => Promise<unknown>;

const routesOf = () => {
  const routes = new Map<string, { privilege: string; handler: Handler }>();
  const addRoute: AddRoute = ({ method, path, privilege, handler }) => {
    routes.set(`${method} ${path}`, { privilege, handler: handler as Handler });
  };
  registerDestinationRoutes(addRoute, () => {
    throw new Error('Nothing may be asked of the services.');
  });
  return routes;
};

const BASE = '/api/watchkeeper/destinations';

describe('the routes of destinations', () => {
  it('demand the right to write of whoever changes or tries something', () => {
    const privileges = [...routesOf()].map(([route, { privilege }]) => [route, privilege]);
    expect(Object.fromEntries(privileges)).toEqual({
      [`get ${BASE}`]: 'read',
      [`get ${BASE}/{id}`]: 'read',
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
});
