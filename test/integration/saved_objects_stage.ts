import { randomBytes } from 'node:crypto';
import type { DestinationRecord } from '../../common/notifications/api';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { createLogIndex, product } from '../support/product';
import type { Product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { linesOf, upload } from '../support/transfer';
import type { ImportAnswer } from '../support/transfer';
import { waitFor } from '../support/wait_for';

/** Stands in every secret; nothing that leaves may hold it. */
export const CANARY = 'canary-2b7e151628aed2a6';
export const SO = '/api/saved_objects';
export const DESTINATIONS = '/api/watchkeeper/destinations';

/** A line of an exported file. */
export type Line = Record<string, unknown> & { id: string; type: string };

/** Two instances over one cluster, and what tests of saved objects do with the first of them. */
export interface SavedObjectsStage {
  cluster: TestCluster;
  receiver: Receiver;
  host: TestHost;
  other: TestHost;
  app: Product;
  /** An index of log lines of its own. */
  logIndex(): Promise<string>;
  addDestination(path?: string): Promise<DestinationRecord>;
  destination(id: string): Promise<DestinationRecord>;
  /** The file with these objects and what they refer to. */
  exportOf(...objects: Array<{ type: string; id: string }>): Promise<string>;
  /** Its lines, without the one that counts. */
  exportLines(type: string, id: string): Promise<Line[]>;
  importLines(lines: object[], query?: string): Promise<ImportAnswer>;
  close(): Promise<void>;
}

export const withAttributes = (line: Line, change: object): Line => ({
  ...line,
  attributes: { ...(line.attributes as object), ...change },
});

/** The same object under another id. */
export const renamed = (line: Line, id: string): Line => ({ ...line, id });

const sharePartitions = (hosts: TestHost[]) =>
  waitFor('both to share the partitions', async () => {
    const states = await Promise.all(hosts.map((host) => product(host).status()));
    const owned = states.map(({ scheduler }) => scheduler.owned_partitions);
    return owned.every((count) => count > 0) && owned.reduce((a, b) => a + b) === 64;
  });

const must = <T>(status: number, body: T): T => {
  if (status < 300) return body;
  throw new Error(`${status}: ${JSON.stringify(body)}`);
};

const transfersOf = (host: TestHost) => {
  const exportOf: SavedObjectsStage['exportOf'] = async (...objects) => {
    const asked = { objects, includeReferencesDeep: true };
    const { status, body } = await host.api<string>('POST', `${SO}/_export`, asked);
    return must(status, body);
  };
  return {
    exportOf,
    exportLines: async (type: string, id: string) =>
      linesOf<Line>(await exportOf({ type, id })).filter((line) => line.type !== undefined),
    importLines: async (lines: object[], query = '') => {
      const { status, body } = await upload(`${host.url}${SO}/_import${query}`, lines);
      return must(status, body);
    },
  };
};

export const openSavedObjectsStage = async (): Promise<SavedObjectsStage> => {
  const cluster = await testCluster();
  const receiver = await startReceiver();
  const setup = {
    clusterUrl: cluster.url,
    config: {
      'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`],
      // Either of them may have to send.
      'opensearch_watchkeeper.encryption_key': randomBytes(32).toString('base64'),
    },
  };
  const host = await startTestHost(setup);
  const other = await startTestHost(setup);
  await sharePartitions([host, other]);
  return {
    ...{ cluster, receiver, host, other, app: product(host), ...transfersOf(host) },
    logIndex: async () => {
      const index = cluster.uniqueName('imported-logs');
      await createLogIndex(cluster, index);
      return index;
    },
    addDestination: async (path = '/hook') => {
      const { status, body } = await host.api<DestinationRecord>('POST', DESTINATIONS, {
        ...{ type: 'webhook', name: `Receiver ${path}`, method: 'POST' },
        secrets: { url: `${receiver.url}${path}/${CANARY}`, headers: { 'x-key': CANARY } },
      });
      return must(status, body);
    },
    destination: async (id) => {
      const { status, body } = await host.api<DestinationRecord>('GET', `${DESTINATIONS}/${id}`);
      return must(status, body);
    },
    close: async () => {
      await host.stop();
      await other.stop();
      await receiver.close();
      await cluster.clean();
    },
  };
};
