import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@opensearch-project/opensearch';
import type { OpenSearchClient } from 'opensearch-dashboards/server';
import type { Destination } from '../../common/notifications/destination';
import type { Message } from '../../common/notifications/message';
import { systemClock } from '../../server/clock';
import { bulk } from '../../server/cluster/bulk';
import { createCluster } from '../../server/cluster/cluster';
import { indexFor } from '../../server/cluster/own_indices';
import { prepareOwnIndices } from '../../server/cluster/prepare';
import { silentLogger } from '../../server/cluster/testing/test_clock';
import { configSchema } from '../../server/config';
import { createDelivery } from '../../server/notifications/delivery';
import { parseAllowList } from '../../server/notifications/outbound/address_rules';
import { createGuardedClient } from '../../server/notifications/outbound/guarded_client';
import type { GuardedClient } from '../../server/notifications/outbound/types';
import { createPauseStore } from '../../server/notifications/pause_store';
import { PauseWatch } from '../../server/notifications/pause_watch';
import { messageOf } from '../../server/notifications/testing/messages';
import { cpuOf } from './cpu';
import { percentile } from './run_statistics';

/**
 * Delivery on a real cluster, bundled as the server is. `receive` is a receiver and prints its port; anything else
 * delivers, and prints what it measured as JSON.
 */

const [, , mode, clusterUrl = '', receiverUrl = '', clusterPid = ''] = process.argv;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6);
const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 10_000);
const QUEUED = Number(process.env.BENCH_QUEUED ?? 10_000);
const PAGE = 500;
/** So many are entered before their answers: what a queue in memory takes. */
const AHEAD = 1000;

/** Where nobody listens. */
const dead = { url: '' };

const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

const receive = (): void => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200).end('ok'));
  });
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
  });
};

const cluster = createCluster(
  new Client({ node: clusterUrl || 'http://127.0.0.1:1' }) as unknown as OpenSearchClient
);
const guarded = createGuardedClient(parseAllowList(['127.0.0.1']));
let answered = 0;
const client: GuardedClient = {
  connect: (wanted) => guarded.connect(wanted),
  close: () => guarded.close(),
  send: async (wanted) => {
    const result = await guarded.send(wanted);
    answered++;
    return result;
  },
};

const createOne = () => {
  const pauses = new PauseWatch(createPauseStore(cluster, systemClock), systemClock);
  const delivery = createDelivery({
    ...{ cluster, client, pauses, clock: systemClock, logger: silentLogger },
    ownership: { instance: 'bench', owned: () => [0], remaining: () => 60_000 },
    destinations: {
      resolve: async (id) => ({
        kind: 'ready',
        destination: {
          ...{ type: 'webhook', name: id, method: 'POST', header_names: [], origin: receiverUrl },
        } as unknown as Destination,
        secrets: { url: id === 'dead' ? dead.url : `${receiverUrl}/${id}`, headers: {} },
      }),
    },
    config: configSchema.parse({}),
  });
  return { delivery, pauses };
};

const write = async (messages: Message[]) => {
  const operations = messages.map((message) => ({
    kind: 'create' as const,
    index: indexFor('outbox', message.created_at),
    id: message.id,
    source: message,
  }));
  const results = await bulk(cluster, operations);
  return messages.map((message, i) => {
    const result = results[i];
    if (result.kind !== 'ok') throw new Error('A message was not written.');
    return { message, version: result.version };
  });
};

const count = async (query: object): Promise<number> => {
  await cluster.request({ method: 'POST', path: '/.watchkeeper-outbox/_refresh' });
  const { body } = await cluster.request<{ count: number }>({
    method: 'POST',
    path: '/.watchkeeper-outbox/_count',
    body: { query },
  });
  return body.count;
};

const sentTo = (id: string) => ({
  bool: { filter: [{ term: { destination_id: id } }, { term: { status: 'sent' } }] },
});

/** As commits do it: written claimed, and offered; until the last is written down as sent. */
const throughput = async () => {
  const { delivery, pauses } = createOne();
  await pauses.look();
  delivery.start();
  const rounds: Array<{ perSecond: number; cpu: number; cluster: number }> = [];
  for (let round = 0; round < ROUNDS; round++) {
    const to = `hook-${round}`;
    const pid = Number(clusterPid);
    const [cpu, cluster] = [cpuOf(process.pid), cpuOf(pid)];
    const began = performance.now();
    answered = 0;
    for (let i = 0; i < MESSAGES; i += PAGE) {
      while (i - answered > AHEAD) await sleep(1);
      const page = Array.from({ length: PAGE }, (_, j) =>
        messageOf(`${to}.${i + j}`, to, Date.now())
      );
      delivery.offer(await write(delivery.claim(page)));
    }
    while ((await count(sentTo(to))) < MESSAGES) await sleep(20);
    rounds.push({
      perSecond: Math.round((MESSAGES / (performance.now() - began)) * 1000),
      cpu: (cpuOf(process.pid) - cpu) / MESSAGES,
      cluster: (cpuOf(pid) - cluster) / MESSAGES,
    });
  }
  await delivery.stop(5000);
  return rounds;
};

/** How long a message to a healthy destination takes, milliseconds, while thousands wait for a dead one. */
const besideDead = async () => {
  for (let i = 0; i < QUEUED; i += PAGE) {
    await write(
      Array.from({ length: PAGE }, (_, j) => messageOf(`dead.${i + j}`, 'dead', Date.now()))
    );
  }
  await count({ match_all: {} });
  const { delivery } = createOne();
  delivery.start();
  await sleep(5000);
  const took: number[] = [];
  for (let i = 0; i < 100; i++) {
    const to = `live-${i}`;
    const made = Date.now();
    const entered = await write(delivery.claim([messageOf(to, 'live', made)]));
    delivery.offer(entered);
    const index = indexFor('outbox', made);
    const path = `/${index}/_doc/${to}`;
    for (;;) {
      const { body } = await cluster.request<{ _source: Message }>({ method: 'GET', path });
      if (body._source.status === 'sent') {
        took.push((body._source.finished_at ?? 0) - made);
        break;
      }
      await sleep(20);
    }
    await sleep(100);
  }
  const attempts = await count({
    bool: { filter: [{ term: { destination_id: 'dead' } }, { exists: { field: 'attempts.at' } }] },
  });
  await delivery.stop(5000);
  took.sort((a, b) => a - b);
  return {
    ...{ p50: percentile(took, 0.5), p99: percentile(took, 0.99), most: took.at(-1) },
    ...{ queued: QUEUED, attempts },
  };
};

const deliver = async (): Promise<void> => {
  await prepareOwnIndices(cluster, Date.now());
  dead.url = `http://127.0.0.1:${await closedPort()}`;
  const rounds = await throughput();
  process.stdout.write(JSON.stringify({ rounds, beside: await besideDead() }));
  await client.close();
  process.exit(0);
};

if (mode === 'receive') receive();
else void deliver();
