import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { MANAGED_PATH } from '../../../common/lifecycle/api';
import type { ManagedListing, PolicyRecord } from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

export const MANAGED_KEY = ['lifecycle', 'managed'];

/** @param seconds between one reading and the next; 0: only when asked */
export const useManaged = (
  enabled: boolean,
  seconds: number
): UseQueryResult<ManagedListing, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: MANAGED_KEY,
    queryFn: ({ signal }) => api.get<ManagedListing>(MANAGED_PATH, { signal }),
    enabled,
    refetchInterval: seconds > 0 ? seconds * 1000 : false,
    keepPreviousData: true,
    retry: false,
  });
};

/**
 * The policy that an index follows. One that was saved since it was applied says nothing of the older copy that the index
 * still follows: then it is not known.
 */
export const usePolicyOf = (
  policies: readonly PolicyRecord[] | undefined
): ((managed: ManagedIndex) => Policy | undefined) =>
  useMemo(() => {
    const read = new Map((policies ?? []).map(({ id, body }) => [id, readPolicy(body)]));
    return ({ outdated, policy_id: id }) => (outdated ? undefined : read.get(id));
  }, [policies]);
