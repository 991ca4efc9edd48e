import { z } from 'zod';
import { invalidInput } from '../../common/errors';
import { MONITORS_PATH } from '../../common/monitors/api';
import { runAtQuerySchema } from '../../common/monitors/explain_run';
import { historyQuerySchema } from '../../common/monitors/history/history';
import { instantOf } from '../../common/time_range';
import type { Span } from '../../common/time_range';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { AddRoute } from '../http/types';
import { readHistory } from './history';
import { monitorRepository } from './monitor_repository';
import { readRunAt } from './run_at';

const DAY = 86_400_000;
const MOST_DAYS = 400;

export interface HistoryRoutesDeps {
  cluster: Cluster;
  clock: Clock;
  /** Milliseconds for which runs are kept. */
  keptFor: number;
}

const idSchema = z.object({ id: z.string().min(1) });

const spanOf = (query: { from: string; to: string }, now: number): Span => {
  const from = instantOf(query.from, now) ?? now - DAY;
  const to = instantOf(query.to, now) ?? now;
  if (from >= to) {
    throw invalidInput([{ field: 'from', message: 'The beginning must be before the end.' }]);
  }
  if (to - from > MOST_DAYS * DAY) {
    throw invalidInput([{ field: 'from', message: `Ask for ${MOST_DAYS} days at most.` }]);
  }
  return { from, to };
};

/**
 * Routes that tell how a monitor was.
 *
 * @param deps Asked for with each request: routes are registered before the services are there.
 */
export const registerHistoryRoutes = (addRoute: AddRoute, deps: () => HistoryRoutesDeps): void => {
  addRoute({
    method: 'get',
    path: `${MONITORS_PATH}/{id}/history`,
    privilege: 'read',
    params: idSchema,
    query: historyQuerySchema,
    handler: async ({ params: { id }, query, savedObjects }) => {
      const { cluster, clock, keptFor } = deps();
      const now = clock.now();
      const { monitor } = await monitorRepository(savedObjects).get(id);
      return readHistory({ cluster, id, monitor, span: spanOf(query, now), now, keptFor });
    },
  });

  addRoute({
    method: 'get',
    path: `${MONITORS_PATH}/{id}/runs/_at`,
    privilege: 'read',
    params: idSchema,
    query: runAtQuerySchema,
    handler: async ({ params: { id }, query, savedObjects }) => {
      const { cluster, clock, keptFor } = deps();
      const now = clock.now();
      const { monitor } = await monitorRepository(savedObjects).get(id);
      const instant = instantOf(query.instant, now) ?? now;
      return readRunAt({ cluster, id, monitor, instant, now, keptFor });
    },
  });
};
