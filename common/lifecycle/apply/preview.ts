import type { LintedIndex } from '../lint/surroundings';
import type { Policy } from '../policy/policy';
import { takesIn } from '../templates/patterns';
import { firstEffect } from './first_effect';
import type { FirstEffect } from './first_effect';

/** Which indices are meant: by name, or by patterns and age. */
export interface Chosen {
  names: readonly string[];
  /** A minus before one leaves names out. An index of a data stream is matched by the name of that, too. */
  patterns: readonly string[];
  /** Only those made at least so many days ago; of the patterns alone. */
  older_than_days?: number;
}

const DAY = 86_400_000;

/** As the engine does by itself: hidden indices are taken in by their data streams only. */
const isOpenly = ({ facts: { name, data_stream: stream }, hidden }: LintedIndex): boolean =>
  stream !== undefined || (hidden !== true && !name.startsWith('.'));

/** The indices that are meant, and how many hidden ones the patterns would have matched. */
export const chosenIndices = (
  indices: readonly LintedIndex[],
  { names, patterns, older_than_days: days = 0 }: Chosen,
  now: number
): { chosen: LintedIndex[]; hidden: number } => {
  const named = new Set(names);
  const wanted = ({ facts: { name, data_stream: stream, created_at } }: LintedIndex): boolean =>
    (takesIn(patterns, name) || (stream !== undefined && takesIn(patterns, stream.name))) &&
    now - created_at >= days * DAY;
  const matched = indices.filter((index) => !named.has(index.facts.name) && wanted(index));
  const chosen = [
    ...indices.filter(({ facts }) => named.has(facts.name)),
    ...matched.filter(isOpenly),
  ].sort((a, b) => a.facts.name.localeCompare(b.facts.name));
  return { chosen, hidden: matched.filter((index) => !isOpenly(index)).length };
};

/** Indices to which the same happens. */
export interface EffectGroup {
  /** Names the group. */
  key: string;
  /** Of the first of them; reasons may name that one. */
  effect: FirstEffect;
  indices: readonly LintedIndex[];
  /** Of their primaries, as far as that is known. */
  bytes: number;
}

const keyOf = (effect: FirstEffect): string => {
  switch (effect.kind) {
    case 'not_applied':
      return `${effect.kind} ${effect.why}`;
    case 'deleted':
      return effect.kind;
    case 'fails':
      return [effect.kind, effect.state, effect.action, effect.rollover ?? effect.reason].join(' ');
    case 'stays':
    case 'completes':
      return [effect.kind, effect.state, ...effect.actions].join(' ');
    case 'cycles':
      return `${effect.kind} ${effect.state}`;
    case 'unknown':
      return [effect.kind, effect.state, effect.action].join(' ');
  }
};

/** What must not be overlooked comes first. */
const ORDER: ReadonlyArray<FirstEffect['kind']> = [
  ...(['deleted', 'fails', 'cycles', 'unknown', 'stays', 'completes', 'not_applied'] as const),
];

/** The first effect of a policy on each index, and those to which the same happens together. */
export const previewApply = (
  policy: Policy,
  policyId: string,
  indices: readonly LintedIndex[],
  now: number
): EffectGroup[] => {
  const groups = new Map<string, { effect: FirstEffect; indices: LintedIndex[] }>();
  for (const index of indices) {
    const effect = firstEffect(policy, policyId, index, now);
    const group = groups.get(keyOf(effect));
    if (group) group.indices.push(index);
    else groups.set(keyOf(effect), { effect, indices: [index] });
  }
  return [...groups]
    .map(([key, group]) => ({
      ...{ key, ...group },
      bytes: group.indices.reduce((sum, { facts }) => sum + (facts.primary_bytes ?? 0), 0),
    }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.effect.kind) - ORDER.indexOf(b.effect.kind) ||
        b.indices.length - a.indices.length
    );
};

/** The names of the indices that are deleted within the first hour. */
export const deletedNames = (groups: readonly EffectGroup[]): string[] =>
  groups
    .filter(({ effect }) => effect.kind === 'deleted')
    .flatMap(({ indices }) => indices.map(({ facts }) => facts.name));

/** What must be typed before a policy is applied that deletes indices at once: the name of one, the number of several. */
export const applyConfirmation = (deleted: readonly string[]): string =>
  deleted.length === 1 ? deleted[0] : `delete ${deleted.length} indices`;

/** Whether what must be typed is typed; where nothing is deleted, nothing must. */
export const isConfirmed = (deleted: readonly string[], typed: string | undefined): boolean =>
  deleted.length === 0 || typed === applyConfirmation(deleted);
