import type { AddRoute } from '../http/types';
import { registerMonitorRoutes } from './routes';
import { registerSaveRoutes } from './save_routes';

const MIB = 1024 * 1024;

/** The largest body of each route that takes one, by method and path. */
const limits = (): Map<string, number> => {
  const found = new Map<string, number>();
  const addRoute: AddRoute = ({ method, path, body, maxBytes = MIB }) => {
    if (body) found.set(`${method} ${path}`, maxBytes);
  };
  const never = () => {
    throw new Error('No route is called here.');
  };
  registerMonitorRoutes(addRoute, never);
  registerSaveRoutes(addRoute, never, { put: never, of: never } as never);
  return found;
};

describe('the routes of monitors', () => {
  it.each([
    'post /api/watchkeeper/monitors',
    'put /api/watchkeeper/monitors/{id}',
    'post /api/watchkeeper/monitors/_run',
  ])('take a query of many terms: %s', (route) => {
    expect(limits().get(route)).toBeGreaterThanOrEqual(10 * MIB);
  });

  it('take the whole answer of a search that a condition is about', () => {
    expect(limits().get('post /api/watchkeeper/monitors/_condition')).toBe(25 * MIB);
  });
});
