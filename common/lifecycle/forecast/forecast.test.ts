import type { IndexFacts } from '../decide/facts';
import type { LintedIndex } from '../lint/surroundings';
import { readPolicy } from '../policy/read_policy';
import type { Policy } from '../policy/policy';
import { populationOf } from './find_population';
import { forecast } from './forecast';
import type { Forecast } from './range';

const DAY = 86_400_000;
const GB = 1024 ** 3;
const NOW = Date.UTC(2026, 10, 21, 12);

const dayName = (instant: number): string =>
  new Date(instant).toISOString().slice(0, 10).replace(/-/g, '.');

/** One index a day, the newest of today, each of one gigabyte once it is full. */
const daily = (count: number, prefix = 'logs', changes: Partial<IndexFacts> = {}): LintedIndex[] =>
  Array.from({ length: count }, (_, back) => {
    const created = Date.UTC(2026, 10, 21) - back * DAY;
    const bytes = back === 0 ? GB / 2 : GB;
    return {
      facts: {
        ...{ name: `${prefix}-${dayName(created)}`, uuid: `${prefix}${back}`, created_at: created },
        ...{ status: 'open', docs: 1000, primary_bytes: bytes, largest_shard_bytes: bytes },
        ...{ primaries: 1, replicas: 1, aliases: [], rollovers: [] },
        ...changes,
      },
    };
  });

const policyOf = (states: object[]): Policy =>
  readPolicy({ description: '', default_state: 'hot', states });

const gone = (age: string): object => ({ state_name: 'gone', conditions: { min_index_age: age } });

const AFTER_A_WEEK = policyOf([
  { name: 'hot', actions: [], transitions: [gone('7d')] },
  { name: 'gone', actions: [{ delete: {} }] },
]);

const run = (indices: LintedIndex[], policy = AFTER_A_WEEK, days = 30): Forecast =>
  forecast(
    populationOf(indices, () => ({ policy }), NOW),
    { now: NOW, horizon: NOW + days * DAY }
  );

const gigabytes = (bytes: number): number => Math.round((bytes / GB) * 10) / 10;

describe('a family that makes an index a day', () => {
  it('goes on making them, and every day one is deleted', () => {
    const { days, deletes, to_come: toCome, indices, ends } = run(daily(5));
    expect([indices, toCome]).toEqual([5, 30]);
    // The oldest is of the 17th: it is seven days old on the 24th.
    expect(days.slice(0, 5).map(({ deletes: { expected } }) => expected)).toEqual([0, 0, 0, 1, 1]);
    expect(days[3].deleted).toMatchObject([{ name: 'logs-2026.11.17', to_come: false }]);
    expect(days[8].deleted).toMatchObject([{ name: 'logs-2026.11.22', to_come: true }]);
    expect(gigabytes(days[8].bytes.expected)).toBe(2);
    expect(deletes.expected).toBe(28);
    expect(ends.deleted + ends.beyond).toBe(35);
  });

  it('comes to a level, which is what a week takes up', () => {
    const { storage } = run(daily(5));
    const [now] = storage;
    expect(now.tiers).toEqual([{ tier: 'hot', bytes: now.total }]);
    expect(gigabytes(now.total.expected)).toBe(9);
    const [late, later] = storage.slice(-6, -4).map(({ total }) => gigabytes(total.expected));
    expect(late).toBe(later);
    // At midnight, seven full ones with their replicas: the oldest is deleted within the hour.
    expect(late).toBe(14);
  });

  it('is none where there is only one index, which may be the only one ever', () => {
    expect(run(daily(1)).to_come).toBe(0);
  });

  it('grows as those that tell what they hold: a closed one does not', () => {
    const closed = daily(5).map(({ facts }, place): LintedIndex => {
      const { docs, primary_bytes: bytes, largest_shard_bytes: shard, ...rest } = facts;
      return {
        facts:
          place > 2
            ? { ...rest, status: 'close' }
            : { ...rest, docs, primary_bytes: bytes, largest_shard_bytes: shard },
      };
    });
    expect(gigabytes(run(closed).days[8].bytes.expected)).toBe(2);
  });

  it('is over where the newest is long past', () => {
    const old = daily(30).slice(20);
    expect(run(old).to_come).toBe(0);
  });

  it('stops each of them where the policy fails, with the reason and the first day', () => {
    const policy = policyOf([
      { name: 'hot', actions: [{ rollover: { min_index_age: '1d' } }], transitions: [] },
    ]);
    const { failures, deletes } = run(daily(3), policy);
    expect(deletes.high).toBe(0);
    expect(failures).toMatchObject([
      { action: 'rollover', count: 33, reason: 'Missing rollover_alias index setting.' },
    ]);
    expect(failures[0].names[0]).toBe('logs-2026.11.21');
    expect(failures[0].first_at - NOW).toBeLessThan(DAY);
  });

  it('knows three indices that have failed already', () => {
    const cursor = { state: 'hot', state_since: NOW - DAY, failed: true };
    const indices = daily(3).map((index) => ({ ...index, cursor, policy_id: 'p' }));
    const population = populationOf(indices, () => ({ policy: AFTER_A_WEEK, policy_id: 'p' }), NOW);
    const found = forecast({ ...population, sources: [] }, { now: NOW, horizon: NOW + 30 * DAY });
    expect(found.failures).toMatchObject([{ count: 3, first_at: NOW }]);
    expect(found.failures[0].reason).toBeUndefined();
  });
});

