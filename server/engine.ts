import type { CoreStart, Logger } from 'opensearch-dashboards/server';
import { createAlertStore } from './alerts/alert_store';
import type { AlertStore } from './alerts/alert_store';
import { createAudit } from './audit/audit';
import type { Audit } from './audit/types';
import type { Clock } from './clock';
import { createCluster } from './cluster/cluster';
import { ClusterFacts } from './cluster/facts';
import type { Cluster } from './cluster/types';
import { createTaskDesk } from './indices/tasks/create_task_desk';
import type { TaskDesk } from './indices/tasks/task_desk';
import type { WatchkeeperConfig } from './config';
import { countedRunner } from './health/counted_runner';
import { PermissionWatch } from './health/permission_watch';
import { createPrometheus } from './health/prometheus';
import type { Prometheus } from './health/prometheus';
import { Committer } from './monitors/committer';
import { createIncidentsOf } from './monitors/incidents_of';
import { createRemover } from './monitors/remover';
import { otherMonitors } from './monitors/other_monitors';
import { createHeartbeats } from './monitors/heartbeats/heartbeat_reader';
import type { Heartbeats } from './monitors/heartbeats/heartbeat_reader';
import { createHeartbeatStore } from './monitors/heartbeats/heartbeat_store';
import type { HeartbeatStore } from './monitors/heartbeats/heartbeat_store';
import type { OtherMonitors } from './monitors/kinds/prepared';
import { Runner } from './monitors/runner';
import { ScriptBudget } from './monitors/script_budget';
import { Settler } from './monitors/settler';
import { saveVerbs } from './monitors/save_monitor';
import type { SaveVerbs } from './monitors/save_monitor';
import { createStateStore } from './monitors/state_store';
import type { StateStore } from './monitors/state_store';
import type { Monitors } from './monitors/types';
import {
  createNamesTemplates,
  createRestingOn,
  createUsedBy,
  createUsedByNow,
} from './monitors/used_by';
import type { DeliveryDesk } from './notifications/deliveries/delivery_desk';
import { createFollowed } from './notifications/followed';
import { createNotifications } from './notifications/service';
import type { DestinationRouteServices } from './notifications/routes';
import { createCurrentTemplates } from './notifications/shared_templates/current_templates';
import { TemplateService } from './notifications/shared_templates/template_service';
import type { CurrentTemplates, Delivery, Notifications } from './notifications/types';
import { Problems } from './scheduling/problems';
import { SchedulingService } from './scheduling/service';
import { createAuthorisations } from './storage/authorisations';
import type { Authorisations } from './storage/authorisations';
import { createDestinationRepository } from './storage/destination_repository';
import { createFollowUp } from './storage/guard/follow_up';
import type { Writer } from './storage/guard/follow_up';
import type { WriteListener } from './storage/guard/guarded_client';
import { readKeys } from './storage/keys';
import { MonitorReader } from './storage/monitor_reader';
import { createSecretStore } from './storage/secrets';
import { createTemplateRepository } from './storage/template_repository';
import { createVersionStore } from './storage/version_store';
import type { VersionStore } from './storage/version_store';

const DAY = 86_400_000;

export interface EngineDeps {
  core: CoreStart;
  config: WatchkeeperConfig;
  /** The alias under which the host keeps saved objects. */
  savedObjectsIndex: string;
  clock: Clock;
  /** Of this plugin, as it was installed. */
  version: string;
  logger: Logger;
}

/** Everything that runs: made at start, when the host's client is there. */
export interface Engine {
  cluster: Cluster;
  clock: Clock;
  facts: ClusterFacts;
  /** What the service account lacks. */
  permissions: PermissionWatch;
  /** What goes wrong in running monitors. */
  problems: Problems;
  prometheus: Prometheus;
  reader: MonitorReader;
  states: StateStore;
  authorisations: Authorisations;
  alerts: AlertStore;
  /** Who did what. */
  audit: Audit;
  /** Long work on indices. */
  indexTasks: TaskDesk;
  monitors: Monitors;
  verbs: SaveVerbs;
  /** Monitors as the reader knows them, for those that rest on others. */
  others: OtherMonitors;
  /** Tokens and pings of heartbeats. */
  heartbeatStore: HeartbeatStore;
  heartbeats: Heartbeats;
  notifications: Notifications & { routes: DestinationRouteServices; desk: DeliveryDesk };
  scheduling: SchedulingService;
  versions: VersionStore;
  /** What the cluster may be made to compile. */
  scripts: ScriptBudget;
  /** Texts that messages name. */
  shared: CurrentTemplates;
  templates: TemplateService;
  /** What follows a write of saved objects by this writer. */
  followUp(writer: () => Promise<Writer>): WriteListener;
  stop(deadlineMs: number): Promise<void>;
}

/** The plugin's own hands on the cluster, and how to let go of them. */
const serviceClient = ({ core, config }: EngineDeps) => {
  const { service_account: account } = config;
  if (!account) return { client: core.opensearch.client.asInternalUser, close: async () => {} };
  const custom = core.opensearch.createClient('watchkeeper', account);
  return { client: custom.asInternalUser, close: () => custom.close() };
};

