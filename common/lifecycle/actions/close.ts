import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const close: ActionKind = {
  type: 'close',
  label: phrase('watchkeeper.lifecycle.actions.close.label', 'Close'),
  description: phrase(
    'watchkeeper.lifecycle.actions.close.description',
    'Closes the index: it stays on disk and cannot be searched.'
  ),
  params: [],
  steps: [once('attempt_close')],
};
