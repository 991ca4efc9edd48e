import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { oneOfEachCopy } from '../../../common/lifecycle/acts/retry_effect';
import { MANAGED_PATH } from '../../../common/lifecycle/api';
import type { ManagedDetail, PolicyRecord } from '../../../common/lifecycle/api';
import { appliedKey } from '../../../common/lifecycle/change/change_outcome';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { useServices } from '../../shared/services';

/** Versions of policies that are asked for; indices of further ones count as those whose copy is not known. */
const MOST_VERSIONS = 20;

const pathOf = (index: string): string => `${MANAGED_PATH}/${encodeURIComponent(index)}`;

/**
 * The copies of policies that the indices follow, by `appliedKey`: what is stored where they follow that, else one index
 * of each version is asked for its copy.
 */
export const useApplied = (
  indices: readonly ManagedIndex[],
  policies: readonly PolicyRecord[]
): { applied: ReadonlyMap<string, Policy>; isLoading: boolean } => {
  const { api } = useServices();
  const wanted = oneOfEachCopy(indices).slice(0, MOST_VERSIONS);
  const asked = useQuery({
    queryKey: ['lifecycle', 'applied', wanted],
    queryFn: async ({ signal }) =>
      Promise.all(
        wanted.map(async ([key, index]): Promise<[string, ManagedDetail['applied']]> => {
          const detail = await api
            .get<ManagedDetail>(pathOf(index), { signal })
            // Then it is not known; the change is told for the next transition.
            .catch(() => undefined);
          return [key, detail?.applied];
        })
      ),
    enabled: wanted.length > 0,
    staleTime: Infinity,
  });
  const applied = useMemo(() => {
    const stored = new Map(policies.map(({ id, body }) => [id, body]));
    const found = new Map<string, Policy>();
    for (const managed of indices) {
      const body = managed.outdated === false ? stored.get(managed.policy_id) : undefined;
      if (body && !found.has(appliedKey(managed))) found.set(appliedKey(managed), readPolicy(body));
    }
    for (const [key, body] of asked.data ?? []) if (body) found.set(key, readPolicy(body));
    return found;
  }, [indices, policies, asked.data]);
  return { applied, isLoading: asked.isLoading && wanted.length > 0 };
};
