import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import { MOST_INT } from './check_param';

export const indexPriority: ActionKind = {
  type: 'index_priority',
  label: phrase('watchkeeper.lifecycle.actions.indexPriority.label', 'Index priority'),
  description: phrase(
    'watchkeeper.lifecycle.actions.indexPriority.description',
    'Sets the order in which indices recover after a restart: the highest first.'
  ),
  params: [
    {
      name: 'priority',
      label: phrase('watchkeeper.lifecycle.actions.indexPriority.priorityLabel', 'Priority'),
      type: { kind: 'integer', min: 0, max: MOST_INT },
      required: true,
    },
  ],
  steps: [once('attempt_set_index_priority')],
};
