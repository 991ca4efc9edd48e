import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const readOnly: ActionKind = {
  type: 'read_only',
  label: phrase('watchkeeper.lifecycle.actions.readOnly.label', 'Read only'),
  description: phrase(
    'watchkeeper.lifecycle.actions.readOnly.description',
    'Refuses writes to the index.'
  ),
  params: [],
  steps: [once('attempt_set_read_only')],
};
