import { failureClassOf, hasStopped } from '../native/failure_class';
import { FAILURE_CLASSES } from '../managed_index';
import type { FailureClass, ManagedIndex } from '../managed_index';
import type { Policy } from '../policy/policy';

/** Stopped indices whose failures are of one kind: they are mended together. */
export interface RetryGroup {
  failure: FailureClass;
  indices: readonly ManagedIndex[];
}

/**
 * The indices that the engine has given up, by what has failed, the largest group first. Those that fail with retries
 * left go on by themselves, and the engine refuses to retry them.
 */
export const retryGroups = (indices: readonly ManagedIndex[]): RetryGroup[] => {
  const stopped = indices.filter(hasStopped);
  return FAILURE_CLASSES.map((failure) => ({
    failure,
    indices: stopped.filter((index) => (failureClassOf(index) ?? 'other') === failure),
  }))
    .filter(({ indices: some }) => some.length > 0)
    .sort((a, b) => b.indices.length - a.indices.length);
};

/**
 * The states that all of these indices could begin again in: those that each of their policies has, in the order of the
 * first. None where one of the policies is not known.
 */
export const commonStates = (
  indices: readonly ManagedIndex[],
  policies: ReadonlyMap<string, Policy>
): string[] => {
  const ids = [...new Set(indices.map(({ policy_id: id }) => id))];
  const [first, ...others] = ids.map(
    (id) => policies.get(id)?.states.map(({ name }) => name) ?? []
  );
  return (first ?? []).filter((name) => others.every((states) => states.includes(name)));
};
