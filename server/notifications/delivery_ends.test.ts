import fc from 'fast-check';
import type { Message } from '../../common/notifications/message';
import { DeliveryRoom } from './testing/delivery_room';
import type { Instance, Reception } from './testing/delivery_room';
import type { Fault } from './testing/fake_outbox';
import { messageOf } from './testing/messages';

const MINUTE = 60_000;
const LIMIT_MINUTES = 5;
/** Everything that happens happens within this time. */
const EVENTFUL = 2 * MINUTE;
const ENDED: ReadonlySet<Message['status']> = new Set(['sent', 'suppressed', 'dead']);
const DESTINATIONS = ['hook', 'chat', 'slow', 'pager', 'muted', 'gone'];
/** A pause is noticed by the next look into the outbox. */
const NOTICED = 2500;

const RULES = {
  chat: { rate: { messages: 2, per_seconds: 5 }, digests: true, follows: false },
  slow: { rate: { messages: 3, per_seconds: 5 }, digests: false, follows: false },
  pager: { digests: false, follows: true },
};

type Event =
  | { at: number; what: 'message'; to: string; key: string }
  /** The process is gone, and another starts. */
  | { at: number; what: 'crash' }
  /** It does not beat any more, and another takes over while it still runs. */
  | { at: number; what: 'take over' }
  | { at: number; what: 'pause' }
  | { at: number; what: 'resume' };

interface World {
  events: Event[];
  /** By destination, what it does with one request after the other; then it takes everything, or nothing at all. */
  receptions: Record<string, Reception[]>;
  finally: 'takes' | 'refuses';
  faults: Fault[];
}

const at = fc.integer({ min: 0, max: EVENTFUL });
const happening = (what: 'crash' | 'take over' | 'pause' | 'resume') =>
  fc.record({ at, what: fc.constant(what) }) as fc.Arbitrary<Event>;
const message: fc.Arbitrary<Event> = fc.record({
  at,
  what: fc.constant('message' as const),
  to: fc.constantFrom(...DESTINATIONS),
  key: fc.constantFrom('x', 'y'),
});
const reception: fc.Arbitrary<Reception> = fc.oneof(
  fc.record({ status: fc.constantFrom(200, 200, 500, 503, 404, 413) }),
  fc.record({ status: fc.constant(429), retryAfter: fc.integer({ min: 0, max: 20 }) }),
  fc.constant({ failed: 'refuses the connection' }),
  fc.constant({ failed: 'did not answer in time', took: 10_000 })
);
const fault = fc.constantFrom<Fault>(undefined, undefined, undefined, 'before', 'after');
const others = fc.oneof(
  happening('crash'),
  happening('take over'),
  happening('pause'),
  happening('resume')
);

const worlds = (happenings: fc.Arbitrary<Event[]>, faults: fc.Arbitrary<Fault[]>) =>
  fc.record({
    events: fc
      .tuple(fc.array(message, { minLength: 1, maxLength: 40 }), happenings)
      .map(([messages, more]) => [...messages, ...more].sort((a, b) => a.at - b.at)),
    receptions: fc.record(
      Object.fromEntries(
        ['hook', 'chat', 'slow', 'pager'].map((to) => [to, fc.array(reception, { maxLength: 12 })])
      )
    ) as fc.Arbitrary<Record<string, Reception[]>>,
    finally: fc.constantFrom('takes' as const, 'takes' as const, 'refuses' as const),
    faults,
  });

const happen = (room: DeliveryRoom, me: Instance, event: Event, serial: number): Instance => {
  switch (event.what) {
    case 'message': {
      const { to, key } = event;
      room.enter(me, messageOf(`m.${serial}`, to, Date.now(), { key }));
      return me;
    }
    case 'crash':
      room.kill(me);
      return room.start();
    case 'take over':
      me.lease.remaining = 0;
      return room.start();
    default:
      room.setPaused(event.what === 'pause');
      return me;
  }
};

