import type { Action, Path } from '../../policy/policy';
import type { Finding, LintInput, Rule } from '../finding';

export type Found = Omit<Finding, 'rule' | 'severity'>;

/** An action and where it stands. */
export interface Placed {
  action: Action;
  path: Path;
  state: number;
  place: number;
}

export const actionsOf = ({ policy }: Pick<LintInput, 'policy'>): Placed[] =>
  policy.states.flatMap(({ actions }, state) =>
    actions.map((action, place) => ({
      ...{ action, state, place },
      path: ['states', state, 'actions', place],
    }))
  );

/** A rule about every action of some types; of all, where none is named. */
export const about = (
  name: string,
  severity: Rule['severity'],
  types: readonly string[],
  judge: (placed: Placed, input: LintInput) => Found[]
): Rule => ({
  name,
  severity,
  find: (input) =>
    actionsOf(input)
      .filter(({ action }) => types.length === 0 || types.includes(action.type))
      .flatMap((placed) => judge(placed, input)),
});

/** An example and how many more: a sentence need not name a thousand of them. */
export const some = (names: readonly string[]): string => {
  const [first, ...more] = names;
  return more.length === 0 ? `“${first}”` : `“${first}” and ${more.length} more`;
};

/** How many, with the word for one or for more. */
export const counted = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`;