describe('an alias that is rolled over', () => {
  const policy = policyOf([
    {
      name: 'hot',
      actions: [{ rollover: { min_primary_shard_size: '10gb' } }],
      transitions: [{ state_name: 'gone', conditions: { min_rollover_age: '5d' } }],
    },
    { name: 'gone', actions: [{ delete: {} }] },
  ]);
  const rolled = (number: number, age: number, size: number, rolledAgo?: number): LintedIndex => ({
    facts: {
      ...{ name: `app-00000${number}`, uuid: String(number), created_at: NOW - age * DAY },
      ...{ status: 'open', docs: 10, primary_bytes: size * GB, largest_shard_bytes: size * GB },
      ...{ primaries: 1, replicas: 0, rollover_alias: 'app' },
      aliases: [{ name: 'app', is_write_index: rolledAgo === undefined, members: 4 }],
      rollovers: rolledAgo === undefined ? [] : [{ target: 'app', at: NOW - rolledAgo * DAY }],
    },
  });
  /** Two gigabytes a day, so that each is full after five days. */
  const indices = [
    ...[rolled(1, 17, 10, 12), rolled(2, 12, 10, 7), rolled(3, 7, 10, 2), rolled(4, 2, 4)],
  ];

  it('makes the next one each time, and they are deleted in turn', () => {
    const { days, to_come: toCome } = run(indices, policy);
    const deleted = days.flatMap((day) => day.deleted.map(({ name }) => name));
    expect(deleted.slice(0, 5)).toEqual([
      ...['app-000001', 'app-000002', 'app-000003', 'app-000004', 'app-000005'],
    ]);
    // Every five days and some steps of the engine, from the third day on.
    expect(toCome).toBe(6);
  });

  it('is told early and late by how its indices differ', () => {
    const uneven = [rolled(1, 21, 10, 12), rolled(2, 12, 10, 9), rolled(3, 9, 10, 2), indices[3]];
    const { deletes } = run(uneven, policy, 25);
    expect(deletes.low).toBeLessThan(deletes.expected + 1);
    expect(deletes.high).toBeGreaterThan(deletes.low);
  });
});

describe('a policy with tiers', () => {
  const states = (actions: object[]): object[] => [
    {
      name: 'hot',
      actions: [],
      transitions: [{ state_name: 'warm', conditions: { min_index_age: '2d' } }],
    },
    { name: 'warm', actions, transitions: [gone('7d')] },
    { name: 'gone', actions: [{ delete: {} }] },
  ];

  const last = ({ storage }: Forecast): Array<[string, number]> =>
    storage[storage.length - 2].tiers.map(({ tier, bytes }) => [tier, gigabytes(bytes.expected)]);

  it('moves by the names of its states, with fewer replicas, and counts its merges', () => {
    const found = run(
      daily(5),
      policyOf(
        states([
          { replica_count: { number_of_replicas: 0 } },
          { force_merge: { max_num_segments: 1 } },
        ])
      )
    );
    expect(last(found)).toEqual([
      ['hot', 4],
      ['warm', 5],
    ]);
    const most = found.peaks.find(({ job }) => job === 'force_merge');
    expect(most).toMatchObject({ count: 3, at: Date.UTC(2026, 10, 21) });
  });

  it('moves by its allocations where it has any', () => {
    const moved = states([{ allocation: { require: { box_type: 'cold' } } }]);
    expect(last(run(daily(5), policyOf(moved)))).toEqual([
      ['hot', 4],
      ['cold', 10],
    ]);
  });
});

describe('indices under policies of their own', () => {
  it('are counted each by its own, and left out where none manages them', () => {
    const never = policyOf([{ name: 'hot' }]);
    const indices = [...daily(3, 'a'), ...daily(3, 'b'), ...daily(3, 'c')];
    const population = populationOf(
      indices,
      ({ facts: { name } }) =>
        name.startsWith('c')
          ? undefined
          : { policy: name.startsWith('a') ? AFTER_A_WEEK : never, policy_id: name[0] },
      NOW
    );
    const {
      ends,
      days,
      indices: count,
    } = forecast(population, { now: NOW, horizon: NOW + 10 * DAY });
    expect(count).toBe(6);
    expect(ends).toMatchObject({ completed: 13, deleted: 6, beyond: 7 });
    expect(new Set(days.flatMap(({ deleted }) => deleted.map((each) => each.policy_id)))).toEqual(
      new Set(['a'])
    );
  });
});
