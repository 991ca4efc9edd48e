import type { ManagedIndex } from '../../lifecycle/managed_index';
import { failureClassOf, hasStopped, isFailing } from '../../lifecycle/native/failure_class';
import type { IndexLifecycle, IndexRow } from './index_row';

/** What a row tells of an index that a policy manages. */
export const lifecycleOf = (managed: ManagedIndex): IndexLifecycle => {
  const { cursor, message, policy_id } = managed;
  const state = cursor?.transition_to ?? cursor?.state;
  const failure = failureClassOf(managed);
  const failed = isFailing(managed);
  return {
    policy_id,
    failed,
    completed: cursor?.completed === true,
    ...(state ? { state } : {}),
    ...(cursor?.action ? { action: cursor.action.type } : {}),
    ...(failed && !hasStopped(managed) ? { retrying: true } : {}),
    ...(failure ? { failure } : {}),
    ...(message === undefined ? {} : { message }),
  };
};

/** The rows with what manages them. An index of the same name that was made since is another one. */
export const withLifecycle = (
  rows: readonly IndexRow[],
  managed: readonly ManagedIndex[]
): IndexRow[] => {
  const byName = new Map(managed.map((one) => [one.index, one]));
  return rows.map((row) => {
    const found = byName.get(row.name);
    const isSame = found && (found.uuid === '' || row.uuid === '' || found.uuid === row.uuid);
    return isSame ? { ...row, lifecycle: lifecycleOf(found) } : row;
  });
};
