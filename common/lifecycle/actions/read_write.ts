import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const readWrite: ActionKind = {
  type: 'read_write',
  label: phrase('watchkeeper.lifecycle.actions.readWrite.label', 'Read and write'),
  description: phrase(
    'watchkeeper.lifecycle.actions.readWrite.description',
    'Takes writes to the index again.'
  ),
  params: [],
  steps: [once('set_read_write')],
};
