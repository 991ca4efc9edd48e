import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { COMPONENT_TEMPLATES_PATH } from '../../../common/indices/component_templates/api';
import type {
  ComponentRecord,
  ComponentsAnswer,
} from '../../../common/indices/component_templates/api';
import type { SaveTemplate } from '../../../common/indices/index_templates/api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const KEY = ['component_templates'];

const pathOf = (name: string): string => `${COMPONENT_TEMPLATES_PATH}/${encodeURIComponent(name)}`;

export const useComponents = (): UseQueryResult<ComponentsAnswer, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<ComponentsAnswer>(COMPONENT_TEMPLATES_PATH, { signal }),
  });
};

/** One as it is saved; it does not change under the hands of who edits it. */
export const useComponent = (
  name: string | undefined
): UseQueryResult<ComponentRecord, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEY, name],
    queryFn: ({ signal }) => api.get<ComponentRecord>(pathOf(name ?? ''), { signal }),
    enabled: name !== undefined,
    staleTime: Infinity,
    cacheTime: 0,
  });
};

export const useSaveComponent = (): UseMutationResult<
  ComponentRecord,
  ApiError,
  { name: string } & SaveTemplate
> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...body }: { name: string } & SaveTemplate) =>
      api.put<ComponentRecord>(pathOf(name), body),
    onSuccess: () => client.invalidateQueries(KEY, { exact: true }),
  });
};

export const useDeleteComponent = (): ((name: string) => Promise<void>) => {
  const { api } = useServices();
  const client = useQueryClient();
  return async (name) => {
    await api.delete(pathOf(name));
    await client.invalidateQueries(KEY, { exact: true });
  };
};
