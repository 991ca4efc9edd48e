import type { Server } from '@hapi/hapi';
import type { IClusterClient, IRouter, Logger } from 'opensearch-dashboards/server';
import type { ClusterOptions } from './host_options';
import { createRouter } from './http/router';
import { clientOptions } from './opensearch/client';
import { ClusterClient, createCustomClient } from './opensearch/cluster_client';
import { ClusterWatch } from './opensearch/cluster_watch';
import { CapabilitiesService } from './plugin_loader/capabilities';
import { addCapabilitiesRoute } from './plugin_loader/capabilities_route';
import type { CoreServices } from './plugin_loader/core';
import { prepareWhenAvailable } from './saved_objects/prepare_when_available';
import { addSavedObjectRoutes } from './saved_objects/routes';
import { SavedObjectsService } from './saved_objects/service';
import { StatusService } from './status/status';

export interface ServicesOptions {
  server: Server;
  basePath: string;
  cluster: ClusterOptions;
  log: Logger;
  /** Whoever has not logged in is a stranger to the cluster. Default: nobody has to. */
  demandsLogin?: boolean;
}

export interface HostServices {
  core: CoreServices;
  /** Looks for the cluster, and goes on looking. Does not fail when it is not there. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Makes the host's services and their routes. */
export function createServices(services: ServicesOptions): HostServices {
  const { server, basePath, cluster, log, demandsLogin } = services;
  const options = clientOptions(cluster);
  const status = new StatusService();
  const client = new ClusterClient(options, log.get('opensearch', 'data'), { demandsLogin });
  const watch = new ClusterWatch(options, status.opensearch$, log.get('opensearch'));
  const savedObjects = new SavedObjectsService({
    client,
    log: log.get('savedobjects'),
    onReady: () => status.savedObjectsAvailable(),
  });
  const capabilities = new CapabilitiesService();
  const router = createHostRouter(server, client, savedObjects, log);
  addSavedObjectRoutes(router, savedObjects.registry);
  addCapabilitiesRoute(router, capabilities);
  const opensearch = {
    client,
    createClient: (type: string, config = {}) =>
      createCustomClient(options, config, log.get('opensearch', type)),
  };
  let following = { unsubscribe: () => undefined as void };
  return {
    core: { server, basePath, router, savedObjects, opensearch, capabilities, status },
    start: async () => {
      await watch.start();
      following = await prepareWhenAvailable(savedObjects, status, log.get('savedobjects'));
    },
    close: async () => {
      following.unsubscribe();
      await Promise.all([watch.stop(), client.close()]);
    },
  };
}

/** The router whose handlers get the services bound to their request. */
function createHostRouter(
  server: Server,
  client: IClusterClient,
  savedObjects: SavedObjectsService,
  log: Logger
): IRouter {
  return createRouter({
    server,
    log: log.get('http'),
    createContext: (request) => ({
      core: {
        savedObjects: {
          client: savedObjects.scopedClient(request),
          typeRegistry: savedObjects.registry,
        },
        opensearch: { client: client.asScoped(request) },
      },
    }),
  });
}
