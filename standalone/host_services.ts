import type { Server } from '@hapi/hapi';
import type { Logger } from 'opensearch-dashboards/server';
import type { ClusterOptions } from './host_options';
import { createRouter } from './http/router';
import { clientOptions } from './opensearch/client';
import { ClusterClient, createCustomClient } from './opensearch/cluster_client';
import { ClusterWatch } from './opensearch/cluster_watch';
import { CapabilitiesService } from './plugin_loader/capabilities';
import type { CoreServices } from './plugin_loader/core';
import { addCapabilitiesRoute } from './plugin_loader/capabilities_route';
import { addSavedObjectRoutes } from './saved_objects/routes';
import { SavedObjectsService } from './saved_objects/service';
import { SERVICE_STATUS_LEVELS, StatusService } from './status/status';

export interface ServicesOptions {
  server: Server;
  basePath: string;
  cluster: ClusterOptions;
  log: Logger;
}

export interface HostServices {
  core: CoreServices;
  /** Looks for the cluster. Does not fail when it is not there. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Makes the host's services and their routes. */
export function createServices({ server, basePath, cluster, log }: ServicesOptions): HostServices {
  const options = clientOptions(cluster);
  const status = new StatusService();
  const client = new ClusterClient(options, log.get('opensearch', 'data'));
  const watch = new ClusterWatch(options, status.opensearch$, log.get('opensearch'));
  const savedObjects = new SavedObjectsService({
    client,
    log: log.get('savedobjects'),
    onReady: () =>
      status.savedObjects$.next({
        level: SERVICE_STATUS_LEVELS.available,
        summary: 'Saved objects are available',
      }),
  });
  const savedObjectsStart = savedObjects.start.bind(savedObjects);
  const router = createRouter({
    server,
    log: log.get('http'),
    createContext: (request) => ({
      core: {
        savedObjects: {
          client: savedObjectsStart().getScopedClient(request),
          typeRegistry: savedObjects.registry,
        },
        opensearch: { client: client.asScoped(request) },
      },
    }),
  });
  const capabilities = new CapabilitiesService();
  addSavedObjectRoutes(router);
  addCapabilitiesRoute(router, capabilities);
  const opensearch = {
    client,
    createClient: (type: string, config = {}) =>
      createCustomClient(options, config, log.get('opensearch', type)),
  };
  return {
    core: { server, basePath, router, savedObjects, opensearch, capabilities, status },
    async start() {
      if (!(await watch.start())) return;
      await savedObjects.prepare().catch((error: Error) => log.error(error));
    },
    close: async () => {
      await Promise.all([watch.stop(), client.close()]);
    },
  };
}
