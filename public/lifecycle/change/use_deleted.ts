import { useMemo } from 'react';
import { deletedByChange, hasDelete } from '../../../common/lifecycle/change/change_effect';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { useSurroundings } from '../policy_queries';

/** The server takes so many patterns; for more names all indices are read. */
const MOST_PATTERNS = 100;

export const patternsFor = (names: readonly string[]): readonly string[] =>
  names.length > MOST_PATTERNS ? ['*'] : names;

/**
 * Which of the indices a changed policy deletes as soon as it holds; where they cannot be read, any. As the server counts
 * them.
 */
export const useDeleted = (
  indices: readonly ManagedIndex[],
  next: Policy | undefined,
  state: string | undefined
): { deleted: ReadonlySet<string>; isLoading: boolean } => {
  const isAsked = next !== undefined && hasDelete(next);
  const names = indices.map(({ index }) => index);
  const asked = useSurroundings(undefined, isAsked ? patternsFor(names) : []);
  const { data } = asked;
  const isLoading = isAsked && (asked.isLoading || asked.isPreviousData);
  const deleted = useMemo(() => {
    if (!next || !hasDelete(next)) return new Set<string>();
    const wanted = new Set(indices.map(({ index }) => index));
    if (!data?.indices) return wanted;
    const found = data.indices.filter(({ facts }) => wanted.has(facts.name));
    return new Set(deletedByChange(next, found, state, data.now));
  }, [data, indices, next, state]);
  return { deleted, isLoading };
};
