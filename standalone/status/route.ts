import type { Server } from '@hapi/hapi';
import type { ServiceStatus } from 'opensearch-dashboards/server';
import { first } from 'rxjs/operators';
import type { StatusService } from './status';

export interface StatusRouteOptions {
  name: string;
  uuid: string;
  version: string;
  buildNum: number;
  pluginId: string;
}

/** `GET /api/status` in the form of Dashboards: overall state, and one entry a service. */
export function addStatusRoute(
  server: Server,
  status: StatusService,
  { name, uuid, version, buildNum, pluginId }: StatusRouteOptions
): void {
  server.route({
    method: 'GET',
    path: '/api/status',
    handler: async () => {
      const overall = await status.overall$.pipe(first()).toPromise();
      const plugin = `plugin:${pluginId}@${version}`;
      return {
        name,
        uuid,
        version: { number: version, build_number: buildNum, build_hash: '', build_snapshot: false },
        status: {
          overall: entry('overall', overall),
          statuses: [
            entry(`core:opensearch@${version}`, status.opensearch$.value),
            entry(`core:savedObjects@${version}`, status.savedObjects$.value),
            entry(plugin, status.plugin$.value),
          ],
        },
      };
    },
  });
}

const STATES: Record<string, string> = {
  available: 'green',
  degraded: 'yellow',
  unavailable: 'red',
  critical: 'red',
};

function entry(id: string, { level, summary, detail }: ServiceStatus) {
  return { id, state: STATES[level.toString()], message: summary, detail };
}
