import { DELIVERIES_PATH, PAUSE_PATH } from '../../common/notifications/deliveries_api';
import type {
  DeliveryPage,
  DeliveryStory,
  DestinationStatus,
  Pause,
  ResendAnswer,
} from '../../common/notifications/deliveries_api';
import type { Message } from '../../common/notifications/message';
import type { MessageFacts } from '../../common/notifications/message_facts';
import { countOpenIncidents } from '../../server/notifications/outbox_order';
import { createOutboxStore } from '../../server/notifications/outbox_store';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';
import { waitFor } from '../support/wait_for';
import { newMessage, openRoom, putInOutbox } from './notifications_room';
import type { Room } from './notifications_room';

let cluster: TestCluster;
let receiver: Receiver;
let room: Room;
let hook: string;

const ago = (milliseconds: number) => Date.now() - milliseconds;
const facts = (key: string): MessageFacts => ({
  ...{ event: 'firing', dedup_key: key, own_text: true, severity: '1', alerts: [], alert_count: 0 },
});
const failed = (at: number) => ({ at, took: 5, ok: false, status: 503, answer: 'overloaded' });

const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await room.api<T>('GET', path);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const list = (query: string) => get<DeliveryPage>(`${DELIVERIES_PATH}?${query}`);

/** A message that has ended, or waits for long. */
const told = (changes: Partial<Message>): Message => {
  const message = newMessage(hook, { next_attempt_at: Date.now() + 3_600_000, ...changes });
  return message.status === 'pending' ? message : { finished_at: message.created_at, ...message };
};

beforeAll(async () => {
  cluster = await testCluster();
  receiver = await startReceiver();
  room = await openRoom({
    clusterUrl: cluster.url,
    config: { outbound: { allow: ['127.0.0.1'], timeout_seconds: 2 } },
  });
  const secrets = { url: `${receiver.url}/hook`, headers: {} };
  ({ id: hook } = await room.create({ type: 'webhook', name: 'On call', secrets }));
});

afterEach(async () => {
  await cluster.request(
    'POST',
    '/.watchkeeper-outbox/_delete_by_query?refresh=true&conflicts=proceed',
    { query: { match_all: {} } }
  );
});

afterAll(async () => {
  await room.close();
  await receiver.close();
  await cluster.clean();
});

describe('the list of deliveries', () => {
  it('finds by words, status, monitor and time, counts every status, and names the destination', async () => {
    const dead = told({ status: 'dead', reason: 'Refused.', attempts: [failed(ago(5000))] });
    const sent = told({ status: 'sent', subject: 'Disk of HOST-7 full', monitor_id: 'disks' });
    const old = told({ status: 'sent', created_at: ago(3_600_000 * 5) });
    await putInOutbox(room.cluster, [dead, sent, old, told({})]);
    const all = await list('from=now-1h');
    expect(all).toMatchObject({ total: 3, by_status: { dead: 1, sent: 1, pending: 1 } });
    const onlyDead = await list('status=dead');
    expect(onlyDead).toMatchObject({ total: 1, by_status: { dead: 1, sent: 2, pending: 1 } });
    expect(onlyDead.items[0]).toMatchObject({
      ...{ id: dead.id, destination_name: 'On call', attempts: 1, last_answer: 'overloaded' },
      reason: 'Refused.',
    });
    expect(onlyDead.items[0]).not.toHaveProperty('message');
    expect((await list('search=host-7+FULL')).items.map(({ id }) => id)).toEqual([sent.id]);
    expect((await list('search=shop+host-7')).items).toHaveLength(1);
    expect((await list('monitor_id=disks')).total).toBe(1);
    expect((await list('search=nowhere')).total).toBe(0);
    await putInOutbox(room.cluster, [told({ status: 'sent', monitor_id: '' })]);
    expect((await list('from=now-1h')).total).toBe(4);
    expect(await list('from=now-1h&pings=false')).toMatchObject({
      ...{ total: 3, by_status: { dead: 1, sent: 1, pending: 1 } },
    });
    expect((await get<DeliveryStory>(`${DELIVERIES_PATH}/${sent.id}`)).message).toEqual(sent);
    expect((await room.api('GET', `${DELIVERIES_PATH}/none`)).status).toBe(404);
  });

  it('says how far it can be paged', async () => {
    const { status, body } = await room.api('GET', `${DELIVERIES_PATH}?page=101&per_page=100`);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('Only the first 10000 messages');
  });
});

describe('the status of destinations', () => {
  it('says when each last worked and last failed, and what waits', async () => {
    await putInOutbox(room.cluster, [
      told({ status: 'sent', finished_at: ago(60_000), attempts: [failed(ago(90_000))] }),
      told({ status: 'dead', reason: 'Gone.', finished_at: ago(70_000) }),
      told({ attempts: [failed(ago(80_000))] }),
    ]);
    const path = `/api/watchkeeper/destinations/_status`;
    const [status, other] = await get<DestinationStatus[]>(`${path}?ids=${hook},other`);
    expect(status).toMatchObject({
      ...{ id: hook, queue: 1, sent_last_hour: 1, dead_last_day: 1 },
      last_error: { reason: 'Gone.' },
    });
    expect(status.last_success).toBeGreaterThan(ago(65_000));
    expect(other).toEqual({ id: 'other', queue: 0, sent_last_hour: 0, dead_last_day: 0 });
    expect((await get<DestinationStatus[]>(path)).map(({ id }) => id)).toEqual([hook]);
  });
});

