import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { MANAGED_REPAIR_PATH, repairSchema } from '../../../common/lifecycle/repair/repair_api';
import type { ManagedRepairAnswer, Repair } from '../../../common/lifecycle/repair/repair_api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

/** What a repair would do; asked for only where it makes sense. */
export const useRepairPlan = (
  index: string,
  repair: Repair
): UseQueryResult<ManagedRepairAnswer, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['repair', index, repair],
    queryFn: ({ signal }) =>
      api.post<ManagedRepairAnswer>(
        MANAGED_REPAIR_PATH,
        { index, repair, dry_run: true },
        { signal }
      ),
    enabled: repairSchema.safeParse(repair).success,
    retry: false,
    cacheTime: 0,
  });
};

/** Carries it out. Whatever shows the index reads anew, also after a failure: part of it may be done. */
export const useRepair = (
  index: string
): UseMutationResult<ManagedRepairAnswer, ApiError, { repair: Repair; confirm?: string }> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted) =>
      api.post<ManagedRepairAnswer>(MANAGED_REPAIR_PATH, { index, ...wanted }),
    onSettled: () => client.invalidateQueries(['lifecycle']),
  });
};
