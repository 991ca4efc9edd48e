import type { IndexFacts } from '../decide/facts';
import type { LintedIndex } from '../lint/surroundings';
import { clusterPopulation, growersOf, narrowed } from './cluster_population';
import { diskForecast, shareOf } from './disk';
import { forecast } from './forecast';

const DAY = 86_400_000;
const GB = 1024 ** 3;
const NOW = Date.UTC(2026, 10, 21, 12);

const facts = (name: string, age: number, changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name, uuid: name, created_at: NOW - age * DAY, status: 'open', docs: 1 },
  ...{ primary_bytes: GB, largest_shard_bytes: GB, primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [], ...changes },
});

const daily = (name: string, policy_id?: string): LintedIndex[] =>
  Array.from({ length: 4 }, (_, age) => ({
    facts: facts(`${name}-2026.11.${21 - age}`, age + 0.5),
    ...(policy_id === undefined ? {} : { policy_id }),
  }));

const policy = (id: string, pattern: string, actions: object[] = [], priority = 1) => ({
  id,
  body: {
    ...{ default_state: 'hot', ism_template: [{ index_patterns: [pattern], priority }] },
    states: [
      { name: 'hot', actions, transitions: [{ state_name: 'gone', conditions: CONDITIONS }] },
      { name: 'gone', actions: [{ delete: {} }] },
    ],
  },
});
const CONDITIONS = { min_index_age: '7d' };

const ALL = { text: '', growth: 1 };

const run = (
  indices: LintedIndex[],
  policies: Parameters<typeof clusterPopulation>[1],
  days = 30
) =>
  forecast(clusterPopulation(indices, policies, NOW).population, {
    ...{ now: NOW, horizon: NOW + days * DAY },
  });

const partOf = (found: ReturnType<typeof run>, id: string | undefined) =>
  found.parts.find(({ policy_id: policyId }) => policyId === id);

