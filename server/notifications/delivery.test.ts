import type { Delta } from '../../common/monitors/state';
import type { Message, MessageIntent } from '../../common/notifications/message';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import { configSchema } from '../config';
import { project } from '../monitors/projection';
import { NEVER_PAUSED } from '../../common/notifications/pause';
import { createDelivery } from './delivery';
import type { DeliveryTuning } from './delivery';
import type { OutboundResult } from './outbound/types';
import type { EnteredMessage, Target } from './types';

const OUTBOX = '.watchkeeper-outbox-v1-2026.01.05';
const OK: OutboundResult = { kind: 'answer', status: 200, text: 'ok' };
const TARGET: Target = {
  kind: 'ready',
  destination: {
    ...{ type: 'webhook', name: 'Hook', origin: 'https://example.com', method: 'POST' },
    header_names: [],
  },
  secrets: { url: 'https://example.com/', headers: {} },
};

/** A delivery over a cluster in memory; a send ends when the test lets it. */
const room = (tuning: Partial<DeliveryTuning> = {}) => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const sends: Array<(result: OutboundResult) => void> = [];
  const lease = { remaining: 60_000 };
  const client = {
    send: () => new Promise<OutboundResult>((done) => sends.push(done)),
    connect: () => Promise.reject(new Error('Nobody is there.')),
    close: async () => {},
  };
  const pause = { paused: false };
  const delivery = createDelivery({
    pauses: { look: async () => NEVER_PAUSED, hold: () => pause.paused, within: () => 0 },
    ...{ cluster, clock, client, tuning, config: configSchema.parse({}), logger: silentLogger },
    ownership: { instance: 'me', owned: () => [], remaining: () => lease.remaining },
    destinations: { resolve: async () => TARGET },
  });
  const intent = (i: number): MessageIntent => ({
    ...{ id: `m.1.m${i}`, monitor_id: 'm', monitor_name: 'm', trigger_id: 't', trigger_name: 't' },
    ...{ action_id: 'a', action_name: 'a', destination_id: 'd', alert_ids: [], severity: '1' },
    ...{ subject: '', message: 'x', period_start: 0, period_end: 1 },
    ...{ created_at: clock.now(), rev: 1 },
  });
  /** What a commit does with so many messages. */
  const enter = async (count: number, claims = true): Promise<EnteredMessage[]> => {
    const messages = Array.from({ length: count }, (_, i) => intent(i));
    const delta: Delta = { rev: 1, at: clock.now(), alerts: [], events: [], messages };
    const claim = claims ? { claim: delivery.claim.bind(delivery) } : {};
    return (await project(cluster, [delta], claim)).messages;
  };
  const message = (i: number) => cluster.doc<Message>(OUTBOX, `m.1.m${i}`);
  const calm = () => new Promise((done) => setTimeout(done, 20));
  const asked = () => cluster.requests.map(({ path }) => path);
  return { cluster, clock, delivery, enter, message, sends, lease, calm, asked };
};

describe('a message that this instance writes and sends', () => {
  it('enters the outbox claimed, and costs one more write', async () => {
    const { delivery, enter, message, sends, calm, asked } = room();
    const entered = await enter(1);
    expect(message(0)).toMatchObject({ status: 'sending', claimed_by: 'me' });
    delivery.offer(entered);
    await calm();
    sends[0](OK);
    await calm();
    expect(message(0)).toMatchObject({ status: 'sent', attempts: [{ ok: true }] });
    expect(message(0)).not.toHaveProperty('claimed_by');
    expect(asked()).toEqual(['/_bulk', '/_bulk']);
  });

  it('is claimed before it is sent, without being read, where it entered unclaimed', async () => {
    const { delivery, enter, message, sends, calm, asked } = room();
    const entered = await enter(1, false);
    expect(message(0)).toMatchObject({ status: 'pending' });
    delivery.offer(entered);
    await calm();
    expect(sends).toHaveLength(1);
    expect(message(0)).toMatchObject({ status: 'sending', claimed_by: 'me' });
    sends[0](OK);
    await calm();
    expect(message(0)).toMatchObject({ status: 'sent' });
    expect(asked()).toEqual(['/_bulk', '/_bulk', '/_bulk']);
  });

  it('is not sent when somebody else has claimed it meanwhile', async () => {
    const { cluster, delivery, enter, message, sends, calm } = room();
    const entered = await enter(1, false);
    cluster.put(OUTBOX, 'm.1.m0', { ...message(0), status: 'sending', claimed_by: 'other' });
    delivery.offer(entered);
    await calm();
    expect(sends).toHaveLength(0);
    expect(message(0)).toMatchObject({ claimed_by: 'other' });
  });
});

