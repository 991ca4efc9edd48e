import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';
import { MOST_INT } from './check_param';

export const replicaCount: ActionKind = {
  type: 'replica_count',
  label: phrase('watchkeeper.lifecycle.actions.replicaCount.label', 'Replica count'),
  description: phrase(
    'watchkeeper.lifecycle.actions.replicaCount.description',
    'Sets the number of replicas.'
  ),
  params: [
    {
      name: 'number_of_replicas',
      label: phrase('watchkeeper.lifecycle.actions.replicaCount.numberOfReplicasLabel', 'Replicas'),
      type: { kind: 'integer', min: 0, max: MOST_INT },
      required: true,
    },
  ],
  steps: [once('attempt_set_replica_count')],
};
