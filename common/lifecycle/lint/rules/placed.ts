import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import type { SentenceValue } from '../../../sentence';
import type { Action, Path } from '../../policy/policy';
import type { Found, LintInput, Rule } from '../finding';
import type { LintedIndex } from '../surroundings';

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
export const some = (names: readonly string[]): SentenceValue => {
  const [first, ...more] = names;
  return more.length === 0
    ? `“${first}”`
    : sentence(phrase('watchkeeper.lifecycle.rules.andMore', '“{name}” and {more} more'), {
        name: first,
        more: { count: more.length },
      });
};

/** An index, and how many more. */
export const someOf = (indices: readonly LintedIndex[]): SentenceValue =>
  some(indices.map(({ facts }) => facts.name));

export const TAKE_OUT = sentence(
  phrase('watchkeeper.lifecycle.rules.takeOutRepair', 'Take it out')
);
