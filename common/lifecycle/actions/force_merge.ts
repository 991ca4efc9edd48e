import { phrase } from '../../phrase';
import { notTwice, once } from './action_kind';
import type { ActionKind } from './action_kind';
import { MOST_INT } from './check_param';

export const forceMerge: ActionKind = {
  type: 'force_merge',
  label: phrase('watchkeeper.lifecycle.actions.forceMerge.label', 'Force merge'),
  description: phrase(
    'watchkeeper.lifecycle.actions.forceMerge.description',
    'Merges the segments of each shard. Writes are blocked from then on.'
  ),
  params: [
    {
      name: 'max_num_segments',
      label: phrase(
        'watchkeeper.lifecycle.actions.forceMerge.maxNumSegmentsLabel',
        'Segments a shard'
      ),
      type: { kind: 'integer', min: 1, max: MOST_INT },
      required: true,
    },
  ],
  steps: [
    once('attempt_set_read_only'),
    notTwice('attempt_call_force_merge'),
    once('wait_for_force_merge'),
  ],
};
