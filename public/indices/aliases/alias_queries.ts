import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { ALIASES_PATH } from '../../../common/indices/aliases/api';
import type { AliasesAnswer, SaveAlias } from '../../../common/indices/aliases/api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const KEY = ['aliases'];

const pathOf = (name: string): string => `${ALIASES_PATH}/${encodeURIComponent(name)}`;

export const useAliases = (): UseQueryResult<AliasesAnswer, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<AliasesAnswer>(ALIASES_PATH, { signal }),
  });
};

export const useSaveAlias = (): UseMutationResult<
  unknown,
  ApiError,
  { name: string } & SaveAlias
> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...body }: { name: string } & SaveAlias) => api.put(pathOf(name), body),
    onSuccess: () => client.invalidateQueries(KEY),
    // What is there is not what was seen, most likely.
    onError: () => client.invalidateQueries(KEY),
  });
};

export const useDeleteAlias = (): ((name: string, confirm: string) => Promise<void>) => {
  const { api } = useServices();
  const client = useQueryClient();
  return async (name, confirm) => {
    await api.delete(pathOf(name), { query: { confirm } });
    await client.invalidateQueries(KEY);
  };
};
