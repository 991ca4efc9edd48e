import type { JsonObject } from '../../../json/record';
import { phrase } from '../../../phrase';
import type { Phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import { checkRollover } from '../../decide/check_rollover';
import type { RolloverFailure } from '../../decide/check_rollover';
import type { Action, Policy } from '../../policy/policy';
import { takesIn } from '../../templates/patterns';
import { editAt, removeAt, setAt } from '../edit';
import type { LintInput, Repair, Rule } from '../finding';
import { reachableFrom } from '../graph';
import type { LintedIndex } from '../surroundings';
import { someOf } from './placed';

/** Rules about rollover, which fails on indices that are not made for it. */

interface Placed {
  state: number;
  place: number;
  action: Action;
}

const rolloversOf = ({ states }: Policy): Placed[] =>
  states.flatMap(({ actions }, state) =>
    actions.flatMap((action, place) =>
      action.type === 'rollover' ? [{ state, place, action }] : []
    )
  );

/**
 * The age on the way out instead of a rollover: what is meant where daily indices are rolled over by age. Undefined where
 * the rollover asks for no age, or the way out has conditions of its own.
 */
const ageOnTransition = (policy: Policy, { state, place, action }: Placed): Repair | undefined => {
  const age = action.params.min_index_age;
  const { transitions } = policy.states[state];
  const open = transitions.findIndex(({ conditions }) => conditions === undefined);
  if (typeof age !== 'string' || open < 0) return undefined;
  const apply = (body: JsonObject): JsonObject => {
    const conditions = ['states', state, 'transitions', open, 'conditions'];
    const aged = setAt(body, conditions, { min_index_age: age });
    return removeAt(aged, ['states', state, 'actions', place]);
  };
  return {
    label: sentence(
      phrase(
        'watchkeeper.lifecycle.rules.rolloverFailsRepair',
        'Drop the rollover and wait for the age of {age} on the transition'
      ),
      { age }
    ),
    apply,
  };
};

const WHY: Readonly<Record<RolloverFailure, Phrase>> = {
  no_alias_setting: phrase(
    'watchkeeper.lifecycle.rules.whyNoAlias',
    'they belong to no data stream, and no rollover alias is set for them'
  ),
  alias_missing: phrase(
    'watchkeeper.lifecycle.rules.whyAliasMissing',
    'they do not have the alias that is set for them'
  ),
  not_write_index: phrase(
    'watchkeeper.lifecycle.rules.whyNotWriteIndex',
    'they are not the write index of their alias'
  ),
  bad_name: phrase(
    'watchkeeper.lifecycle.rules.whyBadName',
    'their names do not end in a hyphen and a number'
  ),
};

const failing = (
  { action }: Placed,
  { around: { indices = [], now } }: LintInput
): Map<RolloverFailure, LintedIndex[]> => {
  const groups = new Map<RolloverFailure, LintedIndex[]>();
  for (const index of indices) {
    const check = checkRollover(action.params, index.facts, now);
    if (check.outcome !== 'failed') continue;
    groups.set(check.reason, [...(groups.get(check.reason) ?? []), index]);
  }
  return groups;
};

/** What never comes, where the rollover stops. */
const neverComes = (policy: Policy, { state }: Placed): Phrase => {
  const later = reachableFrom(policy, policy.states[state].name);
  const deletes = policy.states.some(
    ({ name, actions }) => later.has(name) && actions.some(({ type }) => type === 'delete')
  );
  return deletes
    ? phrase(
        'watchkeeper.lifecycle.rules.neverDeleted',
        'nothing that comes later happens, and the index is never deleted'
      )
    : phrase('watchkeeper.lifecycle.rules.neverComes', 'nothing that comes later happens');
};

const fails: Rule = {
  name: 'rollover_fails',
  severity: 'error',
  find: (input) =>
    rolloversOf(input.policy).flatMap((placed) =>
      [...failing(placed, input)].map(([reason, indices]) => {
        const repair = ageOnTransition(input.policy, placed);
        return {
          path: ['states', placed.state, 'actions', placed.place],
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.rolloverFails',
              'The rollover fails on {indices}, since {why}. After its retries the policy stops there: {never}.'
            ),
            {
              indices: someOf(indices),
              why: { label: WHY[reason] },
              never: { label: neverComes(input.policy, placed) },
            }
          ),
          ...(repair ? { repair } : {}),
        };
      })
    ),
};

