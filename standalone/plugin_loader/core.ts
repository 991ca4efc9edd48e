import type { Server } from '@hapi/hapi';
import type {
  CoreSetup,
  CoreStart,
  HttpServiceStart,
  IRouter,
  OpenSearchServiceStart,
} from 'opensearch-dashboards/server';
import type { SavedObjectsService } from '../saved_objects/service';
import type { StatusService } from '../status/status';
import type { CapabilitiesService } from './capabilities';

/** The host's services, of which the plugin gets its `core`. */
export interface CoreServices {
  server: Server;
  basePath: string;
  router: IRouter;
  savedObjects: SavedObjectsService;
  opensearch: OpenSearchServiceStart;
  capabilities: CapabilitiesService;
  status: StatusService;
}

export function createCoreSetup(
  services: CoreServices,
  getStartServices: () => Promise<[CoreStart, object, unknown]>
): CoreSetup {
  const { router, savedObjects, status, capabilities } = services;
  return {
    capabilities,
    http: { ...httpOf(services), createRouter: () => router },
    savedObjects: savedObjects.setup(),
    status: {
      core$: status.core$,
      overall$: status.overall$,
      set: (status$) => void status$.subscribe(status.plugin$),
    },
    getStartServices,
  };
}

export function createCoreStart(services: CoreServices): CoreStart {
  return {
    capabilities: services.capabilities,
    http: httpOf(services),
    opensearch: services.opensearch,
    savedObjects: services.savedObjects.start(),
  };
}

function httpOf({ server, basePath }: CoreServices): HttpServiceStart {
  return {
    basePath: {
      serverBasePath: basePath,
      get: () => basePath,
      prepend: (path) => `${basePath}${path}`,
      remove: (path) => (path.startsWith(basePath) ? path.slice(basePath.length) || '/' : path),
    },
    getServerInfo: () => ({
      name: 'watchkeeper-standalone',
      hostname: String(server.info.host),
      port: Number(server.info.port),
      protocol: server.info.protocol === 'https' ? 'https' : 'http',
    }),
  };
}
