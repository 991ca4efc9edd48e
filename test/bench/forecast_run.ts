import { clusterPopulation } from '../../common/lifecycle/forecast/cluster_population';
import { populationOf } from '../../common/lifecycle/forecast/find_population';
import { forecast } from '../../common/lifecycle/forecast/forecast';
import type { LintedIndex } from '../../common/lifecycle/lint/surroundings';
import { readPolicy } from '../../common/lifecycle/policy/read_policy';

const DAY = 86_400_000;
const GB = 1024 ** 3;
const NOW = Date.UTC(2026, 10, 21, 12);

/**
 * 40 families of daily indices, and 10 aliases that are rolled over, for each 1,000 indices; and what they make in that
 * time.
 */
const DATED = 40;
const ROLLED = 10;
const EACH = 20;
const THOUSAND = (DATED + ROLLED) * EACH;

const DAILY = {
  ...{ description: '', default_state: 'hot' },
  states: [
    {
      name: 'hot',
      actions: [{ index_priority: { priority: 100 } }],
      transitions: [{ state_name: 'warm', conditions: { min_index_age: '3d' } }],
    },
    {
      name: 'warm',
      actions: [
        { replica_count: { number_of_replicas: 0 } },
        { force_merge: { max_num_segments: 1 } },
      ],
      transitions: [
        { state_name: 'gone', conditions: { min_size: '100gb' } },
        { state_name: 'gone', conditions: { min_index_age: '30d' } },
      ],
    },
    { name: 'gone', actions: [{ delete: {} }] },
  ],
};

const ROLLING = {
  ...{ description: '', default_state: 'hot' },
  states: [
    {
      name: 'hot',
      actions: [{ rollover: { min_primary_shard_size: '10gb', min_index_age: '7d' } }],
      transitions: [{ state_name: 'gone', conditions: { min_rollover_age: '30d' } }],
    },
    { name: 'gone', actions: [{ delete: {} }] },
  ],
};

const policy = readPolicy(DAILY);
const rolling = readPolicy(ROLLING);

const facts = (name: string, age: number): LintedIndex['facts'] => ({
  ...{ name, uuid: name, created_at: NOW - age * DAY, status: 'open', docs: 1e6 },
  ...{ primary_bytes: 5 * GB, largest_shard_bytes: 5 * GB, primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
});

const dated = (family: number): LintedIndex[] =>
  Array.from({ length: EACH }, (_, age) => {
    const day = new Date(NOW - age * DAY).toISOString().slice(0, 10);
    return { facts: facts(`logs-${family}-${day}`, age + 0.5) };
  });

const rolled = (family: number): LintedIndex[] =>
  Array.from({ length: EACH }, (_, place) => {
    const name = `app-${family}`;
    return {
      facts: {
        ...facts(`${name}-${String(EACH - place).padStart(6, '0')}`, place * 2 + 1),
        rollover_alias: name,
        aliases: [{ name, is_write_index: place === 0, members: EACH }],
        rollovers: place === 0 ? [] : [{ target: name, at: NOW - (place * 2 - 1) * DAY }],
      },
    };
  });

const families = (count: number, of: (family: number) => LintedIndex[]): LintedIndex[] =>
  Array.from({ length: count }, (_, family) => of(family)).flat();

export interface ForecastCost {
  days: number;
  indices: number;
  to_come: number;
  deletes: number;
  /** Milliseconds of CPU. */
  cost: number;
}

const bodyOf = (name: string, pattern: string) => ({
  id: name,
  body: {
    ...(name === 'rolling' ? ROLLING : DAILY),
    ism_template: [{ index_patterns: [pattern] }],
  },
});

/** Half of the daily indices of a cluster have no policy: that came after them. */
const cluster = (indices: LintedIndex[]) =>
  clusterPopulation(
    indices.map((index) => {
      const { rollover_alias: by, name } = index.facts;
      if (by) return { ...index, policy_id: 'rolling' };
      return Number(name.split('-')[1]) % 2 === 0 ? { ...index, policy_id: 'daily' } : index;
    }),
    [bodyOf('daily', 'logs-*'), bodyOf('rolling', 'app-*')],
    NOW
  ).population;

/** Without a run before it: a page has none either. */
const measure = (days: number, thousands: number): ForecastCost => {
  const indices = [...families(DATED * thousands, dated), ...families(ROLLED * thousands, rolled)];
  const before = process.cpuUsage();
  const population =
    indices.length > THOUSAND
      ? cluster(indices)
      : populationOf(
          indices,
          ({ facts: { rollover_alias: by } }) => ({ policy: by ? rolling : policy }),
          NOW
        );
  const found = forecast(population, { now: NOW, horizon: NOW + days * DAY });
  const { user, system } = process.cpuUsage(before);
  return {
    ...{ days, indices: found.indices, to_come: found.to_come },
    ...{ deletes: found.deletes.expected, cost: (user + system) / 1000 },
  };
};

process.stdout.write(JSON.stringify(measure(Number(process.argv[2]), Number(process.argv[3]))));
