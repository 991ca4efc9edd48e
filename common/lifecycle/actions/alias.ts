import { phrase } from '../../phrase';
import { isRecord } from '../../json/record';
import type { PolicyProblem } from '../policy/policy';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

/** What a change may say. Source: OpenSearch `IndicesAliasesRequest.AliasActions`. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  add: [
    'alias',
    'aliases',
    'filter',
    'routing',
    'index_routing',
    'search_routing',
    'is_write_index',
    'is_hidden',
  ],
  remove: ['alias', 'aliases', 'must_exist'],
};

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** One name, or a list; not both. */
const isNaming = ({ alias: one, aliases: several }: Record<string, unknown>): boolean => {
  if (several === undefined) return isName(one);
  const names = Array.isArray(several) ? several : [several];
  return one === undefined && names.length > 0 && names.every(isName);
};

const changeProblems = (change: unknown, place: number): PolicyProblem[] => {
  const path = ['actions', place];
  const [type, ...more] = isRecord(change) ? Object.keys(change) : [];
  const known = MEMBERS[type];
  if (!isRecord(change) || more.length > 0 || !known || !isRecord(change[type])) {
    return [{ path, message: 'A change is either {"add": {…}} or {"remove": {…}}.' }];
  }
  const inner = change[type];
  const at = [...path, type];
  if ('index' in inner || 'indices' in inner) {
    return [{ path: at, message: 'It changes the aliases of its own index only: name none.' }];
  }
  return [
    ...Object.keys(inner)
      .filter((name) => !known.includes(name))
      .map((name) => ({ path: [...at, name], message: `The server knows no “${name}” here.` })),
    ...(isNaming(inner)
      ? []
      : [{ path: at, message: 'It names one alias, or a list: {"aliases": ["…"]}.' }]),
  ];
};

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
      type: { kind: 'json' },
      required: true,
    },
  ],
  steps: [once('attempt_alias')],
  check: ({ actions }) =>
    Array.isArray(actions) && actions.length > 0
      ? actions.flatMap(changeProblems)
      : [{ path: ['actions'], message: 'It must be a list of changes, one at least.' }],
};
