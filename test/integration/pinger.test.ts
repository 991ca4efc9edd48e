import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../common/notifications/message';
import { systemClock } from '../../server/clock';
import { indexFor } from '../../server/cluster/own_indices';
import { Pinger } from '../../server/notifications/heartbeat/pinger';
import { createOutboxStore } from '../../server/notifications/outbox_store';
import { createLogger } from '../../standalone/logging/logger';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';
import { openRoom, ownsAll } from './notifications_room';
import type { Room } from './notifications_room';

let cluster: TestCluster;
let receiver: Receiver;
let room: Room;

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
  const outbound = { allow: [`127.0.0.1:${receiver.port}`], timeout_seconds: 2 };
  room = await openRoom({ clusterUrl: cluster.url, config: { outbound } });
  room.notifications.delivery.start();
});

afterAll(async () => {
  await room?.close();
  await receiver?.close();
  await cluster?.clean();
});

const EVERY = 2000;

it('pings go out while all works, stop while anything does not, and go on', async () => {
  const { id } = await room.create({
    ...{ type: 'heartbeat', name: 'Snitch', interval_seconds: 10, method: 'POST' },
    secrets: { url: `${receiver.url}/snitch/secret` },
  });
  const state = { behind: undefined as string | undefined, stopped: false };
  const withheld: string[] = [];
  const pinger = new Pinger({
    ...{ cluster: room.cluster, outbox: createOutboxStore(room.cluster) },
    ...{ delivery: room.notifications.delivery, ownership: ownsAll('test'), clock: systemClock },
    // More often than a destination can ask for: the test need not wait as long.
    destinations: async () => [{ id, name: 'Snitch', interval_seconds: EVERY / 1000 }],
    whyBehind: async () => state.behind,
    withheld: (_id, reason) => (withheld.push(reason), true),
    pinged: () => undefined,
    logger: createLogger({ level: 'fatal', write: () => undefined }),
  });
  const loop = (async () => {
    while (!state.stopped) {
      await pinger.turn();
      await sleep(100);
    }
  })();
  const stillComes = async () => {
    const before = receiver.requests.length;
    await receiver.received(before + 2);
  };
  /** Nothing comes for some intervals, once what was under way has arrived. */
  const comesNoMore = async (reason: string) => {
    await waitFor(reason, () => withheld.some((text) => text.includes(reason)));
    await sleep(EVERY);
    const before = receiver.requests.length;
    await sleep(2 * EVERY);
    expect(receiver.requests.length).toBe(before);
  };

  try {
    await stillComes();
    expect(receiver.requests[0]).toMatchObject({ method: 'POST', path: '/snitch/secret' });
    expect(receiver.requests[0].headers['x-watchkeeper-message-id']).toMatch(`hb.${id}.`);

    state.behind = 'Runs are 90 s late.';
    await comesNoMore('Runs are 90 s late.');
    state.behind = undefined;
    await stillComes();

    // The outbox takes nothing.
    const outbox = `/${indexFor('outbox', Date.now())}/_settings`;
    await cluster.request('PUT', outbox, { 'index.blocks.write': true });
    await comesNoMore('could not be made');
    await cluster.request('PUT', outbox, { 'index.blocks.write': false });
    await stillComes();

    // The receiver is down: the ping that fails waits, and the next ones wait for it.
    await receiver.close();
    await waitFor('the outbox to be seen', () =>
      withheld.some((text) => text.includes('still waits in the outbox'))
    );
    await receiver.reopen();
    await stillComes();
    const { body } = await cluster.request<{ hits: { hits: Array<{ _source: Message }> } }>(
      'POST',
      '/.watchkeeper-outbox/_search',
      { size: 100, query: { term: { destination_id: id } } }
    );
    const ids = body.hits.hits.map(({ _source }) => _source.id);
    expect(new Set(ids).size).toBe(ids.length);
  } finally {
    state.stopped = true;
    await loop;
  }
});
