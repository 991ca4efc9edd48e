import { join } from 'path';
import type {
  CoreSetup,
  CoreStart,
  IClusterClient,
  Logger,
  Plugin,
  PluginInitializerContext,
  SavedObjectsServiceSetup,
} from 'opensearch-dashboards/server';
import { first } from 'rxjs/operators';
import { PLUGIN_ID } from '../common/plugin';
import { systemClock } from './clock';
import type { WatchkeeperConfig } from './config';
import { createEngine } from './engine';
import type { Engine } from './engine';
import { registerHealthRoutes } from './health/routes';
import { createAddRoute } from './http/add_route';
import { createIdentity } from './http/identity';
import type { Identity } from './http/identity';
import { createNotes } from './http/notes';
import type { Notes } from './http/notes';
import { registerBundleRoute } from './http/status_routes';
import { installedVersion } from './overview/installed_version';
import { registerPingRoutes } from './monitors/heartbeats/ping_routes';
import { registerRoutes } from './routes';
import { destinationType } from './storage/destination_type';
import { guardClient } from './storage/guard/guarded_client';
import { monitorType } from './storage/monitor_type';
import { templateType } from './storage/template_type';
import { writerOf } from './writer';

/** The host waits for a plugin's stop without a limit of its own. Milliseconds. */
const STOP_DEADLINE = 15_000;
/** Priorities are taken once; the host's own wrappers have small numbers and the largest one. */
const WRAPPER_PRIORITY = 1200;

interface Started {
  engine: Engine;
  client: IClusterClient;
}

/** Registers what the host must know in `setup`, and starts the engine in `start`, without waiting for the cluster. */
export class WatchkeeperPlugin implements Plugin {
  private readonly logger: Logger;
  private config: WatchkeeperConfig | undefined;
  private started: Started | undefined;

  constructor(private readonly context: PluginInitializerContext<WatchkeeperConfig>) {
    this.logger = context.logger.get();
  }

  async setup(core: CoreSetup): Promise<void> {
    const config = await this.context.config.create().pipe(first()).toPromise();
    this.config = config;
    const identity = createIdentity(config.roles, systemClock);
    const notes = createNotes();
    this.registerObjects(core.savedObjects, identity, notes);
    core.capabilities.registerProvider(() => ({ watchkeeper: { show: true, save: true } }));

    const router = core.http.createRouter();
    registerBundleRoute(router, join(__dirname, '..'));
    registerHealthRoutes(router, {
      engine: () => this.running().engine,
      identity,
      metricsToken: config.metrics_token,
    });
    registerPingRoutes(router, {
      store: () => this.running().engine.heartbeatStore,
      clock: systemClock,
      logger: this.logger.get('heartbeats'),
    });
    const addRoute = createAddRoute(router, identity, this.logger.get('routes'));
    registerRoutes(addRoute, () => this.running().engine, config, notes);
  }

  async start(core: CoreStart): Promise<void> {
    if (!this.config) throw new Error('start() before setup()');
    const global = await this.context.config.legacy.globalConfig$.pipe(first()).toPromise();
    const engine = createEngine({
      core,
      config: this.config,
      savedObjectsIndex: global.opensearchDashboards.index,
      clock: systemClock,
      version: await installedVersion(join(__dirname, '..')),
      logger: this.logger,
    });
    this.started = { engine, client: core.opensearch.client };
    for (const problem of engine.notifications.problems()) this.logger.warn(problem);
  }

  async stop(): Promise<void> {
    await this.started?.engine.stop(STOP_DEADLINE);
  }

  private registerObjects(
    savedObjects: SavedObjectsServiceSetup,
    identity: Identity,
    notes: Notes
  ): void {
    savedObjects.registerType(monitorType);
    savedObjects.registerType(destinationType);
    savedObjects.registerType(templateType);
    savedObjects.addClientWrapper(WRAPPER_PRIORITY, PLUGIN_ID, ({ client, request }) => {
      const writer = () => {
        const { client: cluster, engine } = this.running();
        const { scripts, others: monitors } = engine;
        return writerOf(cluster, request, identity, notes, {
          clock: systemClock,
          scripts,
          monitors,
        });
      };
      return guardClient(client, this.running().engine.followUp(writer));
    });
  }

  /** The host listens only after `start`, so that whoever asks finds the engine. */
  private running(): Started {
    if (!this.started) throw new Error('Watchkeeper has not been started.');
    return this.started;
  }
}
