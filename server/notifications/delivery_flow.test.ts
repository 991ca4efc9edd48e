import type { Message } from '../../common/notifications/message';
import { DeliveryRoom } from './testing/delivery_room';
import type { Instance } from './testing/delivery_room';
import { messageOf } from './testing/messages';

const CHAT = { rate: { messages: 2, per_seconds: 10 }, digests: true, follows: false };
const SLOW = { ...CHAT, digests: false };
const PAGER = { digests: false, follows: true };
const MINUTE = 60_000;

beforeEach(() => void jest.useFakeTimers({ now: Date.UTC(2026, 0, 5) }));
afterEach(() => void jest.useRealTimers());

const open = async (timeLimit?: number): Promise<{ room: DeliveryRoom; me: Instance }> => {
  const room = new DeliveryRoom(timeLimit);
  room.rules.set('chat', CHAT).set('slow', SLOW).set('pager', PAGER);
  const me = room.start();
  await room.pass(10);
  return { room, me };
};

/** So many messages, each with an id of its own. */
const some = (count: number, to: string, changes: Parameters<typeof messageOf>[3] = {}) =>
  Array.from({ length: count }, (_, i) => messageOf(`m.${i}`, to, Date.now(), changes));

const statuses = (room: DeliveryRoom): Array<Message['status']> =>
  room.outbox.messages().map(({ status }) => status);

describe('a destination with a rate', () => {
  it('gets no more than that, and all in the end', async () => {
    const { room, me } = await open();
    room.enter(me, ...some(7, 'slow'));
    await room.pass(9_000);
    expect(room.taken('slow')).toHaveLength(2);
    await room.pass(8_000);
    expect(room.taken('slow')).toHaveLength(4);
    await room.pass(25_000);
    expect(room.taken('slow')).toHaveLength(7);
    expect(new Set(statuses(room))).toEqual(new Set(['sent']));
  });

  it('shows what waits for its turn as waiting', async () => {
    const { room, me } = await open();
    room.enter(me, ...some(7, 'slow'));
    await room.pass(8_000);
    expect(statuses(room).filter((status) => status === 'pending')).toHaveLength(5);
  });

  it('gets what waits beyond it as one message, which each of its parts remembers', async () => {
    const { room, me } = await open();
    room.enter(me, ...some(7, 'chat'));
    await room.pass(1000);
    expect(room.taken('chat').map(({ length }) => length)).toEqual([7]);
    const messages = room.outbox.messages();
    expect(new Set(messages.map(({ digest_id: id }) => id)).size).toBe(1);
    for (const message of messages) {
      expect(message).toMatchObject({ status: 'sent', attempts: [{ ok: true, status: 200 }] });
      expect(message.digest_id).toMatch(/^digest-[0-9a-f]{32}$/);
    }
  });

  it('keeps every part of a merged message that failed, and merges them again', async () => {
    const { room, me } = await open();
    const answers = [{ status: 503 }];
    room.receive = () => answers.shift() ?? { status: 200 };
    room.enter(me, ...some(5, 'chat'));
    await room.pass(1000);
    for (const message of room.outbox.messages()) {
      expect(message).toMatchObject({ status: 'pending', attempts: [{ ok: false, status: 503 }] });
      expect(message).not.toHaveProperty('digest_id');
    }
    await room.pass(15_000);
    expect(room.received.map(({ ids }) => ids.length)).toEqual([5, 5]);
    expect(new Set(statuses(room))).toEqual(new Set(['sent']));
  });

  it('gets the parts one by one where it does not take the form of the whole', async () => {
    const { room, me } = await open();
    const answers = [{ status: 413 }];
    room.receive = () => answers.shift() ?? { status: 200 };
    room.enter(me, ...some(3, 'chat'));
    await room.pass(60_000);
    expect(room.received.map(({ ids }) => ids.length)).toEqual([3, 1, 1, 1]);
    expect(new Set(statuses(room))).toEqual(new Set(['sent']));
  });

  it('that is not there any more ends every part, with the reason', async () => {
    const { room, me } = await open();
    room.receive = () => ({ status: 404 });
    room.enter(me, ...some(3, 'chat'));
    await room.pass(1000);
    expect(room.received).toHaveLength(1);
    for (const message of room.outbox.messages()) {
      expect(message).toMatchObject({ status: 'dead', reason: expect.stringContaining('404') });
    }
  });
});

