import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const rollup: ActionKind = {
  type: 'rollup',
  label: phrase('watchkeeper.lifecycle.actions.rollup.label', 'Rollup'),
  description: phrase(
    'watchkeeper.lifecycle.actions.rollup.description',
    'Condenses old documents into a summary index.'
  ),
  params: [
    {
      name: 'ism_rollup',
      label: phrase('watchkeeper.lifecycle.actions.rollup.ismRollupLabel', 'Rollup job'),
      type: { kind: 'json' },
      required: true,
    },
  ],
  steps: [once('attempt_create_rollup'), once('wait_for_rollup_completion')],
};
