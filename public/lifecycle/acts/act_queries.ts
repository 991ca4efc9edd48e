import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { MANAGED_ACT_PATH } from '../../../common/lifecycle/api';
import type { ManagedAct, ManagedActAnswer } from '../../../common/lifecycle/api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

/** Does something to managed indices. Whatever shows them reads anew, also after a failure: part of it may be done. */
export const useManagedAct = (): UseMutationResult<ManagedActAnswer, ApiError, ManagedAct> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ManagedAct) => api.post<ManagedActAnswer>(MANAGED_ACT_PATH, act),
    onSettled: () => client.invalidateQueries(['lifecycle']),
  });
};
