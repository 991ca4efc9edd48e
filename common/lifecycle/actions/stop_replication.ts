import { phrase } from '../../phrase';
import { notTwice } from './action_kind';
import type { ActionKind } from './action_kind';

export const stopReplication: ActionKind = {
  type: 'stop_replication',
  label: phrase('watchkeeper.lifecycle.actions.stopReplication.label', 'Stop replication'),
  description: phrase(
    'watchkeeper.lifecycle.actions.stopReplication.description',
    'Ends cross-cluster replication of the index.'
  ),
  params: [],
  steps: [notTwice('attempt_stop_replication')],
};
