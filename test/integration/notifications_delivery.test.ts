import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';
import { newMessage, openRoom, ownsAll, putInOutbox } from './notifications_room';
import type { Room, RoomSetup } from './notifications_room';

const ID_HEADER = 'x-watchkeeper-message-id';

let cluster: TestCluster;
let receiver: Receiver;
const rooms: Room[] = [];

const open = async (setup: Partial<RoomSetup> = {}): Promise<Room> => {
  const outbound = { allow: ['127.0.0.1'], timeout_seconds: 2, ...setup.config?.outbound };
  const config = { ...setup.config, outbound };
  const room = await openRoom({ clusterUrl: cluster.url, ...setup, config });
  rooms.push(room);
  return room;
};

const webhook = (room: Room, url: string, headers: Record<string, string> = {}) =>
  room.create({ type: 'webhook', name: 'Receiver', secrets: { url, headers } });

beforeAll(async () => {
  cluster = await testCluster();
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
  await receiver.close();
  const everything = { query: { match_all: {} } };
  await cluster.request(
    'POST',
    '/.watchkeeper-outbox/_delete_by_query?refresh=true&conflicts=proceed',
    everything
  );
});
afterAll(() => cluster.clean());

describe('delivery from the outbox', () => {
  it('sends what is offered, once, with the secrets and the message id', async () => {
    const room = await open();
    const { id } = await webhook(room, `${receiver.url}/hook?token=abc`, {
      'X-Token': 'hush-hush',
    });
    const message = newMessage(id);
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.offer([{ message }]);
    const sent = await room.settled(message.id);
    expect(sent).toMatchObject({ status: 'sent', attempts: [{ ok: true, status: 200 }] });
    expect(receiver.requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/hook?token=abc',
        body: message.message,
        headers: expect.objectContaining({ 'x-token': 'hush-hush', [ID_HEADER]: message.id }),
      }),
    ]);
  });

  it('finds by itself what an instance left behind, claims that have expired included', async () => {
    const room = await open();
    const { id } = await room.create({
      type: 'slack',
      name: 'Channel',
      secrets: { url: `${receiver.url}/services/T/B/x` },
    });
    const left = newMessage(id);
    const abandoned = newMessage(id, {
      status: 'sending',
      claimed_by: 'dead',
      claim_expires_at: Date.now() - 1000,
    });
    const claimed = newMessage(id, {
      status: 'sending',
      claimed_by: 'alive',
      claim_expires_at: Date.now() + 600_000,
    });
    await putInOutbox(room.cluster, [left, abandoned, claimed]);
    room.notifications.delivery.start();
    expect(await room.settled(left.id)).toMatchObject({ status: 'sent' });
    expect(await room.settled(abandoned.id)).toMatchObject({ status: 'sent' });
    expect(await room.message(claimed.id)).toMatchObject({
      status: 'sending',
      claimed_by: 'alive',
    });
    expect(JSON.parse(receiver.requests[0].body)).toEqual({ text: `Errors\n\n${left.message}` });
    expect(receiver.requests.map(({ headers }) => headers[ID_HEADER]).sort()).toEqual(
      [left.id, abandoned.id].sort()
    );
  });

  it('gives up on a 404, with what the receiver said', async () => {
    receiver.behave({ kind: 'answer', status: 404, body: 'no_service' });
    const room = await open();
    const { id } = await webhook(room, receiver.url);
    const message = newMessage(id);
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.offer([{ message }]);
    const dead = await room.settled(message.id);
    expect(dead).toMatchObject({
      status: 'dead',
      reason: expect.stringContaining('404'),
      attempts: [{ status: 404, ok: false, answer: 'no_service' }],
    });
    expect(dead.finished_at).toBeDefined();
    expect(receiver.requests).toHaveLength(1);
  });

  it('tries again when the receiver hangs, with the same id', async () => {
    receiver.next({ kind: 'hang' });
    const room = await open();
    const { id } = await webhook(room, receiver.url);
    const message = newMessage(id);
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.start();
    const sent = await room.settled(message.id);
    expect(sent).toMatchObject({
      status: 'sent',
      attempts: [{ ok: false, answer: expect.stringContaining('did not answer') }, { ok: true }],
    });
    expect(receiver.requests.map(({ headers }) => headers[ID_HEADER])).toEqual([
      message.id,
      message.id,
    ]);
  });

  it('arrives once the port is open again, with the same id, although the instance was replaced', async () => {
    const first = await open({ ownership: ownsAll('first') });
    const { id } = await webhook(first, receiver.url);
    await receiver.close();
    const message = newMessage(id);
    await putInOutbox(first.cluster, [message]);
    first.notifications.delivery.offer([{ message }]);
    await waitFor('a failed attempt', async () => {
      const { status, attempts } = await first.message(message.id);
      return status === 'pending' && attempts.length > 0;
    });
    await first.notifications.delivery.stop(1000);
    await receiver.reopen();
    const second = await open({ ownership: ownsAll('second') });
    second.notifications.delivery.start();
    const sent = await second.settled(message.id);
    expect(sent.attempts[0]).toMatchObject({
      ok: false,
      answer: expect.stringContaining('refuses'),
    });
    expect(sent.status).toBe('sent');
    expect(receiver.requests.map(({ headers }) => headers[ID_HEADER])).toEqual([message.id]);
  });

  it('gives up after the time limit, with the last failure', async () => {
    receiver.behave({ kind: 'answer', status: 503, body: 'overloaded' });
    const room = await open({ config: { delivery: { time_limit_minutes: 1 } } });
    const { id } = await webhook(room, receiver.url);
    const message = newMessage(id, { created_at: Date.now() - 5 * 60_000 });
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.offer([{ message }]);
    expect(await room.settled(message.id)).toMatchObject({
      status: 'dead',
      reason: expect.stringContaining('overloaded'),
      attempts: [{ status: 503 }],
    });
  });

  it('refuses a private address that the configuration does not allow', async () => {
    const room = await open({ config: { outbound: { allow: [] } } });
    const { id } = await webhook(room, receiver.url.replace('127.0.0.1', 'localhost'));
    const message = newMessage(id);
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.offer([{ message }]);
    const dead = await room.settled(message.id);
    expect(dead).toMatchObject({ status: 'dead', reason: expect.stringContaining('127.0.0.1') });
    expect(dead.reason).toContain('opensearch_watchkeeper.outbound.allow');
    expect(receiver.requests).toHaveLength(0);
  });

  it('ends dead when the destination was deleted, or its secrets are not there', async () => {
    const room = await open();
    const { id } = await webhook(room, receiver.url);
    await room.cluster.request({
      method: 'POST',
      path: '/.watchkeeper-secrets/_delete_by_query',
      query: { refresh: true },
      body: { query: { term: { destination_id: id } } },
    });
    const [lost, gone] = [newMessage(id), newMessage('never-was')];
    await putInOutbox(room.cluster, [lost, gone]);
    room.notifications.delivery.offer([{ message: lost }, { message: gone }]);
    expect((await room.settled(lost.id)).reason).toMatch(/secrets are not stored/);
    expect((await room.settled(gone.id)).reason).toMatch(/was deleted/);
    expect(receiver.requests).toHaveLength(0);
  });

  it('never sends a secret to an origin that it was not given for', async () => {
    const room = await open();
    const other = await startReceiver();
    const { id } = await webhook(room, receiver.url, { 'X-Token': 'hush-hush' });
    // As an import does: same id, another origin.
    await room.savedObjects.update('watchkeeper-destination', id, { origin: other.url });
    const message = newMessage(id);
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.offer([{ message }]);
    expect((await room.settled(message.id)).reason).toMatch(/another destination or origin/);
    expect([...receiver.requests, ...other.requests]).toHaveLength(0);
    await other.close();
  });
});

