import type { ActionCursor } from '../../../common/lifecycle/decide/cursor';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';

/** An index that waits in the first state of the seed's policy. */
export const managedSample = (
  index: string,
  changes: Partial<ManagedIndex> = {}
): ManagedIndex => ({
  ...{ index, uuid: `uuid-of-${index}`, policy_id: 'cwl', enabled: true },
  cursor: { state: 'hot', state_since: 1 },
  ...changes,
});

/** One that the engine has given up. */
export const stoppedSample = (
  index: string,
  message: string,
  action: Partial<ActionCursor> = {}
): ManagedIndex =>
  managedSample(index, {
    message,
    cursor: {
      ...{ state: 'hot', state_since: 1 },
      action: {
        ...{ place: 0, type: 'rollover', since: 1, failed: true, consumed_retries: 3 },
        step: { name: 'attempt_rollover', status: 'failed' },
        ...action,
      },
    },
  });
