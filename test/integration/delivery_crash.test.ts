import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@opensearch-project/opensearch';
import type { OpenSearchClient } from 'opensearch-dashboards/server';
import { createCluster } from '../../server/cluster/cluster';
import type { Cluster } from '../../server/cluster/types';
import type { Message } from '../../common/notifications/message';
import { prepareOwnIndices } from '../../server/cluster/prepare';
import { createPauseStore } from '../../server/notifications/pause_store';
import { messageOf } from '../../server/notifications/testing/messages';
import { systemClock } from '../../server/clock';
import { resend } from '../../server/notifications/deliveries/resend';
import { temporaryFolder, testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { PROJECT } from '../docs/files';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';
import { putInOutbox } from './notifications_room';
import { CRASH_POINTS, PAUSING } from './delivery_crash_points';
import type { CrashOrder, CrashPoint } from './delivery_crash_points';

const folder = temporaryFolder();
const bundle = join(folder, 'child.js');
const children = new Set<ChildProcess>();
let cluster: TestCluster;
let ours: Cluster;
let receiver: Receiver;

const start = (point?: CrashPoint): Promise<NodeJS.Signals | number | null> => {
  const order: CrashOrder = {
    clusterUrl: cluster.url,
    receiverUrl: receiver.url,
    ...(point ? { point } : {}),
  };
  const child = spawn(process.execPath, [bundle, JSON.stringify(order)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.add(child);
  return new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)));
};

const messages = async (): Promise<Message[]> => {
  await cluster.request('POST', '/.watchkeeper-outbox/_refresh');
  const { body } = await cluster.request<{ hits: { hits: Array<{ _source: Message }> } }>(
    'POST',
    '/.watchkeeper-outbox/_search',
    { size: 1000 }
  );
  return body.hits.hits.map(({ _source }) => _source);
};

const of = (point: CrashPoint, all: Message[]) =>
  all.filter(({ destination_id: id }) => id === point.name);

/** How often each message of a point arrived. */
const arrivals = (point: CrashPoint): number[] => {
  const bodies = receiver.requests
    .filter(({ path }) => path === `/${point.name}`)
    .map(({ body }) => body);
  return Array.from({ length: point.messages }, (_, i) => {
    // A chat escapes the angle brackets.
    const said = new RegExp(`${point.name}\\.${i}(?!\\d)`);
    return bodies.filter((body) => said.test(body)).length;
  });
};

beforeAll(async () => {
  cluster = await testCluster();
  ours = createCluster(new Client({ node: cluster.url }) as unknown as OpenSearchClient);
  receiver = await startReceiver();
  execFileSync(join(PROJECT, 'node_modules', 'esbuild', 'bin', 'esbuild'), [
    join(__dirname, 'delivery_crash_child.ts'),
    ...['--bundle', '--platform=node', '--log-level=error', `--outfile=${bundle}`],
  ]);
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await receiver.close();
  await cluster.clean();
  rmSync(folder, { recursive: true });
});

describe('a process that is killed while it delivers', () => {
  let recovered: Message[];

  it('dies at each of the points', async () => {
    await prepareOwnIndices(ours, Date.now());
    const ends = await Promise.all(
      CRASH_POINTS.map(async (point) => [point.name, await start(point)])
    );
    expect(ends).toEqual(CRASH_POINTS.map(({ name }) => [name, 'SIGKILL']));
  });

  it('leaves nothing that the next one does not bring to an end', async () => {
    const left = await messages();
    expect(left).toHaveLength(CRASH_POINTS.reduce((sum, { messages: count }) => sum + count, 0));
    void start();
    await resend(ours, { now: () => Date.now() }, { filters: {} });
    recovered = await waitFor('every message to be sent', async () => {
      const all = await messages();
      return all.every(({ status }) => status === 'sent') && all;
    });
  });

  it.each(CRASH_POINTS)(
    'has lost nothing, and repeats only what it cannot know of: $name',
    (point) => {
      const all = of(point, recovered);
      expect(all).toHaveLength(point.messages);
      for (const message of all) expect(message.attempts.at(-1)).toMatchObject({ ok: true });
      const counts = arrivals(point);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...counts)).toBeLessThanOrEqual(point.arrives ? 2 : 1);
    }
  );

  it('as it pauses everything leaves the pause in force, and what waits for its end', async () => {
    expect(await start(PAUSING)).toBe('SIGKILL');
    const pauses = createPauseStore(ours, systemClock);
    expect(await pauses.read()).toMatchObject({ paused: true, reason: 'Move', by: 'jane' });
    // The one that goes on with everything looks every 300 ms.
    await sleep(1500);
    const { name } = PAUSING;
    const waiting = messageOf(`${name}.0`, name, Date.now(), { message: `<${name}.0>` });
    await putInOutbox(ours, [waiting]);
    await sleep(1500);
    const [held] = of(PAUSING, await messages());
    expect(held).toMatchObject({ status: 'pending', attempts: [] });
    await pauses.set({ paused: false }, 'jane');
    await waitFor('it to be sent', async () => {
      const [sent] = of(PAUSING, await messages());
      return sent.status === 'sent';
    });
    expect(arrivals({ ...PAUSING, messages: 1 })).toEqual([1]);
  });
});