describe('two deliveries over one outbox', () => {
  it('send each message once, although both hold every partition', async () => {
    const [one, two] = [
      await open({ ownership: ownsAll('one') }),
      await open({ ownership: ownsAll('two') }),
    ];
    const { id } = await webhook(one, receiver.url);
    receiver.behave({ kind: 'answer', status: 200, delay: 20 });
    const messages = Array.from({ length: 60 }, () => newMessage(id));
    await putInOutbox(one.cluster, messages);
    for (const { notifications } of [one, two]) {
      notifications.delivery.start();
      notifications.delivery.offer(messages.map((message) => ({ message })));
    }
    for (const message of messages) await one.settled(message.id);
    const ids = receiver.requests.map(({ headers }) => headers[ID_HEADER]).sort();
    expect(ids).toEqual(messages.map((message) => message.id).sort());
  });

  it('leave alone what belongs to others', async () => {
    const room = await open({
      ownership: { instance: 'idle', owned: () => [], remaining: () => 0 },
    });
    const { id } = await webhook(room, receiver.url);
    const message = newMessage(id);
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.start();
    room.notifications.delivery.offer([{ message }]);
    const owner = await open({ ownership: ownsAll('owner') });
    const sentinel = newMessage(id);
    await putInOutbox(room.cluster, [sentinel]);
    owner.notifications.delivery.offer([{ message: sentinel }]);
    await owner.settled(sentinel.id);
    expect(await room.message(message.id)).toMatchObject({ status: 'pending', attempts: [] });
  });

  it('start no send for which the lease does not last', async () => {
    const room = await open({ ownership: ownsAll('brief', () => 500) });
    const { id } = await webhook(room, receiver.url);
    const message = newMessage(id);
    await putInOutbox(room.cluster, [message]);
    room.notifications.delivery.offer([{ message }]);
    await room.notifications.delivery.stop(5000);
    expect(await room.message(message.id)).toMatchObject({ status: 'pending', attempts: [] });
    expect(receiver.requests).toHaveLength(0);
  });
});