describe('all indices of a cluster', () => {
  it('go each through the policy that manages it, and the rest stays and grows', () => {
    const indices = [...daily('logs', 'week'), ...daily('audit')];
    const found = run(indices, [policy('week', 'logs-*')]);
    expect(partOf(found, 'week')).toMatchObject({ indices: 4, to_come: 30, deletes: 27 });
    const nobody = partOf(found, undefined);
    expect(nobody).toMatchObject({ indices: 4, to_come: 30, deletes: 0, bytes_now: 8 * GB });
    // Two gigabytes a day and index, and what the newest still lacks of its day.
    expect((nobody?.bytes_end ?? 0) / GB).toBeCloseTo(8 + 30 * 2, 0);
    expect(growersOf(clusterPopulation(indices, [], NOW).population)).toEqual([
      { name: 'logs-*', bytes_per_day: 2 * GB, next_at: Date.UTC(2026, 10, 22) },
      { name: 'audit-*', bytes_per_day: 2 * GB, next_at: Date.UTC(2026, 10, 22) },
    ]);
  });

  it('are followed by new ones under the policy whose template takes in their names', () => {
    const stored = [
      policy('week', 'none-*'),
      policy('new', 'audit-*'),
      policy('late', 'a*', [], 0),
    ];
    const found = run([...daily('logs', 'week'), ...daily('audit')], stored);
    // Applied by hand: nothing does that for the next one.
    expect(partOf(found, 'week')).toMatchObject({ indices: 4, to_come: 0, deletes: 4 });
    expect(partOf(found, 'new')).toMatchObject({ indices: 0, to_come: 30 });
    expect(partOf(found, undefined)).toMatchObject({ indices: 4, to_come: 30 });
  });

  it('tell why each is deleted, how many roll over, and under which policies they fail', () => {
    const rolled: LintedIndex = {
      policy_id: 'roll',
      facts: facts('app-000001', 1, {
        rollover_alias: 'app',
        aliases: [{ name: 'app', members: 1, is_write_index: true }],
      }),
    };
    const found = run(
      [...daily('logs', 'week'), rolled, { facts: facts('bad-1', 1), policy_id: 'bad' }],
      [
        policy('week', 'logs-*'),
        policy('roll', 'app-*', [{ rollover: { min_index_age: '2d' } }]),
        policy('bad', 'bad-*', [{ rollover: { min_index_age: '2d' } }]),
      ],
      10
    );
    const [first] = found.days.flatMap(({ deleted }) => deleted);
    expect(first).toMatchObject({
      ...{ name: 'logs-2026.11.18', policy_id: 'week', state: 'gone' },
      because: { name: 'min_index_age', required: 7 * DAY },
    });
    // On the second day, and every two days from then on.
    expect(found.rollovers.expected).toBe(5);
    expect(partOf(found, 'roll')?.rollovers).toBe(5);
    expect(found.failures).toMatchObject([{ action: 'rollover', count: 1, policies: ['bad'] }]);
  });

  it('are taken to stay where their policy, or their state in it, is not there any more', () => {
    const gone: LintedIndex = {
      ...{ facts: facts('a', 30), policy_id: 'deleted' },
      cursor: { state: 'hot', state_since: NOW },
    };
    const changed: LintedIndex = {
      ...{ facts: facts('b', 30), policy_id: 'week' },
      cursor: { state: 'cold', state_since: NOW },
    };
    const { lost } = clusterPopulation([gone, changed], [policy('week', 'x')], NOW);
    expect(lost).toEqual(['a', 'b']);
    const found = run([gone], [], 10);
    expect(found.deletes.high).toBe(0);
    expect(partOf(found, 'deleted')).toMatchObject({ indices: 1, failures: 0 });
  });

  it('are narrowed by policy, by name, and by how fast they grow', () => {
    const indices = [...daily('logs', 'week'), ...daily('audit')];
    const { population } = clusterPopulation(indices, [policy('week', 'logs-*')], NOW);
    const sizes = (what: Parameters<typeof narrowed>[1]) => {
      const { members, sources } = narrowed(population, what);
      return [members.length, sources.length];
    };
    expect(sizes(ALL)).toEqual([8, 2]);
    expect(sizes({ ...ALL, policy: 'week' })).toEqual([4, 1]);
    expect(sizes({ ...ALL, policy: { nobody: true } })).toEqual([4, 1]);
    expect(sizes({ ...ALL, text: 'logs-2026.11.20' })).toEqual([1, 0]);
    expect(sizes({ ...ALL, text: 'audit-*' })).toEqual([4, 1]);
    const [fast] = narrowed(population, { ...ALL, growth: 2 }).sources;
    expect(fast.growth.bytes_per_day).toBe(2 * GB);
  });
});

describe('the disks', () => {
  it.each([
    ['85%', 0.85],
    ['0.9', 0.9],
    ['10gb', 0.75],
    ['soon', undefined],
  ])('have a watermark of %s', (text, share) => expect(shareOf(text, 80 * GB, 2)).toBe(share));

  const disk = (free: number, enabled = true) => ({
    nodes: [{ name: 'n1', total_bytes: 100 * GB, free_bytes: free * GB }],
    watermarks: { low: '85%', high: '90%', flood_stage: '95%' },
    enabled,
  });
  const { storage } = run(daily('audit'), [], 10);

  it('are full when what grows has taken what is free', () => {
    const { marks = [], full, end_bytes: end = 0 } = diskForecast(disk(30), storage) ?? {};
    expect(Math.round(end / GB)).toBe(90);
    // Two gigabytes a day from 70 on.
    const days = marks.map(({ expected }) => expected && Math.round((expected - NOW) / DAY));
    expect(days).toEqual([8, 10, undefined]);
    // With slow growth only later than was looked.
    expect(marks[1]).not.toHaveProperty('latest');
    expect(full).toEqual([]);
  });

  it('say which nodes are past a watermark now', () => {
    expect(diskForecast(disk(8), storage)?.full).toEqual([
      { name: 'n1', share: 0.92, watermark: 'high' },
    ]);
  });

  it('have no watermarks where the cluster does not look at them', () => {
    expect(diskForecast(disk(8, false), storage)).toMatchObject({
      ...{ is_watched: false, marks: [], full: [] },
    });
    expect(diskForecast({ ...disk(8), nodes: [] }, storage)).toBeUndefined();
  });
});
