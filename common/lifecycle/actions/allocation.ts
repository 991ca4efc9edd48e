import { phrase } from '../../phrase';
import { isRecord } from '../../json/record';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

const hasMembers = (value: unknown): boolean => isRecord(value) && Object.keys(value).length > 0;

export const allocation: ActionKind = {
  type: 'allocation',
  label: phrase('watchkeeper.lifecycle.actions.allocation.label', 'Allocation'),
  description: phrase(
    'watchkeeper.lifecycle.actions.allocation.description',
    'Moves the index to nodes with certain attributes.'
  ),
  params: [
    {
      name: 'require',
      label: phrase('watchkeeper.lifecycle.actions.allocation.requireLabel', 'All of these'),
      type: { kind: 'attributes' },
    },
    {
      name: 'include',
      label: phrase('watchkeeper.lifecycle.actions.allocation.includeLabel', 'Any of these'),
      type: { kind: 'attributes' },
    },
    {
      name: 'exclude',
      label: phrase('watchkeeper.lifecycle.actions.allocation.excludeLabel', 'None of these'),
      type: { kind: 'attributes' },
    },
    {
      name: 'wait_for',
      label: phrase('watchkeeper.lifecycle.actions.allocation.waitForLabel', 'Wait until moved'),
      type: { kind: 'switch' },
      default: false,
      help: phrase(
        'watchkeeper.lifecycle.actions.allocation.waitForHelp',
        'Index State Management stores it and does not wait.'
      ),
    },
  ],
  steps: [once('attempt_allocation')],
  check: (params) =>
    ['require', 'include', 'exclude'].some((name) => hasMembers(params[name]))
      ? []
      : [
          {
            path: [],
            message: 'At least one of require, include and exclude must name an attribute.',
          },
        ],
};
