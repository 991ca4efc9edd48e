import { z } from 'zod';
import {
  MONITORS_PATH,
  evaluateConditionSchema,
  monitorsQuerySchema,
  runQuerySchema,
  runsQuerySchema,
  saveMonitorSchema,
  updateMonitorSchema,
} from '../../common/monitors/api';
import type { MonitorRecord, QueryRun } from '../../common/monitors/api';
import { monitorSchema } from '../../common/monitors/monitor';
import { parseInput } from '../../common/parse';
import type { AddRoute, Call } from '../http/types';
import type { MonitorReader } from '../storage/monitor_reader';
import { listMonitors } from './list_monitors';
import type { ListDeps } from './list_monitors';
import { monitorRepository } from './monitor_repository';
import type { SavedMonitor } from './monitor_repository';
import { toRecord, toRunsPage } from './read_monitor';
import type { ReadDeps } from './read_monitor';
import { runQuery } from './run_query';
import type { SaveContext, SaveVerbs } from './save_monitor';
import { tryCondition } from './try_condition';

const idSchema = z.object({ id: z.string().min(1) });

export type MonitorRoutesDeps = ListDeps &
  ReadDeps & { verbs: SaveVerbs; reader: MonitorReader; timeoutSeconds: number };

const contextOf = ({
  caller,
  cluster,
  savedObjects,
}: Pick<Call<unknown, unknown, unknown>, 'caller' | 'cluster' | 'savedObjects'>): SaveContext => ({
  caller,
  asCaller: cluster,
  repository: monitorRepository(savedObjects),
});

/** @param deps Asked for with each request: routes are registered before the services are there. */
export const registerMonitorRoutes = (addRoute: AddRoute, deps: () => MonitorRoutesDeps): void => {
  /** The list shows a change at once on the instance that made it. */
  const answer = async (saved: SavedMonitor): Promise<MonitorRecord> => {
    await deps().reader.lookNow();
    return toRecord(deps(), saved);
  };

  addRoute({
    method: 'get',
    path: MONITORS_PATH,
    privilege: 'read',
    query: monitorsQuerySchema,
    handler: ({ query }) => listMonitors(deps(), query),
  });

  addRoute({
    method: 'post',
    path: MONITORS_PATH,
    privilege: 'write',
    body: saveMonitorSchema,
    handler: async (call) =>
      answer(
        await deps().verbs.create(parseInput(monitorSchema, call.body.monitor), contextOf(call))
      ),
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
    method: 'put',
    path: `${MONITORS_PATH}/{id}`,
    privilege: 'write',
    params: idSchema,
    body: updateMonitorSchema,
    handler: async (call) => {
      const { version } = call.body;
      const monitor = parseInput(monitorSchema, call.body.monitor);
      return answer(await deps().verbs.update(call.params.id, version, monitor, contextOf(call)));
    },
  });

  addRoute({
    method: 'delete',
    path: `${MONITORS_PATH}/{id}`,
    privilege: 'write',
    params: idSchema,
    handler: async (call) => {
      await deps().verbs.remove(call.params.id, contextOf(call));
      await deps().reader.lookNow();
    },
  });

  const verbRoute = (
    verb: string,
    act: (id: string, context: SaveContext) => Promise<SavedMonitor>
  ): void =>
    addRoute({
      method: 'post',
      path: `${MONITORS_PATH}/{id}/${verb}`,
      privilege: 'write',
      params: idSchema,
      handler: async (call) => answer(await act(call.params.id, contextOf(call))),
    });

  verbRoute('_enable', (id, context) => deps().verbs.setEnabled(id, true, context));
  verbRoute('_disable', (id, context) => deps().verbs.setEnabled(id, false, context));
  verbRoute('_adopt', (id, context) => deps().verbs.adopt(id, context));

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
    handler: async ({ body, cluster }): Promise<QueryRun> => {
      const { clock, timeoutSeconds } = deps();
      const end = clock.now() - body.query_delay_seconds * 1000;
      const window = { start: end - body.interval_ms, end };
      return { ...(await runQuery(cluster, body.input, window, timeoutSeconds)), warnings: [] };
    },
  });

  addRoute({
    method: 'post',
    path: `${MONITORS_PATH}/_condition`,
    privilege: 'read',
    body: evaluateConditionSchema,
    handler: ({ body, cluster }) => tryCondition(cluster, body),
  });
};
