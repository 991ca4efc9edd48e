import { rmSync } from 'node:fs';
import type { EmbeddedCluster } from '../../standalone/cluster';
import { startTestCluster, temporaryFolder } from '../support/cluster';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { send } from '../support/http';
import type { HttpAnswer } from '../support/http';
import { product } from '../support/product';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';

export const LOGS = 'bench-logs';
const DOCUMENTS = 100_000;
const PAGE = 5000;

/** A cluster with 100,000 log lines in one shard, and a host on it. */
export interface BenchRig {
  cluster: EmbeddedCluster;
  host: TestHost;
  receiver: Receiver;
  request<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<HttpAnswer<T>>;
  /** Writes lines of a `_bulk` request. */
  bulk(lines: string[]): Promise<void>;
  stop(): Promise<void>;
}

const logLine = (i: number): string =>
  JSON.stringify({
    '@timestamp': new Date(Date.now() - (i % 3600) * 1000).toISOString(),
    level: i % 50 === 0 ? 'ERROR' : 'INFO',
    tenant: `tenant-${i % 10_000}`,
    message: `request ${i} took ${i % 977} ms`,
  });

export const startRig = async (): Promise<BenchRig> => {
  const dataDir = temporaryFolder();
  const cluster = await startTestCluster(dataDir);
  const request: BenchRig['request'] = (method, path, body) =>
    send(cluster.url + path, method, body);
  const bulk = async (lines: string[]): Promise<void> => {
    const { status, body } = await request<{ errors?: boolean }>(
      'POST',
      '/_bulk?filter_path=errors',
      `${lines.join('\n')}\n`
    );
    if (status !== 200 || body.errors) throw new Error(`_bulk: ${status}`);
  };
  await request('PUT', `/${LOGS}`, {
    settings: { number_of_shards: 1, number_of_replicas: 0 },
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        level: { type: 'keyword' },
        tenant: { type: 'keyword' },
      },
    },
  });
  for (let i = 0; i < DOCUMENTS; i += PAGE) {
    const lines = Array.from({ length: PAGE }, (_, j) => [
      JSON.stringify({ index: { _index: LOGS } }),
      logLine(i + j),
    ]);
    await bulk(lines.flat());
  }
  await request('POST', `/${LOGS}/_forcemerge?max_num_segments=1`);
  const receiver = await startReceiver();
  const host = await startTestHost({
    clusterUrl: cluster.url,
    config: { 'opensearch_watchkeeper.outbound.allow': [`127.0.0.1:${receiver.port}`] },
  });
  await product(host).ready();
  return {
    ...{ cluster, host, receiver, request, bulk },
    async stop() {
      await host.stop();
      await receiver.close();
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
