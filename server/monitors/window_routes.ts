import { z } from 'zod';
import { MONITORS_PATH } from '../../common/monitors/api';
import { windowsQuerySchema } from '../../common/monitors/windows';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { AddRoute } from '../http/types';
import { monitorRepository } from './monitor_repository';
import type { StateStore } from './state_store';
import { readWindows } from './windows';

export interface WindowRoutesDeps {
  cluster: Cluster;
  clock: Clock;
  states: Pick<StateStore, 'get'>;
}

/** @param deps Asked for with each request: routes are registered before the services are there. */
export const registerWindowRoutes = (addRoute: AddRoute, deps: () => WindowRoutesDeps): void => {
  addRoute({
    method: 'get',
    path: `${MONITORS_PATH}/{id}/windows`,
    privilege: 'read',
    params: z.object({ id: z.string().min(1) }),
    query: windowsQuerySchema,
    handler: async ({ params: { id }, query: { size }, cluster: asCaller, savedObjects }) => {
      const { cluster, clock, states } = deps();
      const { monitor } = await monitorRepository(savedObjects).get(id);
      return readWindows({ ...{ cluster, asCaller, states, id, monitor, size }, now: clock.now() });
    },
  });
};
