import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import { checkPolicy } from '../../policy/check_policy';
import type { State } from '../../policy/policy';
import { parseTimeValue } from '../../units/time_value';
import { editAt, removeAt } from '../edit';
import type { Rule } from '../finding';
import { inCycles, reachableFrom } from '../graph';

/** Rules about the states and transitions by themselves. */

const refused: Rule = {
  name: 'refused',
  severity: 'error',
  find: ({ body }) =>
    checkPolicy(body).map(({ path, message, said }) => ({
      path,
      said:
        said ?? sentence(phrase('watchkeeper.lifecycle.rules.refused', '{message}'), { message }),
    })),
};

const neverMet: Rule = {
  name: 'empty_conditions',
  severity: 'error',
  find: ({ policy }) =>
    policy.states.flatMap(({ name, transitions }, i) =>
      transitions.flatMap(({ state_name: to, conditions }, j) => {
        if (!conditions || Object.keys(conditions).length > 0) return [];
        const path = ['states', i, 'transitions', j, 'conditions'];
        return [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.emptyConditions',
                'An empty object of conditions is never met: no index goes from “{name}” to “{to}”. Leave it out to go on at once.'
              ),
              { name, to }
            ),
            repair: {
              label: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.emptyConditionsRepair',
                  'Take the empty conditions out'
                )
              ),
              apply: (body) => removeAt(body, path),
            },
          },
        ];
      })
    ),
};

const unreachable: Rule = {
  name: 'unreachable_state',
  severity: 'warning',
  find: ({ policy }) => {
    const reached = reachableFrom(policy, policy.default_state);
    return policy.states.flatMap(({ name }, i) =>
      reached.has(name)
        ? []
        : [
            {
              path: ['states', i],
              said: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.unreachableState',
                  'No index comes to the state “{name}”: nothing leads there from “{start}”.'
                ),
                { name, start: policy.default_state }
              ),
            },
          ]
    );
  },
};

const ends = ({ actions, transitions }: State): boolean =>
  transitions.length === 0 && !actions.some(({ type }) => type === 'delete');

const staysForEver: Rule = {
  name: 'no_exit',
  severity: 'warning',
  find: ({ policy }) =>
    policy.states.flatMap((state, i) =>
      ends(state)
        ? [
            {
              path: ['states', i],
              said: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.noExit',
                  'In “{name}” the policy ends: the index stays for ever. If that is not meant, delete it or lead on.'
                ),
                { name: state.name }
              ),
            },
          ]
        : []
    ),
};

const cycles: Rule = {
  name: 'cycle',
  severity: 'warning',
  find: ({ policy }) => {
    const names = inCycles(policy);
    const first = policy.states.findIndex(({ name }) => names.includes(name));
    return names.length === 0
      ? []
      : [
          {
            path: ['states', first],
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.cycle',
                '{states} lead back to themselves: an index can go round for ever.'
              ),
              { states: names.map((name) => `“${name}”`).join(', ') }
            ),
          },
        ];
  },
};

const shadowed: Rule = {
  name: 'shadowed_transition',
  severity: 'warning',
  find: ({ policy }) =>
    policy.states.flatMap(({ name, transitions }, i) => {
      const open = transitions.findIndex(({ conditions }) => conditions === undefined);
      if (open < 0) return [];
      return transitions.slice(open + 1).map(({ state_name: to }, j) => ({
        path: ['states', i, 'transitions', open + 1 + j],
        said: sentence(
          phrase(
            'watchkeeper.lifecycle.rules.shadowedTransition',
            'It is never asked: the transition before it leaves “{name}” at once, so that no index goes to “{to}” by this one.'
          ),
          { name, to }
        ),
      }));
    }),
};

const weaker: Rule = {
  name: 'weaker_transition',
  severity: 'warning',
  find: ({ policy }) =>
    policy.states.flatMap(({ transitions }, i) =>
      transitions.flatMap(({ conditions = {} }, j) => {
        const [[name, value] = []] = Object.entries(conditions);
        const limit = parseTimeValue(String(value));
        const earlier = transitions.slice(0, j).find((other) => {
          const before = parseTimeValue(String(name && other.conditions?.[name]));
          return limit !== undefined && before !== undefined && before <= limit;
        });
        return earlier
          ? [
              {
                path: ['states', i, 'transitions', j],
                said: sentence(
                  phrase(
                    'watchkeeper.lifecycle.rules.weakerTransition',
                    'It is never met first: the transition to “{to}” waits for the same, and no longer.'
                  ),
                  { to: earlier.state_name }
                ),
              },
            ]
          : [];
      })
    ),
};

const sameAgain: Rule = {
  name: 'repeated_action',
  severity: 'warning',
  find: ({ policy }) =>
    policy.states.flatMap(({ actions }, i) =>
      actions.flatMap(({ type }, j) => {
        const path = ['states', i, 'actions', j];
        const repeated = j > 0 && actions[j - 1].type === type;
        return repeated &&
          ['force_merge', 'shrink', 'snapshot', 'rollup', 'transform'].includes(type)
          ? [
              {
                path,
                said: sentence(
                  phrase(
                    'watchkeeper.lifecycle.rules.repeatedAction',
                    'Twice “{action}” in a row: Index State Management takes the steps of the second for those of the first.'
                  ),
                  { action: type }
                ),
                repair: {
                  label: sentence(
                    phrase(
                      'watchkeeper.lifecycle.rules.repeatedActionRepair',
                      'Take the second one out'
                    )
                  ),
                  apply: (body) => editAt(body, path, () => undefined),
                },
              },
            ]
          : [];
      })
    ),
};

export const SHAPE_RULES: readonly Rule[] = [
  ...[refused, neverMet, unreachable, staysForEver, cycles],
  ...[shadowed, weaker, sameAgain],
];
