import { nameFor } from './name_for';
import { isExclusion, overlaps } from './patterns';
import type { PolicyTemplate } from './resolve';

/** Two policies that take in the same names. */
export interface Overlap {
  policies: readonly [string, string];
  /** The pairs of patterns, each with whose priority is higher. */
  pairs: OverlapPair[];
  /** The policy that wins wherever they meet; absent: a conflict, or now this one and now that one. */
  winner?: string;
  /** Somewhere they have the same priority: the server refuses that. */
  conflict: boolean;
}

export interface OverlapPair {
  patterns: readonly [string, string];
  priorities: readonly [number, number];
  /** What both templates leave out, without the minus. */
  exclusions: readonly string[];
  /** Exclusions keep them apart, so that they never meet. */
  apart: boolean;
}

const exclusionsOf = ({ index_patterns: patterns }: PolicyTemplate): string[] =>
  patterns.filter(isExclusion).map((pattern) => pattern.slice(1));

/** A name that both patterns take in; undefined where there is none. */
export const exampleOf = ({ patterns, exclusions }: OverlapPair): string | undefined =>
  nameFor(patterns, exclusions) ?? undefined;

const pairsOf = (one: PolicyTemplate, other: PolicyTemplate): OverlapPair[] => {
  const exclusions = [...exclusionsOf(one), ...exclusionsOf(other)];
  return overlaps(one.index_patterns, other.index_patterns).map((patterns): OverlapPair => ({
    ...{ patterns, exclusions, priorities: [one.priority, other.priority] },
    // Where it would take too long to find a name they are taken to meet.
    apart: exclusions.length > 0 && nameFor(patterns, exclusions) === undefined,
  }));
};

const winnerOf = ([first, second]: readonly [string, string], pairs: readonly OverlapPair[]) => {
  const met = pairs.filter(({ apart }) => !apart);
  const winners = new Set(
    met.map(({ priorities: [a, b] }) => (a === b ? undefined : a > b ? first : second))
  );
  const [winner] = winners;
  return winners.size === 1 ? winner : undefined;
};

/**
 * The policies that take in the same names, pair by pair. As on the server, a conflict is judged by the patterns alone,
 * also where exclusions keep them apart.
 */
export const overlapsOf = (templates: readonly PolicyTemplate[]): Overlap[] => {
  const byPolicy = new Map<string, PolicyTemplate[]>();
  for (const template of templates) {
    const own = byPolicy.get(template.policy_id);
    if (own) own.push(template);
    else byPolicy.set(template.policy_id, [template]);
  }
  const ids = [...byPolicy.keys()].sort();
  return ids.flatMap((first, place) =>
    ids.slice(place + 1).flatMap((second): Overlap[] => {
      const pairs = (byPolicy.get(first) ?? []).flatMap((one) =>
        (byPolicy.get(second) ?? []).flatMap((other) => pairsOf(one, other))
      );
      if (pairs.length === 0) return [];
      const policies = [first, second] as const;
      const winner = winnerOf(policies, pairs);
      const conflict = pairs.some(({ priorities: [a, b] }) => a === b);
      return [{ policies, pairs, conflict, ...(winner === undefined ? {} : { winner }) }];
    })
  );
};