/** Lets it all happen, and the time that the last message may be tried for. */
const live = async ({ events, receptions, finally: then, faults }: World) => {
  const room = new DeliveryRoom(LIMIT_MINUTES);
  for (const [id, rules] of Object.entries(RULES)) room.rules.set(id, rules);
  const queues = new Map(Object.entries(receptions).map(([to, list]) => [to, [...list]]));
  const last: Reception = then === 'takes' ? { status: 200 } : { failed: 'refuses' };
  room.receive = (to) => queues.get(to)?.shift() ?? last;
  const mishaps = [...faults];
  room.fault = () => mishaps.shift();
  let me = room.start();
  await room.pass(10);
  let now = 0;
  for (const [i, event] of events.entries()) {
    await room.pass(event.at - now);
    now = event.at;
    me = happen(room, me, event, i);
  }
  room.setPaused(false);
  // The limit, the longest rest, claims that have to expire, and the last attempt.
  await room.pass((LIMIT_MINUTES + 5) * MINUTE);
  for (const instance of room.instances) room.kill(instance);
  await room.pass(10_000);
  return room;
};

const withFakeTime = async (check: () => Promise<void>) => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 5) });
  try {
    await check();
  } finally {
    jest.useRealTimers();
  }
};

const demandEnds = (room: DeliveryRoom): void => {
  for (const message of room.outbox.messages()) {
    const { id, status, reason, destination_id: to, finished_at: end } = message;
    expect([id, ENDED.has(status), status]).toEqual([id, true, status]);
    expect(end).toBeDefined();
    if (status !== 'sent') expect(reason).not.toBe('');
    if (status !== 'sent') expect(reason).toBeDefined();
    if (status === 'sent') expect(room.taken(to).flat()).toContain(id);
    if (to === 'muted') expect(status).toBe('suppressed');
    if (to === 'gone') expect(status).toBe('dead');
  }
};

const demandRates = (room: DeliveryRoom): void => {
  for (const { rate } of [RULES.chat, RULES.slow]) {
    const to = rate === RULES.chat.rate ? 'chat' : 'slow';
    const times = room.received.filter((each) => each.destination === to).map((each) => each.at);
    const span = rate.per_seconds * 1000;
    const most = times.map((from) => times.filter((t) => t >= from && t < from + span).length);
    expect(Math.max(0, ...most)).toBeLessThanOrEqual(rate.messages);
  }
};

/** What is about the same arrives in the order of its making. */
const demandOrder = (room: DeliveryRoom): void => {
  const seen = new Map<string, number>();
  for (const { ids } of room.received.filter((each) => each.destination === 'pager' && each.took)) {
    for (const id of ids) {
      const message = room.outbox.message(id);
      const key = message?.facts?.dedup_key ?? '';
      const made = message?.created_at ?? 0;
      expect(made).toBeGreaterThanOrEqual(seen.get(key) ?? 0);
      seen.set(key, made);
    }
  }
};

describe('every message', () => {
  it('ends as sent, held back with a reason or dead with a reason, whatever receivers, cluster and processes do', async () => {
    const anything = worlds(fc.array(others, { maxLength: 6 }), fc.array(fault, { maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(anything, (world) =>
        withFakeTime(async () => demandEnds(await live(world)))
      ),
      { numRuns: 60 }
    );
  }, 300_000);

  it('is taken once, within the rate and in order, as long as no process and no write fails', async () => {
    const pauses = fc.array(fc.oneof(happening('pause'), happening('resume')), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(worlds(pauses, fc.constant([])), (world) =>
        withFakeTime(async () => {
          const room = await live(world);
          demandEnds(room);
          demandRates(room);
          demandOrder(room);
          const heldBack = room.outbox.messages().filter((each) => each.status === 'suppressed');
          expect(heldBack.filter(({ destination_id: to }) => to !== 'muted')).toEqual([]);
          for (const to of DESTINATIONS) {
            const ids = room.taken(to).flat();
            expect(ids).toHaveLength(new Set(ids).size);
          }
          const began = world.events.filter(({ what }) => what === 'pause').map(({ at: t }) => t);
          const start = Date.UTC(2026, 0, 5) + 10;
          for (const { at: t, duringPause } of room.received) {
            const justPaused = began.some(
              (from) => t - start - from < NOTICED && t - start >= from
            );
            if (!justPaused) expect(duringPause).toBe(false);
          }
        })
      ),
      { numRuns: 40 }
    );
  }, 300_000);
});
