import { phrase } from '../../phrase';
import type { JsonObject } from '../../json/record';
import type { PolicyProblem } from '../policy/policy';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import { ALIAS_PARAMS } from './alias_params';
import type { ObjectType, Param } from './param';

const NAMES: readonly Param[] = [
  {
    name: 'aliases',
    label: phrase('watchkeeper.lifecycle.actions.alias.aliasesLabel', 'Aliases'),
    type: { kind: 'texts', single: true },
    example: 'logs-recent, logs',
  },
  {
    name: 'alias',
    label: phrase('watchkeeper.lifecycle.actions.alias.aliasLabel', 'Alias'),
    type: { kind: 'text' },
    help: phrase(
      'watchkeeper.lifecycle.actions.alias.aliasHelp',
      'A single one, in the place of the list.'
    ),
    older: true,
  },
];

const REFUSED = ['index', 'indices'];

const isSet = (value: unknown): boolean => (value ?? null) !== null;

const changeProblems =
  (known: readonly string[]) =>
  (change: JsonObject): PolicyProblem[] => {
    const { alias: single, aliases: several } = change;
    const names = Array.isArray(several) ? several : [several ?? single];
    const isEmpty = names.length === 0 || !names.every((name) => isSet(name) && name !== '');
    const unknown = Object.keys(change).filter((name) => ![...known, ...REFUSED].includes(name));
    return [
      ...(REFUSED.some((name) => name in change)
        ? [{ path: [], message: 'It changes the aliases of its own index only: name none.' }]
        : []),
      ...(isEmpty ? [{ path: [], message: 'Name an alias.' }] : []),
      ...(isSet(single) && isSet(several)
        ? [{ path: [], message: 'It takes one alias or a list of them, not both.' }]
        : []),
      ...unknown.map((name) => ({ path: [name], message: `The server knows no “${name}” here.` })),
    ];
  };

const change = (params: readonly Param[]): ObjectType => ({
  ...{ kind: 'object', params, strict: false },
  check: changeProblems(params.map(({ name }) => name)),
});

const CHANGES: readonly Param[] = [
  {
    name: 'add',
    label: phrase('watchkeeper.lifecycle.actions.alias.addLabel', 'Add'),
    type: change([...NAMES, ...ALIAS_PARAMS]),
  },
  {
    name: 'remove',
    label: phrase('watchkeeper.lifecycle.actions.alias.removeLabel', 'Remove'),
    type: change([
      ...NAMES,
      {
        name: 'must_exist',
        label: phrase('watchkeeper.lifecycle.actions.alias.mustExistLabel', 'It must exist'),
        type: { kind: 'switch' },
        rare: true,
      },
    ]),
  },
];

export const alias: ActionKind = {
  type: 'alias',
  label: phrase('watchkeeper.lifecycle.actions.alias.label', 'Alias'),
  description: phrase(
    'watchkeeper.lifecycle.actions.alias.description',
    'Adds and removes aliases of the index.'
  ),
  params: [
    {
      name: 'actions',
      label: phrase('watchkeeper.lifecycle.actions.alias.actionsLabel', 'Changes'),
      type: {
        kind: 'list',
        of: { kind: 'one_of', options: CHANGES },
        item: phrase('watchkeeper.lifecycle.actions.alias.itemLabel', 'Change'),
        add: phrase('watchkeeper.lifecycle.actions.alias.addChangeLabel', 'Add a change'),
        start: { add: { aliases: [] } },
        check: (changes) =>
          changes.length === 0 ? [{ path: [], message: 'It needs a change.' }] : [],
      },
      required: true,
    },
  ],
  steps: [once('attempt_alias')],
};