describe('a destination that asks to be left alone', () => {
  it('is left alone as a whole, and not only by the message that it said so of', async () => {
    const { room, me } = await open();
    const answers = [{ status: 429, retryAfter: 60 }];
    room.receive = () => answers.shift() ?? { status: 200 };
    room.enter(me, messageOf('first', 'hook', Date.now()));
    await room.pass(1000);
    room.enter(me, ...some(5, 'hook'));
    await room.pass(55_000);
    expect(room.received).toHaveLength(1);
    expect(statuses(room)).toEqual(Array(6).fill('pending'));
    await room.pass(10_000);
    expect(new Set(statuses(room))).toEqual(new Set(['sent']));
  });
});

describe('a destination that is down', () => {
  it('is tried by one message at a time, while another gets its own at once', async () => {
    const { room, me } = await open();
    room.receive = (to) => (to === 'down' ? { failed: 'refused' } : { status: 200 });
    const first = Array.from({ length: 200 }, (_, i) => messageOf(`d.${i}`, 'down', Date.now()));
    room.enter(me, ...first);
    await room.pass(5 * MINUTE);
    const tries = room.received.filter(({ destination }) => destination === 'down');
    expect(tries.length).toBeLessThan(32 + 20);
    room.enter(me, messageOf('other', 'hook', Date.now()));
    await room.pass(50);
    expect(room.outbox.message('other')).toMatchObject({ status: 'sent' });
    room.receive = () => ({ status: 200 });
    await room.pass(15 * MINUTE);
    expect(new Set(statuses(room))).toEqual(new Set(['sent']));
  });

  it('for longer than messages are tried ends all that wait, with the reason', async () => {
    const { room, me } = await open(10);
    room.receive = () => ({ failed: 'refused' });
    room.enter(me, ...some(100, 'down'));
    await room.pass(25 * MINUTE);
    for (const message of room.outbox.messages()) {
      expect(message).toMatchObject({
        status: 'dead',
        reason: expect.stringMatching(/^Given up after/),
      });
    }
    expect(room.received.length).toBeLessThan(100);
  });

  it('has a time limit of its own where it says so', async () => {
    const { room, me } = await open();
    room.rules.set('brief', { digests: false, follows: false, timeLimit: MINUTE });
    room.receive = () => ({ status: 500 });
    room.enter(me, messageOf('a', 'brief', Date.now()), messageOf('b', 'hook', Date.now()));
    await room.pass(3 * MINUTE);
    expect(room.outbox.message('a')).toMatchObject({ status: 'dead' });
    expect(room.outbox.message('b')).toMatchObject({ status: 'pending' });
  });
});

