import { registerAlertRoutes } from './alerts/routes';
import { registerAuditRoutes } from './audit/routes';
import { systemClock } from './clock';
import type { WatchkeeperConfig } from './config';
import type { Engine } from './engine';
import { createFindingStore } from './findings/finding_store';
import { registerFindingRoutes } from './findings/routes';
import type { Notes } from './http/notes';
import { registerStatusRoute } from './http/status_routes';
import type { AddRoute } from './http/types';
import { registerImportRoutes } from './import/routes';
import { importHands } from './import_hands';
import { registerIndexRoutes } from './indices/routes';
import { registerTaskRoutes } from './indices/tasks/task_routes';
import { registerLifecycleRoutes } from './lifecycle/routes';
import { BackTests } from './monitors/back_test/back_tests';
import { registerBackTestRoutes } from './monitors/back_test/routes';
import { registerHeartbeatRoutes } from './monitors/heartbeats/routes';
import { registerHistoryRoutes } from './monitors/history_routes';
import { registerMonitorRoutes } from './monitors/routes';
import { registerWindowRoutes } from './monitors/window_routes';
import { registerSaveRoutes } from './monitors/save_routes';
import { registerDeliveryRoutes } from './notifications/deliveries/routes';
import { registerDestinationRoutes } from './notifications/routes';
import { registerTemplateRoutes } from './notifications/shared_templates/routes';
import { registerOverviewRoutes } from './overview/routes';
import type { OverviewRoutesDeps } from './overview/routes';

const DAY = 86_400_000;

const problemsOf = ({ notifications, permissions, reader, scheduling }: Engine): string[] => [
  ...permissions.missing(),
  ...notifications.problems(),
  ...scheduling.troubles(),
  ...[...reader.unreadable()].map(
    ([id, reason]) => `The monitor ${id} cannot be read and does not run: ${reason}`
  ),
];

const registerBackTests = (
  addRoute: AddRoute,
  running: () => Engine,
  { scheduler, public_base_url: baseUrl }: WatchkeeperConfig
): void => {
  const backTests = new BackTests(systemClock);
  registerBackTestRoutes(addRoute, () => {
    const { clock, scripts, shared } = running();
    const { search_timeout_seconds: timeoutSeconds } = scheduler;
    return { clock, scripts, timeoutSeconds, baseUrl, backTests, shared };
  });
};

const overviewDeps = (engine: Engine): OverviewRoutesDeps => {
  const { cluster, scheduling, reader, clock, scripts, authorisations } = engine;
  const { enabled, leaseStore, members, ownership } = scheduling;
  const now = clock.now();
  const { instance } = ownership;
  return {
    scheduler: { instance, enabled, leaseStore, members, reader, scripts: scripts.status(), now },
    whole: {
      ...{ cluster, reader, authorisations, members, now },
      scheduler: scheduling.status(),
      problems: problemsOf(engine),
      isPaused: () => engine.notifications.desk.isPaused(),
    },
  };
};

/**
 * Registers the routes of every room.
 *
 * @param running The engine, once it has been started: asked for with each request.
 */
export const registerRoutes = (
  addRoute: AddRoute,
  running: () => Engine,
  config: WatchkeeperConfig,
  notes: Notes
): void => {
  const reading = () => {
    const { cluster, clock, authorisations, notifications } = running();
    return { cluster, clock, authorisations, messages: notifications.messages };
  };
  registerStatusRoute(addRoute, {
    cluster: () => running().facts.current(),
    scheduler: () => running().scheduling.status(),
    encryptionKey: () => running().notifications.encryptionKey,
    publicBaseUrl: config.public_base_url,
    problems: () => problemsOf(running()),
  });
  registerOverviewRoutes(addRoute, () => overviewDeps(running()));
  const lifecycle = registerLifecycleRoutes(addRoute, () => {
    const { clock, versions, audit } = running();
    return { clock, versions, audit };
  });
  registerIndexRoutes(addRoute, () => running().audit, lifecycle.readManaged);
  registerTaskRoutes(addRoute, () => running().indexTasks);
  registerDestinationRoutes(addRoute, () => {
    const { notifications, audit } = running();
    return { ...notifications.routes, audit };
  });
  registerTemplateRoutes(addRoute, () => running().templates);
  registerDeliveryRoutes(addRoute, () => {
    const { notifications, audit } = running();
    return { desk: notifications.desk, audit };
  });
  registerAlertRoutes(addRoute, () => {
    const { alerts: store, notifications, monitors, audit, clock } = running();
    return { store, messages: notifications.messages, monitors, audit, clock };
  });
  registerFindingRoutes(addRoute, () => createFindingStore(running().cluster));
  registerAuditRoutes(addRoute, () => running().audit);
  registerMonitorRoutes(addRoute, () => ({
    ...reading(),
    reader: running().reader,
    heartbeatStore: running().heartbeatStore,
    alertCounts: (ids) => running().alerts.counts(ids),
    timeoutSeconds: config.scheduler.search_timeout_seconds,
    scripts: running().scripts,
    monitors: running().others,
    heartbeats: running().heartbeats,
  }));
  registerHeartbeatRoutes(addRoute, () => {
    const { heartbeatStore: store, clock, audit } = running();
    return { store, clock, audit };
  });
  registerBackTests(addRoute, running, config);
  registerWindowRoutes(addRoute, () => {
    const { cluster, clock, states } = running();
    return { cluster, clock, states };
  });
  registerHistoryRoutes(addRoute, () => {
    const { cluster, clock } = running();
    return { cluster, clock, keptFor: config.retention.tick_days * DAY };
  });
  registerImportRoutes(addRoute, () => {
    const { clock, reader } = running();
    return {
      hands: (call) => importHands(running(), call),
      now: () => clock.now(),
      look: () => reader.lookNow(),
    };
  });
  registerSaveRoutes(
    addRoute,
    () => {
      const { verbs, reader, versions, audit } = running();
      return { ...reading(), verbs, reader, versions, audit };
    },
    notes
  );
};
