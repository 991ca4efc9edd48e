import { phrase } from '../../phrase';
import { notTwice, once } from './action_kind';
import type { ActionKind } from './action_kind';

export const snapshot: ActionKind = {
  type: 'snapshot',
  label: phrase('watchkeeper.lifecycle.actions.snapshot.label', 'Snapshot'),
  description: phrase(
    'watchkeeper.lifecycle.actions.snapshot.description',
    'Takes a snapshot of the index into a repository, and waits for it.'
  ),
  params: [
    {
      name: 'repository',
      label: phrase('watchkeeper.lifecycle.actions.snapshot.repositoryLabel', 'Repository'),
      type: { kind: 'text' },
      required: true,
    },
    {
      name: 'snapshot',
      label: phrase('watchkeeper.lifecycle.actions.snapshot.snapshotLabel', 'Name of the snapshot'),
      type: { kind: 'text' },
      required: true,
      help: phrase(
        'watchkeeper.lifecycle.actions.snapshot.snapshotHelp',
        'A Mustache template over ctx.index and ctx.indexUuid. The time is added to it.'
      ),
    },
  ],
  steps: [notTwice('attempt_snapshot'), once('wait_for_snapshot')],
};
