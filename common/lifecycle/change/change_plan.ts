import type { ManagedIndex } from '../managed_index';
import type { Policy } from '../policy/policy';
import { appliedKey, changeOutcome } from './change_outcome';
import type { ChangeOutcome } from './change_outcome';

/** Indices that come to the changed policy in the same way. */
export interface ChangeGroup {
  key: string;
  outcome: ChangeOutcome;
  indices: readonly ManagedIndex[];
}

export const keyOfOutcome = (outcome: ChangeOutcome): string =>
  outcome.kind === 'at_once' ? outcome.kind : `${outcome.kind} ${outcome.why}`;

const ORDER = ['at_once', 'next_transition', 'stuck'];

/** What becomes of each of the indices, by the copies that they follow (see `appliedKey`). */
export const changeGroups = (
  indices: readonly ManagedIndex[],
  applied: ReadonlyMap<string, Policy>,
  next: Policy,
  state?: string
): ChangeGroup[] => {
  const groups = new Map<string, { outcome: ChangeOutcome; indices: ManagedIndex[] }>();
  for (const index of indices) {
    const outcome = changeOutcome(index, applied.get(appliedKey(index)), next, state);
    const group = groups.get(keyOfOutcome(outcome));
    if (group) group.indices.push(index);
    else groups.set(keyOfOutcome(outcome), { outcome, indices: [index] });
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => ORDER.indexOf(a.outcome.kind) - ORDER.indexOf(b.outcome.kind));
};

export interface ChangeCounts {
  at_once: number;
  next_transition: number;
  stuck: number;
}

export const changeCounts = (groups: readonly ChangeGroup[]): ChangeCounts => {
  const counts: ChangeCounts = { at_once: 0, next_transition: 0, stuck: 0 };
  for (const { outcome, indices } of groups) counts[outcome.kind] += indices.length;
  return counts;
};

/** How many are changed in the first go. */
export type Stage =
  { kind: 'all' } | { kind: 'first'; count: number } | { kind: 'percent'; of: number };

/** The names that are changed now, and those that are left: by name, so that it is told beforehand which come first. */
export const staged = (
  names: readonly string[],
  stage: Stage
): { now: string[]; left: string[] } => {
  const sorted = [...names].sort((a, b) => a.localeCompare(b));
  const size = () => {
    switch (stage.kind) {
      case 'all':
        return sorted.length;
      case 'first':
        return stage.count;
      case 'percent':
        return Math.ceil((sorted.length * stage.of) / 100);
    }
  };
  const count = Math.min(sorted.length, Math.max(0, Math.floor(size())));
  return { now: sorted.slice(0, count), left: sorted.slice(count) };
};
