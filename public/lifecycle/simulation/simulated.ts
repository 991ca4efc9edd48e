import type { IndexFacts } from '../../../common/lifecycle/decide/facts';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { simulateIndex } from '../../../common/lifecycle/simulate/simulate_index';
import type {
  SimulatedIndex,
  TimedEvent,
  Timeline,
} from '../../../common/lifecycle/simulate/timeline';

const DAY = 86_400_000;
const GB = 1024 ** 3;

/** How far into the future, in days. */
export const HORIZON_DAYS = 730;
/** So many indices are followed at once. */
export const MOST_FOLLOWED = 1000;

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
}

/** @param pattern that the policy takes indices in by */
export const newInvented = (pattern = 'logs-*'): InventedIndex => ({
  name: pattern.replace(/\*/g, '000001'),
  ...{ age_days: 0, docs_per_day: 1_000_000, gb_per_day: 2, primaries: 1 },
  ...{ has_alias: false, written: true },
});

const inventedFacts = (index: InventedIndex, now: number): IndexFacts => {
  const bytes = index.gb_per_day * index.age_days * GB;
  const alias = `${index.name}-write`;
  return {
    ...{ name: index.name, uuid: index.name, created_at: now - index.age_days * DAY },
    ...{ status: 'open', docs: index.docs_per_day * index.age_days, primary_bytes: bytes },
    ...{ largest_shard_bytes: bytes / index.primaries, primaries: index.primaries, replicas: 1 },
    aliases: index.has_alias ? [{ name: alias, is_write_index: true, members: 1 }] : [],
    rollovers: [],
    ...(index.has_alias ? { rollover_alias: alias } : {}),
  };
};

export const followInvented = (policy: Policy, index: InventedIndex, now: number): Timeline => {
  const { docs_per_day, gb_per_day, written } = index;
  const growth = { docs_per_day, bytes_per_day: gb_per_day * GB, spread: 0.2 };
  return simulateIndex(
    policy,
    { facts: inventedFacts(index, now), growth, written },
    { now, horizon: now + HORIZON_DAYS * DAY }
  );
};

const isWritten = (
  { data_stream: stream, aliases, created_at }: IndexFacts,
  now: number
): boolean =>
  (stream ? stream.is_write_index : aliases.some(({ is_write_index: is }) => is === true)) ||
  now - created_at < DAY;

/** As it has grown so far; an index of a few minutes tells nothing. */
const growthOf = ({ created_at, docs = 0, primary_bytes: bytes = 0 }: IndexFacts, now: number) => {
  const days = Math.max((now - created_at) / DAY, 1 / 24);
  return { docs_per_day: docs / days, bytes_per_day: bytes / days, spread: 0.3 };
};

const simulated = (
  { facts, cursor, policy_id }: LintedIndex,
  id: string | undefined,
  now: number
): SimulatedIndex => ({
  facts,
  growth: growthOf(facts, now),
  written: isWritten(facts, now),
  // Where it stands in another policy says nothing of this one.
  ...(cursor && id !== undefined && policy_id === id ? { cursor } : {}),
});

/** What becomes of an index. */
export interface Course {
  index: LintedIndex;
  timeline: Timeline;
  /** What it ends with. */
  last?: TimedEvent;
}

const lastOf = ({ events }: Timeline): TimedEvent | undefined => events[events.length - 1];

/** Those that are deleted first come first; those that stop, before those that stay. */
const rank = ({ timeline: { end }, last }: Course): number => {
  if (end === 'failed') return -Infinity;
  return end === 'deleted' ? (last?.when.expected ?? Infinity) : Infinity;
};

/** What becomes of the indices of the cluster, if the policy managed them from now on. */
export const followAll = (
  policy: Policy,
  indices: readonly LintedIndex[],
  id: string | undefined,
  now: number
): Course[] =>
  indices
    .slice(0, MOST_FOLLOWED)
    .map((index) => {
      const timeline = simulateIndex(policy, simulated(index, id, now), {
        now,
        horizon: now + HORIZON_DAYS * DAY,
      });
      return { index, timeline, last: lastOf(timeline) };
    })
    .sort((a, b) => {
      const [first, second] = [rank(a), rank(b)];
      return first === second
        ? a.index.facts.name.localeCompare(b.index.facts.name)
        : first - second;
    });