/** Wires the rooms and starts them. Nothing here waits for the cluster. */
export const createEngine = (deps: EngineDeps): Engine => {
  const { core, config, savedObjectsIndex, clock, logger, version } = deps;
  const hands = serviceClient(deps);
  const permissions = new PermissionWatch(clock, logger.get('permissions'));
  const cluster = permissions.over(createCluster(hands.client));
  const versions = createVersionStore(cluster);
  const audit = createAudit(cluster, clock, logger.get('audit'));
  const states = createStateStore(cluster);
  const authorisations = createAuthorisations(cluster);
  const reader = new MonitorReader(cluster, savedObjectsIndex, clock, logger.get('reader'));

  // The delivery needs to know what is owned, and ownership begins with projecting, which offers messages.
  const later: { delivery?: Delivery; notifications?: Notifications } = {};
  const savedObjects = core.savedObjects.createInternalRepository();
  const followed = createFollowed(
    createDestinationRepository(savedObjects),
    clock,
    logger.get('notifications')
  );
  const shared = createCurrentTemplates(
    createTemplateRepository(savedObjects),
    clock,
    logger.get('notifications')
  );
  const incidentsOf = createIncidentsOf(followed, reader, config.public_base_url);
  const retention = config.retention.delivery_days * DAY;
  const problems = new Problems(clock);
  const committer = new Committer(cluster, states, clock, retention, {
    claim: (messages) => later.delivery?.claim(messages) ?? messages,
    offer: (entered) => later.delivery?.offer(entered),
    refused: (monitorId, reason) => {
      const text = `The cluster refuses what monitor ${monitorId} wrote; it is lost: ${reason}`;
      if (problems.report(`refused:${monitorId}`, text)) logger.error(text);
    },
  });
  const heartbeatStore = createHeartbeatStore(cluster);
  const heartbeats = createHeartbeats(heartbeatStore, clock.now());
  const remove = createRemover(
    committer,
    states,
    [authorisations, heartbeatStore],
    clock,
    incidentsOf
  );
  const timeoutMs = config.scheduler.search_timeout_seconds * 1000;
  const runnerLogger = logger.get('runner');
  const scripts = new ScriptBudget(clock);
  const { search_timeout_seconds: timeoutSeconds } = config.scheduler;
  const others = otherMonitors({ reader, states, authorisations, timeoutSeconds });
  /** For people: those that were saved a moment ago count, too. */
  const savedNow: OtherMonitors = async (ids) => {
    await reader.lookNow();
    return others(ids);
  };
  const settler = new Settler(
    ...([states, committer, clock, runnerLogger] as const),
    (id) => reader.exists(id),
    config.public_base_url,
    followed,
    shared
  );
  const prometheus = createPrometheus();
  const runner = new Runner({
    ...{ cluster, settler, clock, timeoutMs, scripts },
    logger: runnerLogger,
    monitors: others,
    heartbeats,
  });
  const scheduling = new SchedulingService({
    lookAtKey: () => later.notifications?.lookAtKey() ?? Promise.resolve(),
    ping: () => later.notifications?.ping() ?? Promise.resolve(),
    keyIds: readKeys(config.encryption_key, config.previous_encryption_keys).ids,
    ...{ cluster, clock, config, reader, states, committer, authorisations, remove, problems },
    runner: countedRunner(runner, prometheus, clock),
    version,
    logger: logger.get('scheduler'),
  });
  const notifications = createNotifications({
    cluster,
    savedObjects,
    ownership: scheduling.ownership,
    instances: () => scheduling.reports(),
    sharers: () => scheduling.members.live().length,
    scheduling: {
      whyBehind: () => scheduling.whyBehind(),
      report: (about, message) => problems.report(about, message),
      clear: (about) => problems.clear(about),
    },
    usedBy: createUsedBy(reader),
    usedByNow: createUsedByNow(reader),
    shared,
    config,
    clock,
    metrics: prometheus,
    logger: logger.get('notifications'),
  });
  const { delivery } = notifications;
  later.delivery = delivery;
  later.notifications = notifications;

  scheduling.start();
  if (config.scheduler.enabled) delivery.start();

  return {
    ...{ cluster, clock, reader, states, authorisations, notifications, scheduling, versions },
    ...{ permissions, problems, prometheus },
    scripts,
    followUp: (writer) =>
      createFollowUp(
        {
          ...{ cluster, authorisations, versions, audit, clock },
          // Only whether there are any, and to remove them: that takes no key.
          secrets: createSecretStore(cluster, undefined, () => clock.now()),
          openIncidents: (id, kind) => notifications.openIncidents(id, kind),
          logger: logger.get('saved_objects'),
        },
        writer
      ),
    facts: new ClusterFacts(cluster, clock),
    shared,
    templates: new TemplateService(createNamesTemplates(reader)),
    alerts: createAlertStore(cluster, clock),
    audit,
    indexTasks: createTaskDesk({ cluster, clock, audit, logger: logger.get('index_tasks') }),
    monitors: {
      usedBy: createUsedBy(reader),
      async changeState(id, decide) {
        const incidents = await incidentsOf(id);
        return committer.change(id, (state) => decide(state, incidents));
      },
    },
    others: savedNow,
    ...{ heartbeatStore, heartbeats },
    verbs: saveVerbs({
      ...{ authorisations, remove, clock, scripts },
      restingOn: createRestingOn(reader),
      monitors: savedNow,
    }),
    async stop(deadlineMs) {
      await delivery.stop(deadlineMs / 2);
      await scheduling.stop(deadlineMs / 2);
      await hands.close();
      prometheus.close();
    },
  };
};