describe('many messages', () => {
  it('for a destination that hangs do not delay those for another', async () => {
    const slow = await startReceiver();
    slow.behave({ kind: 'hang' });
    const room = await open({ tuning: { capacity: 5 } });
    const [stuck, fine] = [await webhook(room, slow.url), await webhook(room, receiver.url)];
    const hanging = Array.from({ length: 40 }, () => newMessage(stuck.id));
    const message = newMessage(fine.id);
    await putInOutbox(room.cluster, [...hanging, message]);
    room.notifications.delivery.start();
    expect(await room.settled(message.id)).toMatchObject({ status: 'sent' });
    const open40 = await room.notifications.messages.byIds(hanging.map((other) => other.id));
    expect(open40.filter(({ status }) => status === 'sent')).toHaveLength(0);
    await slow.close();
  });

  it('are all sent, page after page', async () => {
    const room = await open({ tuning: { capacity: 7 } });
    const { id } = await webhook(room, receiver.url);
    const messages = Array.from({ length: 50 }, () => newMessage(id));
    await putInOutbox(room.cluster, messages);
    room.notifications.delivery.start();
    for (const message of messages) await room.settled(message.id);
    expect(new Set(receiver.requests.map(({ headers }) => headers[ID_HEADER])).size).toBe(50);
    expect(receiver.requests).toHaveLength(50);
  });

  it('of an alert are told apart from those of others', async () => {
    const room = await open();
    const [mine, alsoMine, other] = [
      newMessage('d', { alert_ids: ['x', 'y'], created_at: Date.now() - 5000 }),
      newMessage('d', { alert_ids: ['x'] }),
      newMessage('d', { alert_ids: ['y'] }),
    ];
    await putInOutbox(room.cluster, [mine, alsoMine, other]);
    const found = await room.notifications.messages.ofAlert('x');
    expect(found.map(({ id }) => id)).toEqual([alsoMine.id, mine.id]);
  });
});
