import { z } from 'zod';
import {
  MONITORS_PATH,
  dryRunSchema,
  evaluateConditionSchema,
  monitorsQuerySchema,
  runQuerySchema,
  runsQuerySchema,
} from '../../common/monitors/api';
import type { QueryRun } from '../../common/monitors/api';
import type { AddRoute } from '../http/types';
import { dryRun } from './dry_run';
import type { Heartbeats } from './heartbeats/heartbeat_reader';
import type { OtherMonitors } from './kinds/prepared';
import { listMonitors } from './list_monitors';
import type { ListDeps } from './list_monitors';
import { monitorRepository } from './monitor_repository';
import { toRecord, toRunsPage } from './read_monitor';
import type { ReadDeps } from './read_monitor';
import { runQuery } from './run_query';
import type { ScriptBudget } from './script_budget';
import { tryCondition } from './try_condition';

/** A condition is asked together with the whole answer that it is about. */
const MAX_ANSWER_BYTES = 25 * 1024 * 1024;

/** A query may name tens of thousands of terms; the host's own limit is 1 MiB. */
export const MAX_MONITOR_BYTES = 10 * 1024 * 1024;

const idSchema = z.object({ id: z.string().min(1) });

export type MonitorRoutesDeps = ListDeps &
  ReadDeps & {
    timeoutSeconds: number;
    scripts: ScriptBudget;
    monitors: OtherMonitors;
    heartbeats: Heartbeats;
  };

/**
 * Routes that read monitors and try out what is not saved yet.
 *
 * @param deps Asked for with each request: routes are registered before the services are there.
 */
export const registerMonitorRoutes = (addRoute: AddRoute, deps: () => MonitorRoutesDeps): void => {
  addRoute({
    method: 'get',
    path: MONITORS_PATH,
    privilege: 'read',
    query: monitorsQuerySchema,
    handler: ({ query }) => listMonitors(deps(), query),
  });

  addRoute({
    method: 'get',
    path: `${MONITORS_PATH}/{id}`,
    privilege: 'read',
    params: idSchema,
    handler: async ({ params, savedObjects }) =>
      toRecord(deps(), await monitorRepository(savedObjects).get(params.id)),
  });

  addRoute({
    method: 'get',
    path: `${MONITORS_PATH}/{id}/runs`,
    privilege: 'read',
    params: idSchema,
    query: runsQuerySchema,
    handler: ({ params, query }) => toRunsPage(deps(), params.id, query),
  });

  addRoute({
    method: 'post',
    path: `${MONITORS_PATH}/_run`,
    privilege: 'read',
    body: runQuerySchema,
    maxBytes: MAX_MONITOR_BYTES,
    handler: ({ body, cluster }): Promise<QueryRun> => {
      const { clock, timeoutSeconds } = deps();
      const end = clock.now() - body.query_delay_seconds * 1000;
      const window = { start: end - body.interval_ms, end };
      return runQuery(cluster, body.input, window, timeoutSeconds);
    },
  });

  addRoute({
    method: 'post',
    path: `${MONITORS_PATH}/_dry_run`,
    privilege: 'read',
    body: dryRunSchema,
    maxBytes: MAX_MONITOR_BYTES,
    handler: ({ body, cluster }) => {
      const { clock, timeoutSeconds, scripts, monitors, heartbeats } = deps();
      return dryRun({ cluster, timeoutSeconds, scripts, monitors, heartbeats }, body, clock.now());
    },
  });

  addRoute({
    method: 'post',
    path: `${MONITORS_PATH}/_condition`,
    privilege: 'read',
    body: evaluateConditionSchema,
    maxBytes: MAX_ANSWER_BYTES,
    handler: ({ body, cluster }) => tryCondition(cluster, body, deps().scripts),
  });
};