describe('a claim in advance', () => {
  it('is made only for as many as may wait for a destination', async () => {
    const { enter, message } = room({ capacity: 2 });
    await enter(3);
    expect([0, 1, 2].map((i) => message(i)?.status)).toEqual(['sending', 'sending', 'pending']);
  });

  it('is not made for a long message, which need not stay in memory', async () => {
    const { delivery, enter, message } = room();
    const long = { ...(await enter(1, false))[0].message, message: 'x'.repeat(20_000) };
    expect(delivery.claim([long])).toEqual([long]);
    expect(message(0)).toMatchObject({ status: 'pending' });
  });

  it('is not made where the lease would not outlast the send, nor while stopping', async () => {
    const leaseless = room();
    leaseless.lease.remaining = 500;
    await leaseless.enter(1);
    expect(leaseless.message(0)).toMatchObject({ status: 'pending' });
    const stopped = room();
    await stopped.delivery.stop(1000);
    await stopped.enter(1);
    expect(stopped.message(0)).toMatchObject({ status: 'pending' });
  });

  it('is given back for what waits when the instance stops, and what is under way is settled', async () => {
    const { delivery, enter, message, sends, calm } = room({ atOnce: 1 });
    delivery.offer(await enter(3));
    await calm();
    const stopping = delivery.stop(10_000);
    await calm();
    expect(message(0)).toMatchObject({ status: 'sending' });
    for (const i of [1, 2]) {
      expect(message(i)).toMatchObject({ status: 'pending', attempts: [] });
      expect(message(i)).not.toHaveProperty('claimed_by');
    }
    sends[0](OK);
    await stopping;
    expect(message(0)).toMatchObject({ status: 'sent' });
    expect(sends).toHaveLength(1);
  });

  it('is given back when it is offered after the stop', async () => {
    const { delivery, enter, message, sends, calm } = room();
    const entered = await enter(1);
    await delivery.stop(1000);
    delivery.offer(entered);
    await calm();
    expect(message(0)).toMatchObject({ status: 'pending' });
    expect(sends).toHaveLength(0);
  });

  it('is given back when the lease was lost while it waited', async () => {
    const { delivery, enter, message, sends, lease, calm } = room({ atOnce: 1 });
    delivery.offer(await enter(2));
    await calm();
    lease.remaining = 0;
    sends[0](OK);
    await calm();
    expect(message(0)).toMatchObject({ status: 'sent' });
    expect(message(1)).toMatchObject({ status: 'pending', attempts: [] });
    expect(sends).toHaveLength(1);
  });

  it('is made anew after a long wait, so that it outlasts the send', async () => {
    const { clock, delivery, enter, message, sends, calm } = room({ atOnce: 1 });
    delivery.offer(await enter(2));
    await calm();
    const first = message(1)?.claim_expires_at ?? 0;
    clock.pass(20_000);
    sends[0](OK);
    await calm();
    expect(sends).toHaveLength(2);
    expect(message(1)?.claim_expires_at).toBe(first + 20_000);
  });

  it('counts no more when somebody else took the message after it had expired', async () => {
    const { cluster, clock, delivery, enter, message, sends, calm } = room({ atOnce: 1 });
    delivery.offer(await enter(2));
    await calm();
    clock.pass(60_000);
    cluster.put(OUTBOX, 'm.1.m1', { ...message(1), status: 'sent' });
    sends[0](OK);
    await calm();
    expect(sends).toHaveLength(1);
    expect(message(1)).toMatchObject({ status: 'sent' });
  });
});
