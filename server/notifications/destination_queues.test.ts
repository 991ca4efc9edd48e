import { FREE } from '../../common/notifications/flow/flow';
import type { SendingRules } from '../../common/notifications/flow/flow';
import { DestinationQueues } from './destination_queues';
import type { Permit, Ticket } from './flows';
import type { DueMessage } from './outbox_types';

const job = (id: string, more: Partial<DueMessage> = {}): DueMessage => ({
  ...{ id, index: 'i', partition: 0, age: { created_at: 0 } },
  ...more,
});

const ticketOf = (rules: SendingRules = FREE): Ticket => ({
  ...{ rules, spend() {}, note() {}, close() {} },
});
const GO: Permit = { kind: 'send', most: 1, ticket: ticketOf() };

const setUp = ({ atOnce = 2, capacity = 10, settling = 1 } = {}) => {
  const started: string[] = [];
  const hasSent = new Map<string, () => void>();
  const finish = new Map<string, () => void>();
  let drained = 0;
  const gate: { permit: Permit } = { permit: GO };
  const ended: string[] = [];
  const givenBack: string[] = [];
  const queues = new DestinationQueues({
    atOnce,
    capacity,
    settling,
    turn: () => gate.permit,
    isOver: (_destination, { age }) => age.created_at < 0,
    end: async (_destination, { id }) => void ended.push(id),
    giveBack: async ({ id }) => void givenBack.push(id),
    work: (jobs, _ticket, sent) => {
      const id = jobs.map((each) => each.id).join('+');
      started.push(id);
      hasSent.set(id, sent);
      return new Promise((done) => finish.set(id, done));
    },
    drained: () => drained++,
  });
  const end = async (id: string) => {
    finish.get(id)?.();
    await new Promise((done) => setImmediate(done));
  };
  const send = (id: string) => hasSent.get(id)?.();
  return { queues, started, end, send, drained: () => drained, gate, ended, givenBack };
};

describe('the queues of destinations', () => {
  it('let a destination that hangs delay nobody but itself', () => {
    const { queues, started } = setUp();
    for (const id of ['a1', 'a2', 'a3', 'a4']) queues.add('a', [], [job(id)]);
    queues.add('b', [], [job('b1')]);
    expect(started).toEqual(['a1', 'a2', 'b1']);
  });

  it('go on in order as jobs end', async () => {
    const { queues, started, end } = setUp({ atOnce: 1 });
    for (const id of ['1', '2', '3']) queues.add('a', [], [job(id)]);
    await end('1');
    await end('2');
    expect(started).toEqual(['1', '2', '3']);
  });

  it('send the next one while what came of the last is written down, but not without end', async () => {
    const { queues, started, end, send } = setUp({ atOnce: 1, settling: 2 });
    for (const id of ['1', '2', '3', '4']) queues.add('a', [], [job(id)]);
    send('1');
    expect(started).toEqual(['1', '2']);
    send('2');
    expect(started).toEqual(['1', '2']);
    queues.add('a', [], [job('1')]);
    await end('1');
    expect(started).toEqual(['1', '2', '3']);
    await end('2');
    await end('3');
    await end('4');
    await queues.idle();
    expect(started).toEqual(['1', '2', '3', '4']);
  });

  it('take a job once while it waits or is under way, and again afterwards', async () => {
    const { queues, started, end } = setUp({ atOnce: 1 });
    for (const id of ['1', '1', '2', '2']) queues.add('a', [], [job(id)]);
    await end('1');
    await end('2');
    expect(started).toEqual(['1', '2']);
    queues.add('a', [], [job('1')]);
    expect(started).toEqual(['1', '2', '1']);
  });

  it('turn away what goes beyond their capacity, and say when there is room again', async () => {
    const { queues, started, end, drained } = setUp({ atOnce: 1, capacity: 2 });
    for (const id of ['1', '2', '3', '4']) queues.add('a', [], [job(id)]);
    expect(queues.room('a')).toBe(0);
    expect(drained()).toBe(0);
    await end('1');
    expect(drained()).toBe(1);
    await end('2');
    await end('3');
    expect(started).toEqual(['1', '2', '3']);
    queues.add('a', [], [job('4')]);
    expect(started).toContain('4');
  });

  it('turn away nothing that was promised a place', async () => {
    const { queues, started, end, drained } = setUp({ atOnce: 1, capacity: 1 });
    expect(queues.room('a')).toBe(1);
    for (const id of ['1', '2', '3']) queues.add('a', [job(id)]);
    expect(queues.room('a')).toBe(0);
    await end('1');
    await end('2');
    expect(started).toEqual(['1', '2', '3']);
    expect(drained()).toBe(0);
  });

  it('are idle when all that is under way has ended, whatever was waiting and forgotten', async () => {
    const { queues, started, end } = setUp({ atOnce: 1 });
    for (const id of ['1', '2']) queues.add('a', [], [job(id)]);
    expect(queues.clear().map(({ id }) => id)).toEqual(['2']);
    let idle = false;
    const waiting = queues.idle().then(() => (idle = true));
    await new Promise((done) => setImmediate(done));
    expect(idle).toBe(false);
    await end('1');
    await waiting;
    expect(started).toEqual(['1']);
  });

  it('let nothing out before the destination may be asked again, and then as many as one message', async () => {
    const { queues, started, gate, end } = setUp({ atOnce: 1 });
    gate.permit = { kind: 'rest', wait: 30 };
    const jobs = ['1', '2', '3'].map((id) => job(id));
    queues.add('a', [], jobs);
    expect(started).toEqual([]);
    gate.permit = { kind: 'send', most: 2, ticket: ticketOf() };
    await new Promise((done) => setTimeout(done, 60));
    expect(started).toEqual(['1+2']);
    await end('1+2');
    expect(started).toEqual(['1+2', '3']);
  });

  it('give claims back before a long rest, and end what has waited for too long', async () => {
    const { queues, gate, givenBack, ended, started } = setUp();
    gate.permit = { kind: 'rest', wait: 60_000 };
    const claimed = { message: { status: 'sending' } } as DueMessage['entry'];
    const old = job('old', { age: { created_at: -1 } });
    queues.add('a', [job('mine', { entry: claimed })], [old, job('young')]);
    expect(givenBack).toEqual(['mine']);
    expect(ended).toEqual(['old']);
    expect(started).toEqual([]);
    gate.permit = GO;
    await new Promise((done) => setImmediate(done));
    queues.wakeAll();
    expect(started).toEqual(['mine', 'young']);
    queues.clear();
  });

  it('let what is about the same follow each other where the destination wants it', async () => {
    const { queues, started, gate, end } = setUp({ atOnce: 5 });
    gate.permit = { kind: 'send', most: 1, ticket: ticketOf({ ...FREE, follows: true }) };
    const about = (id: string, key: string) => job(id, { key });
    queues.add('a', [], [about('1', 'x'), about('2', 'x'), about('3', 'y'), job('4')]);
    expect(started).toEqual(['1', '3', '4']);
    await end('1');
    expect(started).toEqual(['1', '3', '4', '2']);
  });
});
