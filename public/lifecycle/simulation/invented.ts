import type { IndexFacts } from '../../../common/lifecycle/decide/facts';
import type { Population, Rhythm, Source } from '../../../common/lifecycle/forecast/population';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import type { SimulatedIndex } from '../../../common/lifecycle/simulate/timeline';

const DAY = 86_400_000;
const GB = 1024 ** 3;

/** An index that is made up, in the words of a form. */
export interface InventedIndex {
  name: string;
  age_days: number;
  docs_per_day: number;
  gb_per_day: number;
  primaries: number;
  /** It is written to by an alias that it can be rolled over with. */
  has_alias: boolean;
  written: boolean;
  /** Others like it come after it: one a day, or one at each rollover. */
  followed: boolean;
}

/** A pattern that the policy takes indices in by. */
export const patternIn = ({ ism_template: templates }: Policy): string | undefined =>
  templates
    .flatMap(({ index_patterns: patterns }) => patterns)
    .find((pattern) => pattern !== '' && !pattern.startsWith('-'));

/**
 * @param pattern that the policy takes indices in by
 * @param has_alias whether it has what a rollover needs
 */
export const newInvented = (pattern = 'logs-*', has_alias = false): InventedIndex => ({
  name: pattern.replace(/\*/g, '000001'),
  ...{ age_days: 0, docs_per_day: 1_000_000, gb_per_day: 2, primaries: 1 },
  ...{ has_alias, written: true, followed: false },
});

const factsOf = (index: InventedIndex, now: number): IndexFacts => {
  const days = index.followed && !index.has_alias ? Math.min(1, index.age_days) : index.age_days;
  const bytes = index.gb_per_day * days * GB;
  const alias = `${index.name}-write`;
  return {
    ...{ name: index.name, uuid: index.name, created_at: now - index.age_days * DAY },
    ...{ status: 'open', docs: index.docs_per_day * days, primary_bytes: bytes },
    ...{ largest_shard_bytes: bytes / index.primaries, primaries: index.primaries, replicas: 1 },
    aliases: index.has_alias ? [{ name: alias, is_write_index: true, members: 1 }] : [],
    rollovers: [],
    ...(index.has_alias ? { rollover_alias: alias } : {}),
  };
};

export const inventedIndex = (index: InventedIndex, now: number): SimulatedIndex => {
  const { docs_per_day, gb_per_day, written, followed, has_alias: rolled } = index;
  const facts = factsOf(index, now);
  return {
    ...{ facts, written },
    growth: { docs_per_day, bytes_per_day: gb_per_day * GB, spread: 0.2 },
    ...(followed && !rolled ? { written_until: facts.created_at + DAY } : {}),
  };
};

/** The index with what comes after it. */
export const inventedPopulation = (
  policy: Policy,
  invented: InventedIndex,
  now: number
): Population => {
  const index = inventedIndex(invented, now);
  const { facts: like, growth } = index;
  const next_at = like.created_at + (Math.floor((now - like.created_at) / DAY) + 1) * DAY;
  const rhythm: Rhythm = invented.has_alias
    ? { kind: 'rolled' }
    : { kind: 'dated', every: DAY, count: 1, next_at };
  const name = `${invented.name.replace(/-?\d+$/, '')}-*`;
  const sources: Source[] =
    invented.followed && growth ? [{ policy, name, like, growth, rhythm }] : [];
  return { members: [{ policy, index }], sources };
};
