import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Server } from '@hapi/hapi';
import type { ISavedObjectsRepository } from 'opensearch-dashboards/server';
import type { Act } from '../../common/audit/entry';
import { partitionOf } from '../../common/hash';
import type { DestinationRecord, SaveDestination } from '../../common/notifications/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type { Message } from '../../common/notifications/message';
import { systemClock } from '../../server/clock';
import { createCluster } from '../../server/cluster/cluster';
import { indexFor } from '../../server/cluster/own_indices';
import { prepareOwnIndices } from '../../server/cluster/prepare';
import type { Cluster } from '../../server/cluster/types';
import { configSchema } from '../../server/config';
import { createAddRoute } from '../../server/http/add_route';
import { createIdentity } from '../../server/http/identity';
import { registerDeliveryRoutes } from '../../server/notifications/deliveries/routes';
import { registerDestinationRoutes } from '../../server/notifications/routes';
import { createNotifications } from '../../server/notifications/service';
import type { Notifications, UsedBy } from '../../server/notifications/types';
import type { Ownership } from '../../server/scheduling/types';
import { destinationType } from '../../server/storage/destination_type';
import { createServices } from '../../standalone/host_services';
import { createLogger } from '../../standalone/logging/logger';
import { send } from '../support/http';
import type { HttpAnswer } from '../support/http';
import { waitFor } from '../support/wait_for';

/** An instance that holds every partition for a long time, unless told otherwise. */
export const ownsAll = (instance: string, remaining = () => 60_000): Ownership => ({
  instance,
  owned: () => Array.from({ length: 64 }, (_, partition) => partition),
  remaining,
});

export interface RoomSetup {
  clusterUrl: string;
  /** Beside what the plugin's configuration has by default. */
  config?: {
    encryption_key?: string;
    previous_encryption_keys?: string[];
    outbound?: object;
    delivery?: object;
  };
  usedBy?: UsedBy;
  ownership?: Ownership;
  tuning?: { sweepEvery?: number; sweepSoon?: number; atOnce?: number; capacity?: number };
}

/** The room on the real cluster and the host's real saved objects, its routes behind real HTTP. */
export interface Room {
  notifications: Notifications;
  cluster: Cluster;
  savedObjects: ISavedObjectsRepository;
  logged: string[];
  /** What the audit was told. */
  acts: Act[];
  api<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<HttpAnswer<T>>;
  create(destination: SaveDestination): Promise<DestinationRecord>;
  message(id: string): Promise<Message>;
  settled(id: string): Promise<Message>;
  close(): Promise<void>;
}

export const KEY = randomBytes(32).toString('base64');

export async function openRoom(setup: RoomSetup): Promise<Room> {
  const logged: string[] = [];
  const logger = createLogger({ level: 'warn', write: (line) => logged.push(line) });
  const server = new Server({ port: 0, host: '127.0.0.1' });
  const host = createServices({
    server,
    basePath: '',
    cluster: { url: setup.clusterUrl },
    log: logger,
  });
  host.core.savedObjects.setup().registerType(destinationType);
  const config = configSchema.parse({ encryption_key: KEY, ...setup.config });
  const identity = createIdentity(config.roles, systemClock);
  const addRoute = createAddRoute(host.core.router, identity, logger);
  const savedObjects = host.core.savedObjects.start().createInternalRepository();
  const cluster = createCluster(host.core.opensearch.client.asInternalUser);
  await prepareOwnIndices(cluster, Date.now());
  const { routes, desk, ...notifications } = createNotifications({
    cluster,
    savedObjects,
    ownership: setup.ownership ?? ownsAll('test'),
    usedBy: setup.usedBy ?? (() => Promise.resolve([])),
    usedByNow: setup.usedBy ?? (() => Promise.resolve([])),
    config,
    clock: systemClock,
    logger,
    tuning: { sweepEvery: 300, sweepSoon: 100, ...setup.tuning },
  });
  const acts: Act[] = [];
  const audit = { record: async (told: readonly Act[]) => void acts.push(...told) };
  registerDestinationRoutes(addRoute, () => ({ ...routes, audit }));
  registerDeliveryRoutes(addRoute, () => ({ desk, audit }));
  // As long as nobody knows whether everything is paused, nothing goes out.
  await desk.pause();
  await server.start();
  const url = `http://127.0.0.1:${(server.listener.address() as AddressInfo).port}`;

  const api: Room['api'] = (method, path, body) => send(url + path, method, body);
  const message = async (id: string): Promise<Message> => {
    await cluster.request({ method: 'POST', path: '/.watchkeeper-outbox/_refresh' });
    const [found] = await notifications.messages.byIds([id]);
    if (!found) throw new Error(`There is no message ${id}`);
    return found;
  };
  return {
    notifications,
    cluster,
    savedObjects,
    logged,
    acts,
    api,
    message,
    async create(destination) {
      const answer = await api<DestinationRecord>('POST', DESTINATIONS_PATH, destination);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
    settled: (id) =>
      waitFor(`message ${id} to be sent or dead`, async () => {
        const found = await message(id);
        return (found.status === 'sent' || found.status === 'dead') && found;
      }),
    async close() {
      await notifications.delivery.stop(10_000);
      await server.stop();
      await host.close();
    },
  };
}

let serial = 0;

/** A message as the projection of a commit leaves it in the outbox. */
export const newMessage = (destinationId: string, changes: Partial<Message> = {}): Message => {
  const monitor = changes.monitor_id ?? 'monitor-1';
  const createdAt = Date.now();
  return {
    id: `${monitor}.${++serial}.m0`,
    monitor_id: monitor,
    monitor_name: 'Errors in the shop',
    trigger_id: 't1',
    trigger_name: 'Any error',
    action_id: 'a1',
    action_name: 'Tell the shop',
    destination_id: destinationId,
    alert_ids: [`${monitor}.${serial}.0`],
    severity: '1',
    subject: 'Errors',
    message: 'Something is wrong: "quoted"',
    period_start: createdAt - 60_000,
    period_end: createdAt,
    created_at: createdAt,
    rev: serial,
    partition: partitionOf(monitor),
    status: 'pending',
    attempts: [],
    next_attempt_at: createdAt,
    ...changes,
  };
};

export const putInOutbox = async (cluster: Cluster, messages: Message[]): Promise<void> => {
  const lines = messages.flatMap((message) => [
    JSON.stringify({ create: { _index: indexFor('outbox', message.created_at), _id: message.id } }),
    JSON.stringify(message),
  ]);
  const { body } = await cluster.request<{ errors: boolean }>({
    method: 'POST',
    path: '/_bulk',
    query: { refresh: true },
    lines: `${lines.join('\n')}\n`,
  });
  if (body.errors) throw new Error('The messages were not written.');
};
