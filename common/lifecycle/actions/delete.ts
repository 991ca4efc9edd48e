import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const deleteIndex: ActionKind = {
  type: 'delete',
  label: phrase('watchkeeper.lifecycle.actions.delete.label', 'Delete'),
  description: phrase(
    'watchkeeper.lifecycle.actions.delete.description',
    'Deletes the index with everything in it.'
  ),
  params: [],
  steps: [once('attempt_delete')],
};
