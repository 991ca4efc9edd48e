import { phrase } from '../../phrase';
import type { Phrase } from '../../phrase';
import type { FailureClass } from '../managed_index';

interface FailureWords {
  /** What failed, as the end of a sentence. */
  reason: Phrase;
  /** What mends it. */
  remedy: Phrase;
  /** In two or three words, for a list. */
  label: Phrase;
}

/** What each class of failures is, and what mends it. */
export const FAILURE_WORDS: Readonly<Record<FailureClass, FailureWords>> = {
  no_rollover_alias: {
    label: phrase('watchkeeper.lifecycle.failures.noAliasLabel', 'No rollover alias'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.noAliasReason',
      'the index does not say by which alias it is rolled over'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.noAliasRemedy',
      '“Repair” gives the index an alias to be rolled over by (index.plugins.index_state_management.rollover_alias), or skips the rollover, and retries. Daily indices are never rolled over: for them, take the rollover out of the policy and put the age on the transition.'
    ),
  },
  not_write_index: {
    label: phrase('watchkeeper.lifecycle.failures.notWriteIndexLabel', 'Not the write index'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.notWriteIndexReason',
      'the index does not have its rollover alias, or is not the one that the alias writes to'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.notWriteIndexRemedy',
      '“Repair” makes it the index that the alias writes to and retries. If a newer index is written to by now, have the rollover skipped instead (index.plugins.index_state_management.rollover_skip).'
    ),
  },
  index_exists: {
    label: phrase('watchkeeper.lifecycle.failures.indexExistsLabel', 'Next index exists'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.indexExistsReason',
      'the index that the rollover would make is there already'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.indexExistsRemedy',
      'If that index is to be written to, make it the write index of the alias and have the rollover skipped here (“Repair”). If it is not, delete it, then retry.'
    ),
  },
  never_rolled_over: {
    label: phrase('watchkeeper.lifecycle.failures.neverRolledLabel', 'Never rolled over'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.neverRolledReason',
      'the transition waits for an age since the rollover, and the index was never rolled over'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.neverRolledRemedy',
      'Put a rollover before the transition, or let the transition go by the age of the index (min_index_age); change the index over to that policy, then retry.'
    ),
  },
  repository: {
    label: phrase('watchkeeper.lifecycle.failures.repositoryLabel', 'Snapshot repository'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.repositoryReason',
      'the snapshot repository is missing or cannot be written to'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.repositoryRemedy',
      'Register the repository under the name that the policy gives, or correct the name in the policy, then retry.'
    ),
  },
  permission: {
    label: phrase('watchkeeper.lifecycle.failures.permissionLabel', 'Permission'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.permissionReason',
      'the user that the policy runs as lacks a permission'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.permissionRemedy',
      'Give that user the permission, or save the policy again as somebody who has it and change the index over to it, then retry.'
    ),
  },
  version_conflict: {
    label: phrase('watchkeeper.lifecycle.failures.versionConflictLabel', 'Version conflict'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.versionConflictReason',
      'the two records that the engine keeps of the index contradict each other'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.versionConflictRemedy',
      'Retry. If it fails in the same way again, remove the policy from the index and apply it anew.'
    ),
  },
  interrupted: {
    label: phrase('watchkeeper.lifecycle.failures.interruptedLabel', 'Interrupted'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.interruptedReason',
      'the engine was interrupted and cannot tell whether the step was done'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.interruptedRemedy',
      'Look whether the step was done. If it was not, retry; if it was, retry from the next state.'
    ),
  },
  timed_out: {
    label: phrase('watchkeeper.lifecycle.failures.timedOutLabel', 'Timed out'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.timedOutReason',
      'it took longer than the time limit in the policy'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.timedOutRemedy',
      'Raise the time limit of the action in the policy, change the index over to it, then retry.'
    ),
  },
  snapshot: {
    label: phrase('watchkeeper.lifecycle.failures.snapshotLabel', 'Snapshot'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.snapshotReason',
      'the snapshot failed, is not whole, or is gone'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.snapshotRemedy',
      'Look at the snapshot in its repository for what went wrong, then retry: a new snapshot is made.'
    ),
  },
  shrink: {
    label: phrase('watchkeeper.lifecycle.failures.shrinkLabel', 'Shrink'),
    reason: phrase('watchkeeper.lifecycle.failures.shrinkReason', 'the index could not be shrunk'),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.shrinkRemedy',
      'The index must be green and have replicas, the target must not exist, and one node needs room for twice the index. Then retry.'
    ),
  },
  no_state: {
    label: phrase('watchkeeper.lifecycle.failures.noStateLabel', 'No such state'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.noStateReason',
      'its policy does not have the state that it was sent to'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.noStateRemedy',
      'Change the policy of the index, and choose a state that the policy has.'
    ),
  },
  notification: {
    label: phrase('watchkeeper.lifecycle.failures.notificationLabel', 'Notification'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.notificationReason',
      'the notification could not be sent'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.notificationRemedy',
      'See whether the channel of the action is there and what its receiver answers, then retry; or take the notification out of the policy.'
    ),
  },
  other: {
    label: phrase('watchkeeper.lifecycle.failures.otherLabel', 'Something else'),
    reason: phrase(
      'watchkeeper.lifecycle.failures.otherReason',
      'the engine gives only its own message'
    ),
    remedy: phrase(
      'watchkeeper.lifecycle.failures.otherRemedy',
      'Read what the engine says, mend that, then retry.'
    ),
  },
};
