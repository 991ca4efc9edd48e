import { dayOf } from '../../indices/families';
import { nameTest } from '../../indices/table/wildcard';
import type { LintedIndex } from '../lint/surroundings';
import type { Policy } from '../policy/policy';
import { readPolicy } from '../policy/read_policy';
import type { Growth } from '../simulate/timeline';
import { resolvePolicy } from '../templates/resolve';
import type { PolicyTemplate } from '../templates/resolve';
import { populationOf } from './find_population';
import { countedUp, datedName } from './names_to_come';
import type { Managed, Population, Source } from './population';

/** What becomes of an index that no policy manages: nothing. */
const NOBODY: Policy = readPolicy({
  ...{ description: '', default_state: 'kept' },
  states: [{ name: 'kept', actions: [], transitions: [] }],
});

/** A policy as it is stored. */
export interface StoredPolicy {
  id: string;
  body: Readonly<Record<string, unknown>>;
}

export interface ClusterPopulation {
  population: Population;
  /** Managed by a policy that is not there any more, or in a state that it does not have any more: taken to stay. */
  lost: string[];
}

/** The name of the first that it is going to make; of a data stream the name by which policies take it in. */
export const nextNameOf = ({ like, name, rhythm }: Omit<Source, keyof Managed>): string => {
  if (rhythm.kind === 'rolled') return like.data_stream?.name ?? countedUp(like.name, 1);
  const day = dayOf(like.name);
  const dated = { name: like.name, ...(day === undefined ? {} : { day }) };
  return datedName(dated, name, rhythm.next_at, rhythm.every);
};

const knows = ({ states }: Policy, { cursor }: LintedIndex): boolean => {
  const at = cursor?.transition_to ?? cursor?.state;
  return at === undefined || states.some(({ name }) => name === at);
};

/**
 * Every index under the policy that manages it, and what is to come under the policy whose template takes in its name.
 * Where nobody can tell which of several does, the one that manages the newest goes on.
 *
 * @param policies undefined: not known, or there is no engine; then nobody manages anything
 */
export const clusterPopulation = (
  indices: readonly LintedIndex[],
  policies: readonly StoredPolicy[] | undefined,
  now: number
): ClusterPopulation => {
  const read = new Map((policies ?? []).map(({ id, body }) => [id, readPolicy(body)]));
  const templates = [...read].flatMap(([policy_id, { ism_template: all }]): PolicyTemplate[] =>
    all.map((template) => ({ policy_id, ...template }))
  );
  const managedBy = (id: string | undefined): Managed => {
    const policy = id === undefined ? undefined : read.get(id);
    return { policy: policy ?? NOBODY, ...(id === undefined ? {} : { policy_id: id }) };
  };
  const lost = new Set<string>();
  const judged = indices.map((index): LintedIndex => {
    const { policy_id: id } = index;
    const policy = id === undefined ? undefined : read.get(id);
    if (id === undefined || (policy && knows(policy, index))) return index;
    lost.add(index.facts.name);
    // Where it stands says nothing where nobody knows what comes after.
    return { ...index, cursor: undefined };
  });
  const found = populationOf(
    judged,
    ({ facts: { name }, policy_id: id }) => ({
      ...managedBy(id),
      ...(lost.has(name) ? { policy: NOBODY } : {}),
    }),
    now
  );
  const sources = found.sources.map(({ policy: _policy, policy_id: own, ...source }): Source => {
    const { winner, ambiguous, candidates } = resolvePolicy(templates, nextNameOf(source));
    const goesOn = ambiguous && candidates.some(({ policy_id: id }) => id === own);
    return { ...source, ...managedBy(winner ?? (goesOn ? own : undefined)) };
  });
  return { population: { members: found.members, sources }, lost: [...lost] };
};

/** What a forecast is narrowed to, and what it assumes of growth. */
export interface Narrowed {
  /** The id of a policy; `nobody`: what no policy manages; absent: all. */
  policy?: string | { nobody: true };
  /** Of names, as the tables take it: a part, or with asterisks. */
  text: string;
  /** Growth as a part of what was measured: 1.5 is half as much again. */
  growth: number;
}

const grown = (growth: Growth, factor: number): Growth => ({
  ...growth,
  docs_per_day: growth.docs_per_day * factor,
  bytes_per_day: growth.bytes_per_day * factor,
});

/** A part of a population. What is to come counts by its own name and policy. */
export const narrowed = (
  { members, sources }: Population,
  { policy, text, growth }: Narrowed
): Population => {
  const isNamed = nameTest(text);
  const isOf = ({ policy_id: id }: Managed): boolean =>
    policy === undefined || id === (typeof policy === 'string' ? policy : undefined);
  return {
    members: members
      .filter((member) => isOf(member) && isNamed(member.index.facts.name))
      .map((member) => {
        const { growth: measured } = member.index;
        if (!measured || growth === 1) return member;
        return { ...member, index: { ...member.index, growth: grown(measured, growth) } };
      }),
    sources: sources
      .filter((source) => isOf(source) && (isNamed(nextNameOf(source)) || isNamed(source.name)))
      .map((source) => ({ ...source, growth: grown(source.growth, growth) })),
  };
};

/** What goes on growing and nobody deletes. */
export interface Grower {
  /** The family, alias or data stream. */
  name: string;
  /** By its indices together, replicas included. */
  bytes_per_day: number;
  /** When the next index comes, where a clock makes it. */
  next_at?: number;
}

/** The families that no policy takes in, the fastest first. */
export const growersOf = ({ sources }: Population): Grower[] =>
  sources
    .filter(({ policy_id: id }) => id === undefined)
    .map(({ name, like, growth, rhythm }): Grower => {
      const isDated = rhythm.kind === 'dated';
      return {
        name,
        bytes_per_day: growth.bytes_per_day * (1 + like.replicas) * (isDated ? rhythm.count : 1),
        ...(isDated ? { next_at: rhythm.next_at } : {}),
      };
    })
    .sort((a, b) => b.bytes_per_day - a.bytes_per_day);