/** A name that a rollover could not count up from, as daily indices have them. */
const DATED = /\d{4}[.-]\d{2}([.-]\d{2})?$/;

const templateAlias: Rule = {
  name: 'alias_in_template',
  severity: 'error',
  find: ({ policy, around: { indices = [], index_templates: templates = [] } }) =>
    rolloversOf(policy).flatMap(({ state, place }) => {
      const path = ['states', state, 'actions', place];
      const aliases = new Set(indices.map(({ facts }) => facts.rollover_alias));
      return templates
        .filter(({ aliases: own, index_patterns: patterns }) =>
          indices.some(
            ({ facts }) => takesIn(patterns, facts.name) && own.some((alias) => aliases.has(alias))
          )
        )
        .map(({ name }) => ({
          path,
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.aliasInTemplate',
              'The index template “{name}” gives every new index the rollover alias itself: the rollover fails, since the alias would point to two indices to write to.'
            ),
            { name }
          ),
        }));
    }),
};

const neverRolled: Rule = {
  name: 'rollover_age_without_rollover',
  severity: 'error',
  find: ({ policy }) => {
    const rolling = new Set(rolloversOf(policy).map(({ state }) => policy.states[state].name));
    const before = (name: string): boolean =>
      [...rolling].some((each) => reachableFrom(policy, each).has(name));
    return policy.states.flatMap(({ name, transitions }, i) =>
      transitions.flatMap(({ conditions }, j) => {
        const age = conditions?.min_rollover_age;
        if (age === undefined || before(name)) return [];
        const path = ['states', i, 'transitions', j, 'conditions'];
        return [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.neverRolledOver',
                'Nothing rolls the index over before “{name}”: the age since the rollover cannot be told, and the step fails.'
              ),
              { name }
            ),
            repair: {
              label: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.neverRolledOverRepair',
                  'Count from the making of the index'
                )
              ),
              apply: (body: JsonObject) => editAt(body, path, () => ({ min_index_age: age })),
            },
          },
        ];
      })
    );
  },
};

const ageAfterRollover: Rule = {
  name: 'index_age_after_rollover',
  severity: 'warning',
  find: ({ policy }) => {
    const rolling = rolloversOf(policy).map(({ state }) => policy.states[state].name);
    return policy.states.flatMap(({ name, transitions }, i) =>
      transitions.flatMap(({ conditions }, j) => {
        const age = conditions?.min_index_age;
        const comes = rolling.some((each) => reachableFrom(policy, each).has(name));
        if (age === undefined || !comes) return [];
        const path = ['states', i, 'transitions', j, 'conditions'];
        return [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.indexAgeAfterRollover',
                'The age counts from the making of the index, not from its rollover: the younger half of an index that was written to for days goes sooner than {age} after it came.'
              ),
              { age: String(age) }
            ),
            repair: {
              label: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.indexAgeAfterRolloverRepair',
                  'Count from the rollover'
                )
              ),
              apply: (body: JsonObject) => editAt(body, path, () => ({ min_rollover_age: age })),
            },
          },
        ];
      })
    );
  },
};

const datedPattern: Rule = {
  name: 'rollover_of_dated_indices',
  severity: 'warning',
  find: (input) =>
    rolloversOf(input.policy).flatMap((placed) => {
      const dated = (input.around.indices ?? []).filter(({ facts }) => DATED.test(facts.name));
      const failed = [...failing(placed, input).values()].flat();
      // Where it fails anyway, that is said already.
      if (dated.length === 0 || failed.length > 0) return [];
      return [
        {
          path: ['states', placed.state, 'actions', placed.place],
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.datedIndices',
              '{indices} carry a date in their names: whoever writes them begins a new one each day by themselves, and a rollover makes yet another.'
            ),
            { indices: someOf(dated) }
          ),
        },
      ];
    }),
};

export const ROLLOVER_RULES: readonly Rule[] = [
  ...[fails, templateAlias, neverRolled, ageAfterRollover, datedPattern],
];
