import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import type { Policy, Transition } from '../../policy/policy';
import { parseTimeValue } from '../../units/time_value';
import type { Rule } from '../finding';

/** Attached to old indices, a policy can delete many of them within minutes. */

/** The age from which an index passes at once; infinite where something else than age is waited for. */
const ageFor = ({ conditions }: Transition): number => {
  if (!conditions) return 0;
  const names = Object.keys(conditions).filter((name) => conditions[name] !== null);
  if (names.length !== 1 || names[0] !== 'min_index_age') return Infinity;
  return parseTimeValue(String(conditions.min_index_age)) ?? Infinity;
};

interface Way {
  age: number;
  /** The transition of the first state that leads there; absent: it deletes itself. */
  transition?: number;
}

/** For how old an index a way leads from the first state straight to a delete: the age that is the least. */
const wayToDelete = ({ states, default_state: start }: Policy): Way | undefined => {
  const best = new Map<string, Way>([[start, { age: 0 }]]);
  const open = [start];
  let found: Way | undefined;
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states.find((each) => each.name === name);
    const way = best.get(name);
    // A rollover waits for its own conditions first.
    if (!state || !way || state.actions.some(({ type }) => type === 'rollover')) continue;
    if (state.actions.some(({ type }) => type === 'delete')) {
      if (!found || way.age < found.age) found = way;
      continue;
    }
    state.transitions.forEach((transition, j) => {
      const age = Math.max(way.age, ageFor(transition));
      const { state_name: to } = transition;
      if (age === Infinity || age >= (best.get(to)?.age ?? Infinity)) return;
      best.set(to, { age, transition: name === start ? j : way.transition });
      open.push(to);
    });
  }
  return found;
};

const massDelete: Rule = {
  name: 'mass_delete',
  severity: 'warning',
  find: ({ policy, around: { indices = [], now } }) => {
    const way = wayToDelete(policy);
    if (!way) return [];
    const old = indices.filter(
      ({ facts, cursor }) => !cursor && now - facts.created_at >= way.age
    ).length;
    if (old === 0) return [];
    const start = policy.states.findIndex(({ name }) => name === policy.default_state);
    return [
      {
        path: [
          ...['states', start],
          ...(way.transition === undefined ? [] : ['transitions', way.transition]),
        ],
        said: sentence(
          phrase(
            'watchkeeper.lifecycle.rules.massDelete',
            '{count, plural, one {# index is old enough already: attached, it is} other {# indices are old enough already: attached, they are}} deleted as soon as the steps before are through.'
          ),
          { count: { chosen_by: old } }
        ),
      },
    ];
  },
};

export const MASS_DELETE_RULES: readonly Rule[] = [massDelete];
