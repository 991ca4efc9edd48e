import { phrase } from '../../phrase';
import { isRecord } from '../../json/record';
import type { PolicyProblem } from '../policy/policy';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

const ALLOWED = ['add', 'remove'];

const changeProblems = (change: unknown, place: number): PolicyProblem[] => {
  const path = ['actions', place];
  const [type, ...more] = isRecord(change) ? Object.keys(change) : [];
  if (type === undefined || more.length > 0 || !ALLOWED.includes(type)) {
    return [{ path, message: 'A change is either {"add": {…}} or {"remove": {…}}.' }];
  }
  const inner = isRecord(change) ? change[type] : undefined;
  return isRecord(inner) && ('index' in inner || 'indices' in inner)
    ? [
        {
          path: [...path, type],
          message: 'It changes the aliases of its own index only: name none.',
        },
      ]
    : [];
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
    Array.isArray(actions)
      ? actions.flatMap(changeProblems)
      : [{ path: ['actions'], message: 'It must be a list of changes.' }],
};