describe('the order of messages about the same', () => {
  it('is known from the outbox as it is now', async () => {
    const store = createOutboxStore(room.cluster);
    const sent = { status: 'sent', facts: facts('k') } as const;
    await putInOutbox(room.cluster, [
      told({ ...sent, created_at: 1000 + ago(9000), receiver: { ts: '1' } }),
      told({ ...sent, created_at: 2000 + ago(9000) }),
      told({ facts: facts('k'), created_at: ago(500) }),
      told({ facts: facts('k'), created_at: ago(100) }),
      told({ facts: facts('other'), created_at: ago(8000) }),
    ]);
    const about = { destinationId: hook, key: 'k' };
    const [standing, none] = await Promise.all([
      store.standing(about),
      store.standing({ ...about, key: 'none' }),
    ]);
    const { unsettledFrom, sentUpTo } = standing;
    expect(unsettledFrom?.created_at).toBeLessThan(ago(400));
    expect(sentUpTo?.created_at).toBeLessThan(unsettledFrom?.created_at ?? 0);
    expect(none).toEqual({});
    expect(await store.lastReceiver(about)).toEqual({ ts: '1' });
    const instant = ago(300);
    await putInOutbox(room.cluster, [
      told({ facts: facts('tie'), created_at: instant, rev: 8 }),
      told({ facts: facts('tie'), created_at: instant, rev: 7 }),
    ]);
    const tie = await store.standing({ destinationId: hook, key: 'tie' });
    expect(tie.unsettledFrom).toEqual({ created_at: instant, rev: 7 });
  });

  it('tells which incidents were opened, and not ended', async () => {
    const store = createOutboxStore(room.cluster);
    const tell = (key: string, event: MessageFacts['event'], createdAt: number) =>
      told({ status: 'sent', facts: { ...facts(key), event }, created_at: createdAt });
    await putInOutbox(room.cluster, [
      ...[tell('ended', 'firing', ago(900)), tell('ended', 'resolved', ago(800))],
      ...[tell('seen', 'firing', ago(700)), tell('seen', 'acknowledged', ago(600))],
      tell('open', 'no_data', ago(500)),
      told({ facts: facts('never told'), created_at: ago(400) }),
    ]);
    const said = (key: string) => store.lastSaid({ destinationId: hook, key });
    expect(await Promise.all(['ended', 'seen', 'open', 'never told'].map(said))).toEqual([
      ...['resolved', 'acknowledged', 'no_data', undefined],
    ]);
    expect(await countOpenIncidents(room.cluster, hook)).toBe(2);
    expect(await countOpenIncidents(room.cluster, 'other')).toBe(0);
  });
});

describe('a pause, and sending again', () => {
  it('hold everything back, let it go, and bring back what was dead', async () => {
    const until = Date.now() + 3_600_000;
    const wanted = { paused: true, reason: 'Move', until };
    const { body: paused } = await room.api<Pause>('PUT', PAUSE_PATH, wanted);
    expect(paused).toMatchObject({ ...wanted, waiting: 0 });
    const dead = Array.from({ length: 3 }, () => told({ status: 'dead', reason: 'Refused.' }));
    const waiting = newMessage(hook);
    await putInOutbox(room.cluster, [...dead, waiting]);
    room.notifications.delivery.start();

    const ids = [dead[0].id, waiting.id, 'none'];
    const resend = (body: object) =>
      room.api<ResendAnswer>('POST', `${DELIVERIES_PATH}/_resend`, body);
    expect((await resend({ ids })).body).toEqual({ resent: 1, passed_over: 2 });
    expect((await resend({ filters: { search: 'shop' } })).body).toEqual({
      ...{ resent: 2, passed_over: 0 },
    });
    const again = await room.message(dead[0].id);
    expect(again).toMatchObject({ status: 'pending', attempts: [] });
    expect(again.tried_since).toBeGreaterThan(dead[0].created_at);
    // Looked for several times by now.
    await new Promise((done) => setTimeout(done, 1500));
    expect(receiver.requests).toEqual([]);
    expect(await get<Pause>(PAUSE_PATH)).toMatchObject({ paused: true, waiting: 4 });

    expect((await room.api('PUT', PAUSE_PATH, { paused: true, until: 5 })).status).toBe(400);
    const { body: resumed } = await room.api<Pause>('PUT', PAUSE_PATH, { paused: false });
    expect(resumed).toMatchObject({ paused: false });
    for (const { id } of [...dead, waiting]) {
      expect(await room.settled(id)).toMatchObject({ status: 'sent' });
    }
    expect(receiver.requests).toHaveLength(4);
    expect(room.acts.map(({ what, name }) => [what, name])).toEqual([
      ['delivery.paused', 'All notifications'],
      ['delivery.resent', 'Errors'],
      ['delivery.resent', '2 messages'],
      ['delivery.resumed', 'All notifications'],
    ]);
    await waitFor('nothing to wait', async () => (await get<Pause>(PAUSE_PATH)).waiting === 0);
  });
});
