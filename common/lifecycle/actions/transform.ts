import { phrase } from '../../phrase';
import { once } from './action_kind';
import type { ActionKind } from './action_kind';

export const transform: ActionKind = {
  type: 'transform',
  label: phrase('watchkeeper.lifecycle.actions.transform.label', 'Transform'),
  description: phrase(
    'watchkeeper.lifecycle.actions.transform.description',
    'Runs a transform job on the index.'
  ),
  params: [
    {
      name: 'ism_transform',
      label: phrase('watchkeeper.lifecycle.actions.transform.ismTransformLabel', 'Transform job'),
      type: { kind: 'json' },
      required: true,
    },
  ],
  steps: [once('attempt_create_transform'), once('wait_for_transform_completion')],
};
