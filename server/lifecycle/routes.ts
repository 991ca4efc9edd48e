import { z } from 'zod';
import {
  ENGINE_PATH,
  MANAGED_ACT_PATH,
  MANAGED_PATH,
  POLICIES_PATH,
  SIMULATE_PATH,
  SURROUNDINGS_PATH,
  deletePolicyQuerySchema,
  managedActSchema,
  managedHistoryQuerySchema,
  managedIndexParams,
  policiesQuerySchema,
  savePolicySchema,
  simulateSchema,
  surroundingsSchema,
} from '../../common/lifecycle/api';
import { MANAGED_REPAIR_PATH, managedRepairSchema } from '../../common/lifecycle/repair/repair_api';
import { FORECAST_PATH } from '../../common/lifecycle/forecast/forecast_api';
import type { AddRoute } from '../http/types';
import { readForecastFacts } from './forecast_facts';
import { managedDetail } from './managed_detail';
import { ManagedDesk } from './managed_desk';
import { engineFacts } from './native/dialect';
import { readManagedHistory } from './native/read_history';
import { simulateNative } from './native/simulate';
import { PolicyDesk } from './policy_desk';
import { Readings } from './readings';
import { repairManaged } from './repair/repair_managed';
import { readSurroundings } from './surroundings/read_surroundings';
import type { LifecycleAnswers, LifecycleDeps } from './types';

const ONE = `${POLICIES_PATH}/{id}`;
const idParams = z.object({ id: z.string().min(1).max(512) });

/** Ten thousand names of indices. */
const MOST_ACT_BYTES = 4 * 1024 * 1024;

interface Desks extends LifecycleDeps {
  readings: Readings;
  policies: PolicyDesk;
  managed: ManagedDesk;
}

const desksOver = (deps: LifecycleDeps): Desks => {
  const readings = new Readings(deps.clock);
  const policies = new PolicyDesk(readings, deps);
  return { ...deps, readings, policies, managed: new ManagedDesk(readings, deps) };
};

/**
 * Everything here is done as the calling user, so that the cluster decides who may do what.
 *
 * @returns what other rooms may ask
 */
export const registerLifecycleRoutes = (
  addRoute: AddRoute,
  deps: () => LifecycleDeps
): LifecycleAnswers => {
  let opened: Desks | undefined;
  const desks = (): Desks => (opened ??= desksOver(deps()));
  registerPolicies(addRoute, desks);
  registerManaged(addRoute, desks);
  return { readManaged: (by) => desks().readings.managedIfAny(by) };
};

const registerPolicies = (addRoute: AddRoute, desks: () => Desks): void => {
  addRoute({
    method: 'get',
    path: POLICIES_PATH,
    privilege: 'read',
    query: policiesQuerySchema,
    handler: (call) => desks().policies.list(call, call.query),
  });

  addRoute({
    method: 'get',
    path: ONE,
    privilege: 'read',
    params: idParams,
    handler: (call) => desks().policies.get(call, call.params.id),
  });

  addRoute({
    method: 'put',
    path: ONE,
    privilege: 'write',
    params: idParams,
    body: savePolicySchema,
    handler: (call) => desks().policies.save(call, call.params.id, call.body),
  });

  addRoute({
    method: 'delete',
    path: ONE,
    privilege: 'write',
    params: idParams,
    query: deletePolicyQuerySchema,
    handler: (call) => desks().policies.remove(call, call.params.id, call.query.force, call.query),
  });

  addRoute({
    method: 'get',
    path: `${ONE}/versions`,
    privilege: 'read',
    params: idParams,
    handler: (call) => desks().policies.versions(call, call.params.id),
  });
};

const registerManaged = (addRoute: AddRoute, desks: () => Desks): void => {
  addRoute({
    method: 'get',
    path: ENGINE_PATH,
    privilege: 'read',
    handler: ({ cluster }) => engineFacts(cluster),
  });

  addRoute({
    method: 'get',
    path: MANAGED_PATH,
    privilege: 'read',
    handler: (call) => desks().managed.list(call),
  });

  addRoute({
    method: 'post',
    path: MANAGED_ACT_PATH,
    privilege: 'write',
    body: managedActSchema,
    maxBytes: MOST_ACT_BYTES,
    handler: (call) => desks().managed.act(call, call.body),
  });

  addRoute({
    method: 'post',
    path: MANAGED_REPAIR_PATH,
    privilege: 'write',
    body: managedRepairSchema,
    handler: (call) => repairManaged(desks().readings, desks(), call, call.body),
  });

  addRoute({
    method: 'get',
    path: `${MANAGED_PATH}/{index}`,
    privilege: 'read',
    params: managedIndexParams,
    handler: (call) => {
      const { readings, clock } = desks();
      return managedDetail(readings, call, call.params.index, clock.now());
    },
  });

  addRoute({
    method: 'get',
    path: `${MANAGED_PATH}/{index}/history`,
    privilege: 'read',
    params: managedIndexParams,
    query: managedHistoryQuerySchema,
    handler: (call) => readManagedHistory(call.cluster, call.query.uuid),
  });

  addRoute({
    method: 'post',
    path: SIMULATE_PATH,
    privilege: 'read',
    body: simulateSchema,
    maxBytes: MOST_ACT_BYTES,
    handler: async ({ cluster, body }) => {
      const dialect = await desks().readings.demandDialect(cluster);
      return { steps: await simulateNative(cluster, dialect, body) };
    },
  });

  addRoute({
    method: 'get',
    path: FORECAST_PATH,
    privilege: 'read',
    handler: (call) => {
      const { readings, clock } = desks();
      return readForecastFacts(readings, call, clock.now());
    },
  });

  addRoute({
    method: 'post',
    path: SURROUNDINGS_PATH,
    privilege: 'read',
    body: surroundingsSchema,
    handler: (call) => {
      const { readings, clock } = desks();
      return readSurroundings(readings, call, call.body, clock.now());
    },
  });
};
