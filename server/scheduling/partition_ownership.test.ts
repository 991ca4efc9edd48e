import { PARTITION_COUNT } from '../../common/hash';
import type { Stored } from '../cluster/types';
import type { Lease, LeaseStore, Member } from './lease_store';
import { PartitionOwnership } from './partition_ownership';

/** Compare-and-swap in memory, as the cluster does it. */
const sharedStore = () => {
  const leases = new Map<number, Stored<Lease>>();
  const members = new Map<string, Member>();
  let seqNo = 0;
  const store: LeaseStore = {
    leases: async () => new Map([...leases].map(([key, value]) => [key, { ...value }])),
    members: async () => [...members.values()],
    beat: async (member) => void members.set(member.name, member),
    leave: async (name) => void members.delete(name),
    swap: async (changes) =>
      changes.flatMap(({ lease, known }) => {
        const stored = leases.get(lease.partition);
        if (stored?.seq_no !== known?.seq_no) return [];
        const id = String(lease.partition);
        leases.set(lease.partition, { id, source: lease, seq_no: ++seqNo, primary_term: 1 });
        return [lease.partition];
      }),
  };
  return { store, members };
};

const logger = {
  ...{ trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} },
  get: () => logger,
};

const TTL = 24_000;

const instance = (store: LeaseStore, clock: { time: number }) => {
  const events = {
    acquired: jest.fn(async () => {}),
    leaving: jest.fn(async () => {}),
    lost: jest.fn(() => {}),
  };
  const time = { now: () => clock.time, monotonic: () => clock.time };
  return { ownership: new PartitionOwnership(store, events, time, TTL, logger), events };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

const beatAll = async (clock: { time: number }, beats: number, ...all: PartitionOwnership[]) => {
  for (let i = 0; i < beats; i++) {
    clock.time += TTL / 6;
    for (const each of all) await each.step();
    await settled();
  }
};

describe('PartitionOwnership', () => {
  it('takes everything when it is alone', async () => {
    const clock = { time: 0 };
    const { ownership } = instance(sharedStore().store, clock);
    await beatAll(clock, 1, ownership);
    expect(ownership.owned()).toHaveLength(PARTITION_COUNT);
    expect(ownership.remaining(3)).toBeGreaterThan(TTL / 2);
  });

  it('shares with a second instance, each partition with one owner', async () => {
    const clock = { time: 0 };
    const { store } = sharedStore();
    const one = instance(store, clock).ownership;
    const two = instance(store, clock).ownership;
    await beatAll(clock, 1, one);
    await beatAll(clock, 3, one, two);
    expect(two.owned().length).toBeGreaterThan(10);
    expect([...one.owned(), ...two.owned()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: PARTITION_COUNT }, (_, i) => i)
    );
  });

  it('takes over from an instance that does not beat any more, within two times to live', async () => {
    const clock = { time: 0 };
    const { store } = sharedStore();
    const dead = instance(store, clock).ownership;
    const alive = instance(store, clock).ownership;
    await beatAll(clock, 3, dead, alive);
    await beatAll(clock, 5, alive);
    expect(alive.owned().length).toBeLessThan(PARTITION_COUNT);
    await beatAll(clock, 7, alive);
    expect(alive.owned()).toHaveLength(PARTITION_COUNT);
  });

  it('owns nothing once it could not beat in time, and says so before others take over', async () => {
    const clock = { time: 0 };
    const { store } = sharedStore();
    const { ownership, events } = instance(store, clock);
    await beatAll(clock, 1, ownership);
    clock.time += TTL * 0.9;
    expect(ownership.owned()).toEqual([]);
    expect(ownership.remaining(0)).toBe(0);
    await ownership.step();
    expect(events.lost).toHaveBeenCalledTimes(PARTITION_COUNT);
  });

  it('gives everything back when it stops, so that another one need not wait', async () => {
    const clock = { time: 0 };
    const { store, members } = sharedStore();
    const one = instance(store, clock).ownership;
    await beatAll(clock, 1, one);
    await one.stop();
    expect(members.size).toBe(0);
    const two = instance(store, clock).ownership;
    await beatAll(clock, 1, two);
    expect(two.owned()).toHaveLength(PARTITION_COUNT);
  });

  it('tries again when a partition could not be loaded', async () => {
    const clock = { time: 0 };
    const { ownership, events } = instance(sharedStore().store, clock);
    events.acquired.mockRejectedValueOnce(new Error('cluster busy'));
    await beatAll(clock, 1, ownership);
    expect(ownership.owned()).toHaveLength(PARTITION_COUNT - 1);
    await beatAll(clock, 1, ownership);
    expect(ownership.owned()).toHaveLength(PARTITION_COUNT);
  });

  it('lets what runs end before it gives a partition to a newcomer', async () => {
    const clock = { time: 0 };
    const { store } = sharedStore();
    const one = instance(store, clock);
    const two = instance(store, clock).ownership;
    let ended = () => {};
    one.events.leaving.mockReturnValue(new Promise<void>((resolve) => (ended = resolve)));
    await beatAll(clock, 1, one.ownership);
    await beatAll(clock, 2, one.ownership, two);
    expect(two.owned()).toEqual([]);
    expect(one.ownership.remaining(0)).toBeGreaterThan(0);
    ended();
    await settled();
    await beatAll(clock, 1, one.ownership, two);
    expect(two.owned().length).toBeGreaterThan(10);
  });

  it('gives back what it holds by a swap whose answer was lost and does not want', async () => {
    const clock = { time: 0 };
    const { store } = sharedStore();
    const one = instance(store, clock).ownership;
    const two = instance(store, clock).ownership;
    await beatAll(clock, 3, one, two);
    const stray = two.owned()[0];
    const lease = (await store.leases()).get(stray);
    if (!lease) throw new Error('There is no lease.');
    two.doubt(stray);
    const taken: Lease = { ...lease.source, owner: one.instance, epoch: 99 };
    await store.swap([{ lease: taken, known: lease }]);
    await beatAll(clock, 3, one, two);
    expect((await store.leases()).get(stray)?.source.owner).toBe(two.instance);
  });

  it('loads a partition anew when something speaks against its owning it', async () => {
    const clock = { time: 0 };
    const { ownership, events } = instance(sharedStore().store, clock);
    await beatAll(clock, 1, ownership);
    ownership.doubt(5);
    expect(events.lost).toHaveBeenCalledWith(5);
    expect(ownership.remaining(5)).toBe(0);
    await beatAll(clock, 1, ownership);
    expect(events.acquired).toHaveBeenCalledTimes(PARTITION_COUNT + 1);
    expect(ownership.remaining(5)).toBeGreaterThan(0);
  });

  it('takes back what was loaded for a partition that it lost meanwhile', async () => {
    const clock = { time: 0 };
    const { ownership, events } = instance(sharedStore().store, clock);
    let loaded = () => {};
    events.acquired.mockReturnValueOnce(new Promise<void>((resolve) => (loaded = resolve)));
    await beatAll(clock, 1, ownership);
    const [[slow]] = events.acquired.mock.calls as unknown as number[][];
    ownership.doubt(slow);
    events.lost.mockClear();
    loaded();
    await settled();
    expect(events.lost).toHaveBeenCalledWith(slow);
    expect(ownership.remaining(slow)).toBe(0);
  });

  it('does not take the partitions of one that joins between its two looks', async () => {
    const clock = { time: 0 };
    const { store } = sharedStore();
    const joiner = instance(store, clock).ownership;
    // Joins after the first look, and before the second.
    let joined = false;
    const between = async <T>(look: () => Promise<T>): Promise<T> => {
      const seen = await look();
      if (!joined) {
        joined = true;
        await joiner.step();
        await settled();
      }
      return seen;
    };
    const watched: LeaseStore = {
      ...store,
      leases: () => between(store.leases),
      members: () => between(store.members),
    };
    const one = instance(watched, clock).ownership;
    await beatAll(clock, 1, one);
    const both = [...one.owned(), ...joiner.owned()];
    expect(new Set(both).size).toBe(both.length);
  });
});