describe('messages about the same', () => {
  it('go out in the order of their making, however often the first one fails', async () => {
    const { room, me } = await open();
    const answers = [{ status: 500 }, { status: 500 }];
    room.receive = () => answers.shift() ?? { status: 200 };
    room.enter(me, messageOf('trigger', 'pager', Date.now(), { key: 'k' }));
    await room.pass(500);
    room.enter(me, messageOf('resolve', 'pager', Date.now(), { key: 'k' }));
    room.enter(me, messageOf('other', 'pager', Date.now(), { key: 'x' }));
    await room.pass(60_000);
    const order = room.received.filter(({ took }) => took).flatMap(({ ids }) => ids);
    expect(order.indexOf('trigger')).toBeLessThan(order.indexOf('resolve'));
    expect(order).toHaveLength(3);
    expect(room.outbox.message('resolve')?.attempts).toHaveLength(1);
  });

  it('are held back once a later one has gone out', async () => {
    const { room, me } = await open();
    const made = Date.now();
    room.enter(me, messageOf('resolve', 'pager', made + 1, { key: 'k' }));
    await room.pass(2500);
    // Dead before, and sent again by somebody.
    room.outbox.put(messageOf('trigger', 'pager', made, { key: 'k' }));
    await room.pass(5000);
    expect(room.outbox.message('trigger')).toMatchObject({
      ...{ status: 'suppressed', attempts: [] },
      reason: 'A later message about the same has been sent already.',
    });
  });

  it('keep the order of their commits where they were made at the same instant', async () => {
    const { room, me } = await open();
    const made = Date.now();
    room.setPaused(true);
    await room.pass(2500);
    room.enter(me, messageOf('resolve', 'pager', made, { key: 'k', rev: 8 }));
    room.enter(me, messageOf('trigger', 'pager', made, { key: 'k', rev: 7 }));
    room.setPaused(false);
    await room.pass(30_000);
    expect(room.taken('pager')).toEqual([['trigger'], ['resolve']]);
  });

  it('are held back where the later one of the same instant has gone out', async () => {
    const { room, me } = await open();
    const made = Date.now();
    room.enter(me, messageOf('resolve', 'pager', made, { key: 'k', rev: 8 }));
    await room.pass(2500);
    room.outbox.put(messageOf('trigger', 'pager', made, { key: 'k', rev: 7 }));
    await room.pass(5000);
    expect(room.outbox.message('trigger')?.status).toBe('suppressed');
  });

  it('need no order where the destination keeps no incident', async () => {
    const { room, me } = await open();
    const answers = [{ status: 500 }];
    room.receive = () => answers.shift() ?? { status: 200 };
    const now = Date.now();
    room.enter(me, messageOf('a', 'hook', now, { key: 'k' }));
    await room.pass(100);
    room.enter(me, messageOf('b', 'hook', now, { key: 'k' }));
    await room.pass(100);
    expect(statuses(room)).toEqual(['pending', 'sent']);
  });
});

describe('a pause', () => {
  it('lets nothing out, and everything when it ends', async () => {
    const { room, me } = await open();
    room.setPaused(true);
    await room.pass(3000);
    room.enter(me, ...some(5, 'hook'));
    await room.pass(MINUTE);
    expect(room.received).toEqual([]);
    expect(statuses(room)).toEqual(Array(5).fill('pending'));
    room.setPaused(false);
    await room.pass(5000);
    expect(new Set(statuses(room))).toEqual(new Set(['sent']));
  });

  it('takes back what had been claimed, and ends by itself', async () => {
    const { room, me } = await open();
    room.rules.set('slow', { ...SLOW, rate: { messages: 1, per_seconds: 4 } });
    room.enter(me, ...some(6, 'slow'));
    await room.pass(1000);
    room.setPaused(true, Date.now() + MINUTE);
    await room.pass(3000);
    expect(statuses(room)).not.toContain('sending');
    const before = room.received.length;
    await room.pass(50_000);
    expect(room.received).toHaveLength(before);
    await room.pass(40_000);
    expect(new Set(statuses(room))).toEqual(new Set(['sent']));
  });

  it('is in force on an instance that has just started, and is no time in which messages grow old', async () => {
    const { room, me } = await open(5);
    room.receive = () => ({ status: 500 });
    room.enter(me, messageOf('a', 'hook', Date.now()));
    await room.pass(1000);
    room.setPaused(true);
    room.kill(me);
    room.start();
    await room.pass(30 * MINUTE);
    expect(room.received).toHaveLength(1);
    room.setPaused(false);
    await room.pass(MINUTE);
    expect(room.outbox.message('a')).toMatchObject({ status: 'pending' });
    room.receive = () => ({ status: 200 });
    await room.pass(4 * MINUTE);
    expect(room.outbox.message('a')).toMatchObject({ status: 'sent' });
  });
});

describe('a message that is not for sending', () => {
  it('ends with the reason', async () => {
    const { room, me } = await open();
    room.enter(me, messageOf('m', 'muted', Date.now()), messageOf('g', 'gone', Date.now()));
    await room.pass(1000);
    expect(room.outbox.message('m')).toMatchObject({
      ...{ status: 'suppressed', reason: 'The destination "muted" is muted.', attempts: [] },
    });
    expect(room.outbox.message('g')).toMatchObject({
      ...{ status: 'dead', reason: 'The destination was deleted.' },
    });
    expect(room.received).toEqual([]);
  });
});
