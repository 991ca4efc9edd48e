import type { FieldProblem } from '../../errors';
import { sameJson } from '../../json/same_json';
import type { AliasMember } from './api';

/** One step of a change; all of them happen at once, or none does. */
export type AliasStep =
  | { kind: 'add' | 'change'; index: string; member: AliasMember; before?: AliasMember }
  | { kind: 'remove'; index: string };

/** The one request by which the cluster makes the change. */
export interface AliasRequest {
  actions: Array<{ add: object } | { remove: { index: string; alias: string } }>;
}

/** What has to happen to make an alias what it shall be. Indices on which nothing changes are not touched. */
export const planAlias = (
  before: readonly AliasMember[],
  after: readonly AliasMember[]
): AliasStep[] => {
  const former = new Map(before.map((member) => [member.index, member]));
  const kept = new Set(after.map(({ index }) => index));
  return [
    ...before
      .filter(({ index }) => !kept.has(index))
      .map(({ index }): AliasStep => ({ kind: 'remove', index })),
    ...after.flatMap((member): AliasStep[] => {
      const { index } = member;
      const known = former.get(index);
      if (!known) return [{ kind: 'add', index, member }];
      return sameJson(known, member) ? [] : [{ kind: 'change', index, member, before: known }];
    }),
  ];
};

/** The body of `POST _aliases`. What is added to an index replaces what the alias was on it. */
export const aliasRequest = (alias: string, steps: readonly AliasStep[]): AliasRequest => ({
  actions: steps.map((step) =>
    step.kind === 'remove'
      ? { remove: { index: step.index, alias } }
      : { add: { ...step.member, alias } }
  ),
});

const NEVER = ['\\', '/', '*', '?', '"', '<', '>', '|', ' ', ',', '#', ':'];

const nameFault = (name: string): string | undefined => {
  if (name === '') return 'Give it a name.';
  if (['_', '-', '+'].some((sign) => name.startsWith(sign)) || name === '.' || name === '..') {
    return 'A name does not begin with _, - or +.';
  }
  const bad = NEVER.find((character) => name.includes(character));
  return bad === undefined ? undefined : `A name has no “${bad === ' ' ? 'blank' : bad}” in it.`;
};

/**
 * What the cluster refuses of an alias, at its place.
 *
 * @param indices of the cluster; undefined where they are not known
 */
export const checkAlias = (
  name: string,
  members: readonly AliasMember[],
  indices?: ReadonlySet<string>
): FieldProblem[] => {
  const field = 'members';
  const problems: FieldProblem[] = [];
  const fault = nameFault(name);
  if (fault !== undefined) problems.push({ field: 'name', message: fault });
  if (indices?.has(name)) {
    problems.push({ field: 'name', message: `An index is called ${name} already.` });
  }
  if (members.length === 0) problems.push({ field, message: 'Name at least one index.' });
  const names = members.map(({ index }) => index);
  const twice = names.find((index, place) => names.indexOf(index) !== place);
  if (twice !== undefined) problems.push({ field, message: `${twice} stands there twice.` });
  const gone = indices && names.find((index) => !indices.has(index));
  if (gone !== undefined) problems.push({ field, message: `There is no index ${gone}.` });
  const written = members.filter(({ is_write_index: writes }) => writes === true);
  if (written.length > 1) {
    const all = written.map(({ index }) => index).join(' and ');
    problems.push({ field, message: `Only one index can be written to, not both ${all}.` });
  }
  const hidden = members.filter(({ is_hidden: isHidden }) => isHidden === true);
  if (hidden.length > 0 && hidden.length < members.length) {
    problems.push({ field, message: 'It is hidden on all of its indices, or on none.' });
  }
  return problems;
};
