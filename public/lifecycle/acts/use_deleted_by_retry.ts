import { useMemo } from 'react';
import { deletedByRetry, mayDelete } from '../../../common/lifecycle/acts/retry_effect';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { useApplied } from '../change/use_applied';
import { patternsFor } from '../change/use_deleted';
import { useSurroundings } from '../policy_queries';

/**
 * Which of the indices a retry deletes within the hour, counted as the server counts them.
 *
 * @param policies as they are stored; undefined: not read yet
 */
export const useDeletedByRetry = (
  indices: readonly ManagedIndex[],
  state: string | undefined,
  policies: readonly PolicyRecord[] | undefined
): { deleted: readonly string[]; isLoading: boolean } => {
  const { applied, isLoading: areCopiesRead } = useApplied(indices, policies ?? []);
  const isAsked = policies !== undefined && !areCopiesRead && mayDelete(indices, applied);
  const names = indices.map(({ index }) => index);
  const asked = useSurroundings(undefined, isAsked ? patternsFor(names) : [], isAsked);
  const { data } = asked;
  const isLoading =
    policies === undefined ||
    areCopiesRead ||
    (isAsked && (asked.isLoading || asked.isPreviousData));
  const deleted = useMemo(() => {
    if (isLoading || !isAsked) return [];
    const facts =
      data?.indices && new Map(data.indices.map(({ facts: each }) => [each.name, each]));
    return deletedByRetry(indices, state, { copies: applied, facts, now: data?.now ?? 0 });
  }, [isLoading, isAsked, data, indices, state, applied]);
  return { deleted, isLoading };
};
