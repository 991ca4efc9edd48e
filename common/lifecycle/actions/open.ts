import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const open: ActionKind = {
  type: 'open',
  label: phrase('watchkeeper.lifecycle.actions.open.label', 'Open'),
  description: phrase('watchkeeper.lifecycle.actions.open.description', 'Opens a closed index.'),
  params: [],
  steps: [once('attempt_open')],
};
