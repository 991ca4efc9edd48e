import { phrase } from '../../phrase';
import { notTwice } from './action_kind';
import type { ActionKind } from './action_kind';

export const convertIndexToRemote: ActionKind = {
  type: 'convert_index_to_remote',
  label: phrase('watchkeeper.lifecycle.actions.convertIndexToRemote.label', 'Convert to remote'),
  description: phrase(
    'watchkeeper.lifecycle.actions.convertIndexToRemote.description',
    'Restores a snapshot of the index as a searchable one.'
  ),
  params: [
    {
      name: 'repository',
      label: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.repositoryLabel',
        'Repository'
      ),
      type: { kind: 'text' },
      required: true,
    },
    {
      name: 'snapshot',
      label: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.snapshotLabel',
        'Name of the snapshot'
      ),
      type: { kind: 'text' },
      required: true,
    },
    {
      name: 'include_aliases',
      label: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.includeAliasesLabel',
        'With its aliases'
      ),
      type: { kind: 'switch' },
      default: false,
    },
    {
      name: 'ignore_index_settings',
      label: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.ignoreIndexSettingsLabel',
        'Settings to leave out'
      ),
      type: { kind: 'text' },
    },
    {
      name: 'number_of_replicas',
      label: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.numberOfReplicasLabel',
        'Replicas'
      ),
      type: { kind: 'integer', min: 0 },
    },
    {
      name: 'delete_original_index',
      label: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.deleteOriginalIndexLabel',
        'Delete the original'
      ),
      type: { kind: 'switch' },
      default: false,
    },
    {
      name: 'rename_pattern',
      label: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.renamePatternLabel',
        'Name of the new index'
      ),
      type: { kind: 'text' },
      help: phrase(
        'watchkeeper.lifecycle.actions.convertIndexToRemote.renamePatternHelp',
        'It must contain $1. Without it, $1_remote.'
      ),
    },
  ],
  steps: [notTwice('attempt_convert_index_to_remote')],
  check: ({ rename_pattern: pattern }) =>
    typeof pattern === 'string' && !pattern.includes('$1')
      ? [{ path: ['rename_pattern'], message: 'It must contain $1, the name of the index.' }]
      : [],
};
