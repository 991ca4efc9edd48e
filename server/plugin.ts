import { join } from 'path';
import type {
  CoreSetup,
  CoreStart,
  Logger,
  Plugin,
  PluginInitializerContext,
} from 'opensearch-dashboards/server';
import { first } from 'rxjs/operators';
import { registerAlertRoutes } from './alerts/routes';
import { systemClock } from './clock';
import type { WatchkeeperConfig } from './config';
import { createEngine } from './engine';
import type { Engine } from './engine';
import { createAddRoute } from './http/add_route';
import { createIdentity } from './http/identity';
import { registerBundleRoute, registerStatusRoute } from './http/status_routes';
import { registerIndexRoutes } from './indices/routes';
import { registerMonitorRoutes } from './monitors/routes';
import { registerDestinationRoutes } from './notifications/routes';
import { destinationType } from './storage/destination_type';
import { monitorType } from './storage/monitor_type';

/** The host waits for a plugin's stop without a limit of its own. Milliseconds. */
const STOP_DEADLINE = 15_000;

/** Registers what the host must know in `setup`, and starts the engine in `start`, without waiting for the cluster. */
export class WatchkeeperPlugin implements Plugin {
  private readonly logger: Logger;
  private config: WatchkeeperConfig | undefined;
  private engine: Engine | undefined;

  constructor(private readonly context: PluginInitializerContext<WatchkeeperConfig>) {
    this.logger = context.logger.get();
  }

  async setup(core: CoreSetup): Promise<void> {
    const config = await this.context.config.create().pipe(first()).toPromise();
    this.config = config;
    core.savedObjects.registerType(monitorType);
    core.savedObjects.registerType(destinationType);
    core.capabilities.registerProvider(() => ({ watchkeeper: { show: true, save: true } }));

    const router = core.http.createRouter();
    registerBundleRoute(router, join(__dirname, '..'));
    const identity = createIdentity(config.roles, systemClock);
    const addRoute = createAddRoute(router, identity, this.logger.get('routes'));
    this.registerRoutes(addRoute, config);
  }

  async start(core: CoreStart): Promise<void> {
    if (!this.config) throw new Error('start() before setup()');
    const global = await this.context.config.legacy.globalConfig$.pipe(first()).toPromise();
    this.engine = createEngine({
      core,
      config: this.config,
      savedObjectsIndex: global.opensearchDashboards.index,
      clock: systemClock,
      logger: this.logger,
    });
    for (const problem of this.engine.notifications.problems) this.logger.warn(problem);
  }

  async stop(): Promise<void> {
    await this.engine?.stop(STOP_DEADLINE);
  }

  /** The host listens only after `start`, so that a handler always finds the engine. */
  private readonly running = (): Engine => {
    if (!this.engine) throw new Error('Watchkeeper has not been started.');
    return this.engine;
  };

  private registerRoutes(
    addRoute: ReturnType<typeof createAddRoute>,
    config: WatchkeeperConfig
  ): void {
    const { running } = this;
    registerIndexRoutes(addRoute);
    registerDestinationRoutes(addRoute, () => running().notifications.routes);
    registerStatusRoute(addRoute, {
      cluster: () => running().facts.current(),
      scheduler: () => running().scheduling.status(),
      encryptionKey: () => running().notifications.encryptionKey,
      problems: () => problemsOf(running()),
    });
    registerAlertRoutes(addRoute, () => {
      const { alerts: store, notifications, monitors, clock } = running();
      return { store, messages: notifications.messages, monitors, clock };
    });
    registerMonitorRoutes(addRoute, () => {
      const { cluster, clock, reader, authorisations, verbs, alerts, notifications } = running();
      return {
        ...{ cluster, clock, reader, authorisations, verbs },
        messages: notifications.messages,
        alertCounts: (ids) => alerts.counts(ids),
        timeoutSeconds: config.scheduler.search_timeout_seconds,
      };
    });
  }
}

const problemsOf = ({ notifications, reader }: Engine): string[] => [
  ...notifications.problems,
  ...[...reader.unreadable()].map(
    ([id, reason]) => `The monitor ${id} cannot be read and does not run: ${reason}`
  ),
];
