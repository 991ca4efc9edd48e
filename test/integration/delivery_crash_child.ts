import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@opensearch-project/opensearch';
import type { OpenSearchClient } from 'opensearch-dashboards/server';
import type { Message } from '../../common/notifications/message';
import type { Destination } from '../../common/notifications/destination';
import { systemClock } from '../../server/clock';
import { createCluster } from '../../server/cluster/cluster';
import { bulk } from '../../server/cluster/bulk';
import { indexFor } from '../../server/cluster/own_indices';
import type { Cluster, ClusterOptions, ClusterRequest } from '../../server/cluster/types';
import { silentLogger } from '../../server/cluster/testing/test_clock';
import { configSchema } from '../../server/config';
import { resend } from '../../server/notifications/deliveries/resend';
import { createDelivery } from '../../server/notifications/delivery';
import { parseAllowList } from '../../server/notifications/outbound/address_rules';
import { createGuardedClient } from '../../server/notifications/outbound/guarded_client';
import type { GuardedClient } from '../../server/notifications/outbound/types';
import { createPauseStore } from '../../server/notifications/pause_store';
import { PauseWatch } from '../../server/notifications/pause_watch';
import { messageOf } from '../../server/notifications/testing/messages';
import { CRASH_POINTS } from './delivery_crash_points';
import type { CrashOrder, CrashPoint } from './delivery_crash_points';

/** A delivery in a process of its own, which kills itself where it is told to. Bundled and started by the crash test. */

const { clusterUrl, receiverUrl, point } = JSON.parse(process.argv[2]) as CrashOrder;
const MOST = 1000;
const DURING = 300;

const die = async (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  await sleep(60_000);
  throw new Error('It lives.');
};

const real = createCluster(new Client({ node: clusterUrl }) as unknown as OpenSearchClient);

/** What a bulk request is about. */
const subjectOf = ({ path, lines = '' }: ClusterRequest): CrashPoint['at'] | undefined => {
  if (path !== '/_bulk') return undefined;
  const [action, source] = lines.split('\n');
  if (source.includes('"kind":"pause"')) return 'pause';
  if (action.startsWith('{"create"')) return 'create';
  const { status, attempts, tried_since: again } = JSON.parse(source) as Message;
  if (status === 'sending') return 'claim';
  return status === 'pending' && again !== undefined && attempts.length === 0
    ? 'resend'
    : 'outcome';
};

/** The first half of the pairs of lines. */
const halfOf = (lines: string): string => {
  const all = lines.trimEnd().split('\n');
  const pairs = Math.ceil(all.length / 4);
  return `${all.slice(0, pairs * 2).join('\n')}\n`;
};

const cluster: Cluster = {
  request: async <T>(asked: ClusterRequest, options?: ClusterOptions) => {
    const hits = point !== undefined && subjectOf(asked) === point.at;
    if (hits && point.when === 'before') await die();
    if (hits && point.when === 'half') {
      await real.request({ ...asked, lines: halfOf(asked.lines ?? '') }, options);
      await die();
    }
    const answer = await real.request<T>(asked, options);
    if (hits && point.when === 'after') await die();
    return answer;
  },
  text: (asked, options) => real.text(asked, options),
};

const guarded = createGuardedClient(parseAllowList(['127.0.0.1']));
let answers = point?.answers;
const client: GuardedClient = {
  ...guarded,
  connect: (wanted) => guarded.connect(wanted),
  close: () => guarded.close(),
  send: async (wanted) => {
    const hits = point?.at === 'send';
    if (hits && point.when === 'before') await die();
    const sent = guarded.send(wanted);
    if (hits && point.when === 'during') {
      await sleep(DURING);
      await die();
    }
    const result = await sent;
    if (hits && point.when === 'after') await die();
    if (answers === undefined) return result;
    const status = answers;
    answers = undefined;
    return { kind: 'answer', status, text: '' };
  },
};

const destinationOf = (id: string): Destination => {
  const merged = CRASH_POINTS.find(({ name }) => name === id)?.merged === true;
  const settings = merged
    ? { type: 'slack', rate_limit: { messages: 1, per_seconds: 1 } }
    : { type: 'webhook', method: 'POST', header_names: [] };
  return { ...settings, name: id, origin: receiverUrl } as unknown as Destination;
};

const pauses = new PauseWatch(createPauseStore(cluster, systemClock), systemClock);
const delivery = createDelivery({
  ...{ cluster, client, pauses, clock: systemClock, logger: silentLogger },
  ownership: {
    instance: `process ${process.pid}`,
    owned: () => (point ? [point.partition] : CRASH_POINTS.map(({ partition }) => partition)),
    remaining: () => 60_000,
  },
  destinations: {
    resolve: async (id) => ({
      kind: 'ready',
      destination: destinationOf(id),
      secrets: { url: `${receiverUrl}/${id}`, headers: {} },
    }),
  },
  config: configSchema.parse({ outbound: { timeout_seconds: 2 } }),
  tuning: { sweepEvery: 300, sweepSoon: 100 },
});

const enter = async ({ name, partition, messages: count, at }: CrashPoint): Promise<void> => {
  const now = Date.now();
  const dead = { status: 'dead', reason: 'Refused.', finished_at: now } as const;
  const messages = Array.from({ length: count }, (_, i) => {
    const id = `${name}.${i}`;
    const more = at === 'resend' ? dead : {};
    return messageOf(id, name, now, { partition, message: `<${id}>`, ...more });
  });
  const entering = at === 'create' ? delivery.claim(messages) : messages;
  const operations = entering.map((message) => ({
    kind: 'create' as const,
    index: indexFor('outbox', message.created_at),
    id: message.id,
    source: message,
  }));
  await bulk(cluster, operations, { refresh: true });
};

const run = async (): Promise<void> => {
  await pauses.look();
  if (point?.at === 'pause') await pauses.set({ paused: true, reason: 'Move' }, 'jane');
  if (point) await enter(point);
  if (point?.at === 'resend') {
    await resend(cluster, systemClock, { filters: { destination_id: point.name } });
  }
  delivery.start();
  // Until somebody ends it, but not for ever.
  await sleep(MOST * 1000);
};

void run();
