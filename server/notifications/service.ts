import type { ISavedObjectsRepository, Logger } from 'opensearch-dashboards/server';
import { DESTINATION_TYPES, keepsOrder } from '../../common/notifications/kinds/registry';
import type { InstanceReport } from '../../common/overview/scheduler';
import type { Clock } from '../clock';
import type { Metrics } from '../health/types';
import type { Cluster } from '../cluster/types';
import type { WatchkeeperConfig } from '../config';
import type { Ownership } from '../scheduling/types';
import { createDestinationRepository } from '../storage/destination_repository';
import { KeyWatch } from '../storage/key_watch';
import { readKeys } from '../storage/keys';
import { Resealing } from '../storage/resealing';
import { createSecretStore } from '../storage/secrets';
import { createDeliveryDesk } from './deliveries/delivery_desk';
import type { DeliveryDesk } from './deliveries/delivery_desk';
import { withheldPings } from './heartbeat/withheld';
import { createDelivery } from './delivery';
import type { DeliveryTuning } from './delivery';
import { createPinger } from './heartbeat/create_pinger';
import type { PipelineWatch } from './heartbeat/create_pinger';
import { createDestinationService } from './destination_service';
import { parseAllowList } from './outbound/address_rules';
import { createGuardedClient } from './outbound/guarded_client';
import { systemResolve } from './outbound/guarded_connect';
import { parseProxies } from './outbound/proxies';
import { countOpenIncidents } from './outbox_order';
import { createOutboxStore } from './outbox_store';
import { countWaiting } from './outbox_waiting';
import { createPauseStore } from './pause_store';
import { PauseWatch } from './pause_watch';
import type { DestinationRouteServices } from './routes';
import { rememberTargets } from './remembered_targets';
import { createSendTest } from './send_test';
import { boundOf, createTargets } from './targets';
import { includeInTargets } from './shared_templates/included_targets';
import type { CurrentTemplates, Notifications, UsedBy } from './types';

export interface NotificationsDeps {
  /** As the service account: outbox and secrets. */
  cluster: Cluster;
  /** As the host's own user: delivery reads destinations when nobody is there to ask as. */
  savedObjects: ISavedObjectsRepository;
  ownership: Ownership;
  /** How many instances share the partitions. Default: this one alone. */
  sharers?(): number;
  usedBy: UsedBy;
  /** The same at this very moment, for a decision that hangs on it. */
  usedByNow: UsedBy;
  /** The templates that bodies may name. */
  shared?: CurrentTemplates;
  config: Pick<
    WatchkeeperConfig,
    'encryption_key' | 'previous_encryption_keys' | 'outbound' | 'delivery' | 'scheduler'
  >;
  /** How monitors run, and where it is told that pings are withheld; absent where nothing is scheduled. */
  scheduling?: PipelineWatch;
  /** What the instances that are alive tell of themselves; absent where there is only this one. */
  instances?: () => Promise<InstanceReport[]>;
  clock: Clock;
  logger: Logger;
  metrics?: Pick<Metrics, 'delivered'>;
  tuning?: Partial<DeliveryTuning>;
}

/** Puts the room together. `start` and `stop` of its delivery are the caller's to call. */
export const createNotifications = ({
  cluster,
  savedObjects,
  ownership,
  instances = () => Promise.resolve([]),
  sharers,
  scheduling,
  usedBy,
  usedByNow,
  shared,
  config,
  clock,
  logger,
  metrics,
  tuning,
}: NotificationsDeps): Notifications & { routes: DestinationRouteServices; desk: DeliveryDesk } => {
  const repository = createDestinationRepository(savedObjects);
  const secrets = createSecretStore(
    cluster,
    config.encryption_key,
    () => clock.now(),
    config.previous_encryption_keys
  );
  const keys = readKeys(config.encryption_key, config.previous_encryption_keys);
  const allow = parseAllowList(config.outbound.allow, config.outbound.deny);
  const proxies = parseProxies(config.outbound.proxies);
  const client = createGuardedClient(allow, systemResolve, proxies);
  const targets = createTargets(repository, secrets);
  const destinations = rememberTargets(shared ? includeInTargets(targets, shared) : targets, clock);
  const pauses = new PauseWatch(createPauseStore(cluster, clock), clock);
  const destinationNames = (ids: readonly string[]) => repository.names(ids);
  const openIncidents = (id: string) => countOpenIncidents(cluster, id);
  const delivery = createDelivery({
    ...{ cluster, ownership, destinations, client, clock, config, logger, metrics, tuning },
    ...{ pauses, sharers },
  });
  const pinger = createPinger({
    ...{ cluster, repository, delivery, ownership, clock, logger },
    watch: scheduling,
  });
  const keyProblem = config.encryption_key ? secrets.problem : undefined;
  const keyLogger = logger.get('secrets');
  const keyWatch = new KeyWatch(cluster, keys, clock, keyLogger, instances);
  const resealing = new Resealing({
    ...{ cluster, keys, clock, instances, logger: keyLogger },
    destinations: async (ids) => {
      const found = await repository.many(ids);
      return new Map(
        [...found].map(([id, each]) => [
          id,
          { bound: boundOf(each), reference: each.secretReference, name: each.destination.name },
        ])
      );
    },
    isMine: () => ownership.owned().includes(0) && keyWatch.isCurrent,
  });

  return {
    delivery: {
      start: () => delivery.start(),
      claim: (messages) => delivery.claim(messages),
      offer: (entered) => delivery.offer(entered),
      async stop(deadlineMs) {
        await delivery.stop(deadlineMs);
        await client.close();
      },
    },
    messages: createOutboxStore(cluster),
    waiting: () => countWaiting(cluster, ownership.owned()),
    destinationNames,
    openIncidents: async (id, kind) =>
      DESTINATION_TYPES.some((type) => type === kind && keepsOrder(type)) ? openIncidents(id) : 0,
    desk: createDeliveryDesk({
      ...{ cluster, clock, destinationNames, pauses },
      withheld: () => withheldPings(instances),
    }),
    encryptionKey: secrets.available,
    ping: () => pinger.turn(),
    async lookAtKey() {
      await keyWatch.look();
      await resealing.turn();
    },
    problems: () =>
      [
        ...allow.problems,
        ...proxies.problems,
        ...keys.problems,
        keyProblem,
        keyWatch.problem(),
        ...resealing.problems(),
      ].filter((text) => text !== undefined),
    routes: {
      destinations: createDestinationService({ secrets, usedBy, usedByNow, openIncidents, logger }),
      sendTest: createSendTest({
        ...{ client, cluster, clock, shared },
        timeLimit: config.outbound.timeout_seconds * 1000,
      }),
    },
  };
};
