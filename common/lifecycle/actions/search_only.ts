import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const searchOnly: ActionKind = {
  type: 'search_only',
  label: phrase('watchkeeper.lifecycle.actions.searchOnly.label', 'Search only'),
  description: phrase(
    'watchkeeper.lifecycle.actions.searchOnly.description',
    'Scales the index down to its search replicas.'
  ),
  params: [],
  steps: [once('attempt_search_only')],
};
