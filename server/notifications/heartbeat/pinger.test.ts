import { WatchkeeperError } from '../../../common/errors';
import { partitionOf } from '../../../common/hash';
import type { Message } from '../../../common/notifications/message';
import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../../cluster/testing/test_clock';
import type { Entry, Place } from '../outbox_types';
import type { EnteredMessage } from '../types';
import { Pinger } from './pinger';

const OUTBOX = '.watchkeeper-outbox-v1-2026.01.05';
const destination = { id: 'd1', name: 'Snitch', interval_seconds: 60 };

const room = ({ cluster = new FakeCluster(), clock = new TestClock() } = {}) => {
  const state = {
    destinations: [destination],
    partitions: [partitionOf('d1')],
    behind: undefined as string | undefined,
  };
  const offered: EnteredMessage[] = [];
  const withheld: string[] = [];
  const pinged: string[] = [];
  const outbox = {
    get: async ({ index, id }: Place): Promise<Entry | undefined> => {
      const message = cluster.doc<Message>(index, id);
      return message && { index, id, message, seq_no: 0, primary_term: 1 };
    },
  };
  const pinger = new Pinger({
    ...{ cluster, clock, logger: silentLogger, outbox },
    delivery: {
      claim: (messages) => messages.map((each) => ({ ...each, status: 'sending' as const })),
      offer: (entered) => void offered.push(...entered),
    },
    ownership: { instance: 'me', owned: () => state.partitions, remaining: () => 60_000 },
    destinations: async () => state.destinations,
    whyBehind: async () => state.behind,
    withheld: (_id, reason) => (withheld.push(reason), true),
    pinged: (id) => void pinged.push(id),
  });
  const messages = () => cluster.docs<Message>('.watchkeeper-outbox');
  /** What delivery does. */
  const settleAll = () => {
    for (const message of messages()) {
      cluster.put(OUTBOX, message.id, { ...message, status: 'sent' });
    }
  };
  return { cluster, clock, state, pinger, offered, withheld, pinged, messages, settleAll };
};

describe('the pinger', () => {
  it('puts one message an interval into the outbox, claimed, and hands it to delivery', async () => {
    const { pinger, clock, offered, messages, settleAll, withheld } = room();
    await pinger.turn();
    await pinger.turn();
    expect(messages()).toMatchObject([
      {
        ...{ status: 'sending', destination_id: 'd1', partition: partitionOf('d1') },
        facts: { event: 'heartbeat' },
      },
    ]);
    expect(offered).toHaveLength(1);
    settleAll();
    clock.pass(60_000);
    await pinger.turn();
    expect(messages()).toHaveLength(2);
    expect(withheld).toEqual([]);
  });

  it('leaves those to others that belong to their partitions', async () => {
    const { pinger, state, messages } = room();
    state.partitions = [(partitionOf('d1') + 1) % 64];
    await pinger.turn();
    expect(messages()).toEqual([]);
  });

  it('makes none twice, after a start or on two instances', async () => {
    const first = room();
    await first.pinger.turn();
    const second = room(first);
    await second.pinger.turn();
    expect(second.messages()).toHaveLength(1);
    expect(second.offered).toEqual([]);
    expect(second.withheld).toEqual([]);
  });

  it('sends nothing while monitors are late, says why, and goes on within the same interval', async () => {
    const { pinger, state, messages, withheld, pinged } = room();
    state.behind = 'Runs are 90 s late.';
    await pinger.turn();
    expect(messages()).toEqual([]);
    expect(withheld).toEqual(['No heartbeat goes to "Snitch": Runs are 90 s late.']);
    state.behind = undefined;
    await pinger.turn();
    expect(messages()).toHaveLength(1);
    expect(pinged).toEqual(['d1']);
  });

  it('sends nothing while the ping before has not been settled, also after a start', async () => {
    const first = room();
    await first.pinger.turn();
    first.clock.pass(60_000);
    await first.pinger.turn();
    const second = room(first);
    await second.pinger.turn();
    expect(first.messages()).toHaveLength(1);
    expect([first.withheld, second.withheld].flat()).toEqual([
      expect.stringContaining('still waits in the outbox'),
      expect.stringContaining('still waits in the outbox'),
    ]);
    first.settleAll();
    await second.pinger.turn();
    expect(first.messages()).toHaveLength(2);
  });

  it('says so while the cluster does not answer', async () => {
    const { pinger, cluster, withheld, messages } = room();
    await pinger.turn();
    cluster.request = async () => {
      throw new WatchkeeperError('cluster_unreachable', 'No answer.');
    };
    const again = room({ cluster });
    await again.pinger.turn();
    expect(withheld).toEqual([]);
    expect(again.withheld).toEqual([expect.stringContaining('No answer.')]);
    expect(messages()).toHaveLength(1);
  });

  it('pings none that was deleted or muted, and says no more of it', async () => {
    const { pinger, clock, state, messages, pinged, settleAll } = room();
    await pinger.turn();
    settleAll();
    state.destinations = [];
    clock.pass(60_000);
    await pinger.turn();
    expect(messages()).toHaveLength(1);
    expect(pinged).toEqual(['d1', 'd1']);
  });
});
