import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { ENGINE_PATH, POLICIES_PATH, SURROUNDINGS_PATH } from '../../common/lifecycle/api';
import type {
  EngineFacts,
  PoliciesPage,
  PolicyRecord,
  PolicyVersion,
  SavePolicy,
  SavedPolicy,
  SurroundingsAnswer,
} from '../../common/lifecycle/api';
import type { ApiError } from '../shared/api_client';
import { useServices } from '../shared/services';

/** At once; a cluster has tens of policies. */
export const MOST_LISTED = 1000;

const KEYS = { all: ['lifecycle'], policies: ['lifecycle', 'policies'] };

/** The managed indices as the page of a policy reads them, once for each version that it shows. */
export const outdatedKey = (id: string, seqNo: number): ReadonlyArray<string | number> => [
  ...[...KEYS.all, 'managed', 'outdated', id, seqNo],
];

const pathOf = (id: string): string => `${POLICIES_PATH}/${encodeURIComponent(id)}`;

/** What the cluster has; asked once a page. */
export const useEngine = (): UseQueryResult<EngineFacts, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEYS.all, 'engine'],
    queryFn: ({ signal }) => api.get<EngineFacts>(ENGINE_PATH, { signal }),
    retry: false,
  });
};

/** Whether policies can be read and saved. */
export const canKeep = (engine: EngineFacts | undefined): boolean =>
  engine !== undefined && engine.native !== 'none' && engine.refused === undefined;

export const usePolicies = (enabled: boolean): UseQueryResult<PoliciesPage, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: KEYS.policies,
    queryFn: ({ signal }) =>
      api.get<PoliciesPage>(POLICIES_PATH, { query: { per_page: MOST_LISTED }, signal }),
    enabled,
  });
};

export const usePolicy = (id: string | undefined): UseQueryResult<PolicyRecord, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEYS.policies, id],
    queryFn: ({ signal }) => api.get<PolicyRecord>(pathOf(id ?? ''), { signal }),
    enabled: id !== undefined,
    // What is being edited does not change under one's hands.
    staleTime: Infinity,
    cacheTime: 0,
  });
};

/** As it is saved now, after it was changed by somebody else. */
export const useLatestPolicy = (
  id: string,
  enabled: boolean
): UseQueryResult<PolicyRecord, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEYS.policies, id, 'latest'],
    queryFn: ({ signal }) => api.get<PolicyRecord>(pathOf(id), { signal }),
    enabled,
    cacheTime: 0,
  });
};

/** The server knows versions from some time on; where it does not, there are none. */
export const useVersions = (
  id: string,
  enabled: boolean
): UseQueryResult<PolicyVersion[], ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEYS.policies, id, 'versions'],
    queryFn: ({ signal }) => api.get<PolicyVersion[]>(`${pathOf(id)}/versions`, { signal }),
    enabled,
    retry: false,
  });
};

/** What a policy is judged against. */
export const useSurroundings = (
  id: string | undefined,
  patterns: readonly string[],
  enabled = true
): UseQueryResult<SurroundingsAnswer, ApiError> => {
  const { api } = useServices();
  const ask = { ...(id ? { policy_id: id } : {}), patterns: patterns.slice(0, 100) };
  return useQuery({
    queryKey: [...KEYS.all, 'surroundings', ask],
    queryFn: ({ signal }) => api.post<SurroundingsAnswer>(SURROUNDINGS_PATH, ask, { signal }),
    enabled,
    retry: false,
    keepPreviousData: true,
  });
};

export const useSavePolicy = (): UseMutationResult<
  SavedPolicy,
  ApiError,
  { id: string } & SavePolicy
> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & SavePolicy) =>
      api.put<SavedPolicy>(pathOf(id), body),
    onSuccess: () => client.invalidateQueries(KEYS.policies, { refetchType: 'none' }),
  });
};

/** `force`: also while it manages indices. `seen`: only as long as it was not saved since. */
export const useDeletePolicy = (): UseMutationResult<
  unknown,
  ApiError,
  { id: string; force: boolean; seen: PolicyRecord }
> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      id,
      force,
      seen: { seq_no, primary_term },
    }: {
      id: string;
      force: boolean;
      seen: PolicyRecord;
    }) => api.delete(pathOf(id), { query: { seq_no, primary_term, ...(force ? { force } : {}) } }),
    onSuccess: () => client.invalidateQueries(KEYS.policies),
  });
};
