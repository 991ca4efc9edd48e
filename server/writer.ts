import type { IClusterClient, OpenSearchDashboardsRequest } from 'opensearch-dashboards/server';
import type { Clock } from './clock';
import { createCluster } from './cluster/cluster';
import type { Identity } from './http/identity';
import type { Notes } from './http/notes';
import { demandGlobalTenant } from './http/tenant';
import { prove } from './monitors/prove';
import type { ProofDeps } from './monitors/prove';
import type { Writer } from './storage/guard/follow_up';

/** Who writes saved objects by a request. */
export const writerOf = async (
  client: IClusterClient,
  request: OpenSearchDashboardsRequest,
  identity: Identity,
  notes: Notes,
  deps: Pick<ProofDeps, 'scripts' | 'monitors'> & { clock: Clock }
): Promise<Writer> => {
  const cluster = createCluster(client.asScoped(request).asCurrentUser);
  const caller = await identity.callerOf(cluster, request);
  const { name, may } = caller;
  const { text: note, isRestore } = notes.of(request);
  return {
    ...(name ? { name } : {}),
    ...(note ? { note } : {}),
    ...(isRestore ? { isRestore } : {}),
    demandTenant: () => demandGlobalTenant(caller),
    mayWrite: may.write,
    prove: async (monitor, id) => {
      const { clock, scripts, monitors } = deps;
      await prove(monitor, { cluster, scripts, monitors, now: clock.now(), id });
    },
  };
};
