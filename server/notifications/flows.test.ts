import type { Destination } from '../../common/notifications/destination';
import type { SendingRules } from '../../common/notifications/flow/flow';
import { TestClock } from '../cluster/testing/test_clock';
import { Flows } from './flows';
import type { Target } from './types';

const TARGET: Target = {
  kind: 'ready',
  destination: { type: 'slack', name: 'Chat' } as unknown as Destination,
  secrets: { url: 'https://example.com/' },
};
const LOAD = { waiting: 1, underWay: 0 };

const room = (resolve: () => Promise<Target> = async () => TARGET) => {
  const clock = new TestClock();
  const ready: string[] = [];
  const world = {
    sharers: 1,
    rules: {
      digests: false,
      follows: false,
      rate: { messages: 4, per_seconds: 10 },
    } as SendingRules,
  };
  const flows = new Flows({
    ...{ clock, random: () => 1, targets: { resolve } },
    rules: () => world.rules,
    sharers: () => world.sharers,
    ready: (id) => ready.push(id),
  });
  /** Sends as much as may go out now. */
  const send = (): number => {
    for (let count = 0; ; count++) {
      const turn = flows.turn('d', LOAD);
      if (turn.kind !== 'send') return count;
      turn.ticket.spend();
    }
  };
  const known = async () => {
    const first = flows.turn('d', LOAD);
    await new Promise((done) => setImmediate(done));
    return first;
  };
  return { clock, flows, ready, world, send, known };
};

describe('the flow to a destination', () => {
  it('waits until its rules are known', async () => {
    const { flows, ready, known } = room();
    expect(flows.free('d', 0)).toBe(Infinity);
    expect(await known()).toEqual({ kind: 'busy' });
    expect(ready).toEqual(['d']);
    expect(flows.turn('d', LOAD).kind).toBe('send');
  });

  it('goes on where nobody can say by which rules: the attempt meets the same trouble', async () => {
    const { flows, known } = room(() => Promise.reject(new Error('unreachable')));
    await known();
    expect(flows.turn('d', LOAD).kind).toBe('send');
  });

  it('gets its part of the rate, by how many share it at the moment', async () => {
    const { clock, world, send, known, flows } = room();
    await known();
    expect(send()).toBe(4);
    clock.pass(10_000);
    world.sharers = 2;
    expect(flows.free('d', 0)).toBe(2);
    expect(send()).toBe(2);
  });

  it('follows a change of the destination within seconds', async () => {
    const { clock, world, send, known } = room();
    await known();
    expect(send()).toBe(4);
    world.rules = { ...world.rules, rate: { messages: 6, per_seconds: 10 } };
    clock.pass(2000);
    expect(send()).toBe(0);
    await known();
    expect(send()).toBe(2);
  });

  it('takes back what was reserved and not used', async () => {
    const { flows, known } = room();
    await known();
    const turns = Array.from({ length: 4 }, () => flows.turn('d', LOAD));
    expect(flows.turn('d', LOAD)).toEqual({ kind: 'busy' });
    for (const turn of turns) if (turn.kind === 'send') turn.ticket.close();
    expect(flows.free('d', 0)).toBe(4);
  });

  const others = (flows: Flows, name: string) =>
    Array.from({ length: 2000 }, (_, i) => flows.turn(`${name} ${i}`, LOAD));

  it('is forgotten among many others once nothing of it has to be remembered', async () => {
    const { clock, flows, send, known } = room();
    await known();
    send();
    others(flows, 'first');
    await new Promise((done) => setImmediate(done));
    expect(flows.free('d', 0)).toBe(0);
    clock.pass(10_000);
    flows.turn('one more', LOAD);
    expect(flows.free('d', 0)).toBe(Infinity);
  });

  it('is remembered while it fails, until nobody has sent there for an hour', async () => {
    const { clock, flows, known } = room();
    await known();
    for (let failure = 0; failure < 3; failure++) {
      const turn = flows.turn('d', LOAD);
      if (turn.kind !== 'send') throw new Error('It may go out.');
      turn.ticket.spend();
      turn.ticket.note({ result: 'retry' }, clock.monotonic(), false);
    }
    others(flows, 'first');
    await new Promise((done) => setImmediate(done));
    clock.pass(600_000);
    flows.turn('one more', LOAD);
    expect(flows.isFailing('d')).toBe(true);
    clock.pass(3_600_000);
    others(flows, 'second');
    expect(flows.isFailing('d')).toBe(false);
  });
});
