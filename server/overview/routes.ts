import { SCHEDULER_PATH } from '../../common/overview/scheduler';
import type { AddRoute } from '../http/types';
import { schedulerOverview } from './scheduler_overview';
import type { OverviewDeps } from './scheduler_overview';

/** @param deps Asked for with each request: routes are registered before the services are there. */
export const registerOverviewRoutes = (addRoute: AddRoute, deps: () => OverviewDeps): void =>
  addRoute({
    method: 'get',
    path: SCHEDULER_PATH,
    privilege: 'read',
    handler: () => schedulerOverview(deps()),
  });
