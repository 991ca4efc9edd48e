import { OVERVIEW_PATH } from '../../common/overview/overview';
import { SCHEDULER_PATH } from '../../common/overview/scheduler';
import type { AddRoute } from '../http/types';
import { createDestinationRepository } from '../storage/destination_repository';
import { wholeOverview } from './overview';
import type { WholeOverviewDeps } from './overview';
import { schedulerOverview } from './scheduler_overview';
import type { OverviewDeps } from './scheduler_overview';

export interface OverviewRoutesDeps {
  scheduler: OverviewDeps;
  whole: Omit<WholeOverviewDeps, 'destinationNames'>;
}

/** @param deps Asked for with each request: routes are registered before the services are there. */
export const registerOverviewRoutes = (
  addRoute: AddRoute,
  deps: () => OverviewRoutesDeps
): void => {
  addRoute({
    method: 'get',
    path: SCHEDULER_PATH,
    privilege: 'read',
    handler: () => schedulerOverview(deps().scheduler),
  });

  addRoute({
    method: 'get',
    path: OVERVIEW_PATH,
    privilege: 'read',
    handler: ({ savedObjects }) =>
      wholeOverview({
        ...deps().whole,
        destinationNames: (ids) => createDestinationRepository(savedObjects).names(ids),
      }),
  });
};
