import { z } from 'zod';
import {
  MONITORS_PATH,
  restoreMonitorSchema,
  saveMonitorSchema,
  updateMonitorSchema,
} from '../../common/monitors/api';
import type { MonitorRecord, MonitorVersion } from '../../common/monitors/api';
import { BULK_PATH, bulkSchema } from '../../common/monitors/bulk';
import type { BulkAnswer } from '../../common/monitors/bulk';
import { monitorSchema } from '../../common/monitors/monitor';
import { parseInput } from '../../common/parse';
import type { Audit } from '../audit/types';
import type { Notes } from '../http/notes';
import type { AddRoute, Call } from '../http/types';
import type { MonitorReader } from '../storage/monitor_reader';
import type { VersionStore } from '../storage/version_store';
import { doInBulk } from './bulk';
import { findVersion, listVersions } from './monitor_versions';
import { monitorRepository } from './monitor_repository';
import type { SavedMonitor } from './monitor_repository';
import { toRecord } from './read_monitor';
import type { ReadDeps } from './read_monitor';
import { MAX_MONITOR_BYTES } from './routes';
import type { SaveContext, SaveVerbs } from './save_monitor';

const idSchema = z.object({ id: z.string().min(1) });
const ONE = `${MONITORS_PATH}/{id}`;

export type SaveRoutesDeps = ReadDeps & {
  verbs: SaveVerbs;
  reader: MonitorReader;
  versions: VersionStore;
  audit: Audit;
};

type AnyCall = Pick<Call<unknown, unknown, unknown>, 'caller' | 'cluster' | 'savedObjects'>;

const contextOf = ({ caller, cluster, savedObjects }: AnyCall): SaveContext => ({
  caller,
  asCaller: cluster,
  repository: monitorRepository(savedObjects),
});

/** Routes that change a monitor. */
export const registerSaveRoutes = (
  addRoute: AddRoute,
  deps: () => SaveRoutesDeps,
  notes: Notes
): void => {
  /** The list shows a change at once on the instance that made it. */
  const answer = async (saved: SavedMonitor): Promise<MonitorRecord> => {
    await deps().reader.lookNow();
    return toRecord(deps(), saved);
  };

  addRoute({
    method: 'post',
    path: MONITORS_PATH,
    privilege: 'write',
    body: saveMonitorSchema,
    maxBytes: MAX_MONITOR_BYTES,
    handler: async (call) => {
      const monitor = parseInput(monitorSchema, call.body.monitor);
      notes.put(call.request, { text: call.body.note });
      return answer(await deps().verbs.create(monitor, contextOf(call)));
    },
  });

  addRoute({
    method: 'put',
    path: ONE,
    privilege: 'write',
    params: idSchema,
    body: updateMonitorSchema,
    maxBytes: MAX_MONITOR_BYTES,
    handler: async (call) => {
      const { version, note } = call.body;
      const monitor = parseInput(monitorSchema, call.body.monitor);
      notes.put(call.request, { text: note });
      return answer(await deps().verbs.update(call.params.id, version, monitor, contextOf(call)));
    },
  });

  addRoute({
    method: 'delete',
    path: ONE,
    privilege: 'write',
    params: idSchema,
    handler: async (call) => {
      await deps().verbs.remove(call.params.id, contextOf(call));
      await deps().reader.lookNow();
    },
  });

  addRoute({
    method: 'post',
    path: BULK_PATH,
    privilege: 'write',
    body: bulkSchema,
    handler: async (call): Promise<BulkAnswer> => {
      const answered = await doInBulk(deps().verbs, call.body, contextOf(call));
      await deps().reader.lookNow();
      return answered;
    },
  });

  const verbRoute = (
    verb: string,
    act: (id: string, context: SaveContext) => Promise<SavedMonitor>
  ): void =>
    addRoute({
      method: 'post',
      path: `${ONE}/${verb}`,
      privilege: 'write',
      params: idSchema,
      handler: async (call) => answer(await act(call.params.id, contextOf(call))),
    });

  verbRoute('_enable', (id, context) => deps().verbs.setEnabled(id, true, context));
  verbRoute('_disable', (id, context) => deps().verbs.setEnabled(id, false, context));
  verbRoute('_adopt', async (id, context) => {
    const adopted = await deps().verbs.adopt(id, context);
    const { name: who } = context.caller;
    const { name } = adopted.monitor;
    await deps().audit.record([
      { what: 'monitor.adopted', object_id: id, name, ...(who ? { who } : {}) },
    ]);
    return adopted;
  });

  addRoute({
    method: 'get',
    path: `${ONE}/versions`,
    privilege: 'read',
    params: idSchema,
    handler: async ({ params, savedObjects }): Promise<MonitorVersion[]> => {
      // Who may not read the monitor may not read what it was.
      await monitorRepository(savedObjects).get(params.id);
      return listVersions(deps().versions, params.id);
    },
  });

  addRoute({
    method: 'post',
    path: `${ONE}/_restore`,
    privilege: 'write',
    params: idSchema,
    body: restoreMonitorSchema,
    handler: async (call) => {
      const { id } = call.params;
      const { version_id: versionId, version } = call.body;
      const { monitor, at } = await findVersion(deps().versions, id, versionId);
      notes.put(call.request, {
        text: `Restored from ${new Date(at).toISOString()}`,
        isRestore: true,
      });
      return answer(await deps().verbs.update(id, version, monitor, contextOf(call)));
    },
  });
};
