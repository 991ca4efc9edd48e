import { z } from 'zod';
import { invalidInput } from '../../../common/errors';
import { HEARTBEATS_PATH } from '../../../common/monitors/heartbeat/api';
import type { HeartbeatRecord, MadeToken } from '../../../common/monitors/heartbeat/api';
import type { HeartbeatFacts } from '../../../common/monitors/heartbeat/pings';
import { heartbeatStanding } from '../../../common/monitors/heartbeat/standing';
import type { HeartbeatMonitor } from '../../../common/monitors/monitor';
import type { Audit } from '../../audit/types';
import type { Clock } from '../../clock';
import { demandGlobalTenant } from '../../http/tenant';
import type { AddRoute, Call } from '../../http/types';
import { monitorRepository } from '../monitor_repository';
import type { HeartbeatDocument, HeartbeatStore } from './heartbeat_store';
import { newSecret, tokenOf } from './tokens';

const idSchema = z.object({ id: z.string().min(1) });

export interface HeartbeatRoutesDeps {
  store: HeartbeatStore;
  clock: Clock;
  audit: Pick<Audit, 'record'>;
}

type AnyCall = Pick<Call<unknown, unknown, unknown>, 'savedObjects'>;

/** As the caller: who may not read the monitor, may not read its pings. */
const heartbeatOf = async ({ savedObjects }: AnyCall, id: string): Promise<HeartbeatMonitor> => {
  const { monitor } = await monitorRepository(savedObjects).get(id);
  if (monitor.monitor_type === 'heartbeat_monitor') return monitor;
  throw invalidInput([{ field: 'id', message: `${monitor.name} is no heartbeat.` }]);
};

/** How a heartbeat is at this moment. */
export const heartbeatRecord = (
  monitor: HeartbeatMonitor,
  document: HeartbeatDocument | undefined,
  now: number
): HeartbeatRecord => {
  const facts: HeartbeatFacts = document ?? { pings: [] };
  const standing = heartbeatStanding({
    input: monitor.inputs[0],
    enabled: monitor.enabled,
    enabledAt: monitor.enabled_time ?? 0,
    facts,
    now,
  });
  const { state, lastPing, startedAt, expectedAt, deadline, silence } = standing;
  return {
    state,
    ...(document
      ? {
          token: {
            made_at: document.made_at,
            ...(document.made_by ? { made_by: document.made_by } : {}),
          },
        }
      : {}),
    ...(lastPing === undefined ? {} : { last_ping: lastPing }),
    ...(startedAt === undefined ? {} : { started_at: startedAt }),
    ...(expectedAt === undefined ? {} : { expected_at: expectedAt }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(silence ? { silence } : {}),
    pings: facts.pings,
    ...(facts.message ? { message: facts.message } : {}),
  };
};

/** Routes of people; those of callers are in `ping_routes.ts`. */
export const registerHeartbeatRoutes = (
  addRoute: AddRoute,
  deps: () => HeartbeatRoutesDeps
): void => {
  addRoute({
    method: 'get',
    path: `${HEARTBEATS_PATH}/{id}`,
    privilege: 'read',
    params: idSchema,
    handler: async (call): Promise<HeartbeatRecord> => {
      const { store, clock } = deps();
      const { id } = call.params;
      const monitor = await heartbeatOf(call, id);
      return heartbeatRecord(monitor, (await store.read([id])).get(id), clock.now());
    },
  });

  addRoute({
    method: 'post',
    path: `${HEARTBEATS_PATH}/{id}/_token`,
    privilege: 'write',
    params: idSchema,
    handler: async (call): Promise<MadeToken> => {
      const { store, clock, audit } = deps();
      const { id } = call.params;
      const { name: who } = call.caller;
      demandGlobalTenant(call.caller);
      const { name } = await heartbeatOf(call, id);
      const secret = newSecret();
      await store.setSecret(id, secret, { at: clock.now(), ...(who ? { by: who } : {}) });
      await audit.record([
        { what: 'monitor.token_made', object_id: id, name, ...(who ? { who } : {}) },
      ]);
      return { token: tokenOf({ monitorId: id, secret }) };
    },
  });
};
