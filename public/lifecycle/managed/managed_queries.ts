import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { AUDIT_PATH } from '../../../common/audit/api';
import type { AuditEntry } from '../../../common/audit/entry';
import { MANAGED_PATH } from '../../../common/lifecycle/api';
import type {
  ManagedDetail,
  ManagedHistory,
  ManagedListing,
  PolicyRecord,
} from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import type { Page } from '../../../common/page';
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

const pathOf = (index: string): string => `${MANAGED_PATH}/${encodeURIComponent(index)}`;

/** Everything about one managed index, read anew every so many seconds. */
export const useManagedIndex = (
  index: string,
  seconds: number
): UseQueryResult<ManagedDetail, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...MANAGED_KEY, index],
    queryFn: ({ signal }) => api.get<ManagedDetail>(pathOf(index), { signal }),
    refetchInterval: seconds > 0 ? seconds * 1000 : false,
    retry: false,
  });
};

export const useManagedHistory = (
  index: string,
  uuid: string
): UseQueryResult<ManagedHistory, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...MANAGED_KEY, index, 'history', uuid],
    queryFn: ({ signal }) =>
      api.get<ManagedHistory>(`${pathOf(index)}/history`, { query: { uuid }, signal }),
    retry: false,
  });
};

const MOST_ACTS = 100;

/** What people did to the index, as the audit has it. */
export const useIndexActs = (index: string): UseQueryResult<AuditEntry[], ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...MANAGED_KEY, index, 'acts'],
    queryFn: async ({ signal }) => {
      const query = { object_type: 'index', object_id: index, per_page: MOST_ACTS };
      return (await api.get<Page<AuditEntry>>(AUDIT_PATH, { query, signal })).items;
    },
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
