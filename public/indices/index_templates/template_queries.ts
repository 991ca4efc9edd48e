import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import {
  INDEX_TEMPLATES_PATH,
  SIMULATE_NAME_PATH,
  SIMULATE_TEMPLATE_PATH,
} from '../../../common/indices/index_templates/api';
import type {
  SaveTemplate,
  SimulatedTemplate,
  TemplateBody,
  TemplateKind,
  TemplateRecord,
  TemplatesAnswer,
} from '../../../common/indices/index_templates/api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const KEY = ['index_templates'];

const pathOf = (name: string): string => `${INDEX_TEMPLATES_PATH}/${encodeURIComponent(name)}`;

export const useTemplates = (): UseQueryResult<TemplatesAnswer, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<TemplatesAnswer>(INDEX_TEMPLATES_PATH, { signal }),
  });
};

/** One as it is saved; it does not change under the hands of who edits it. */
export const useTemplate = (
  name: string | undefined,
  kind: TemplateKind
): UseQueryResult<TemplateRecord, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEY, name, kind],
    queryFn: ({ signal }) =>
      api.get<TemplateRecord>(pathOf(name ?? ''), { query: { kind }, signal }),
    enabled: name !== undefined,
    staleTime: Infinity,
    cacheTime: 0,
  });
};

export const useSaveTemplate = (): UseMutationResult<
  TemplateRecord,
  ApiError,
  { name: string } & SaveTemplate
> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...body }: { name: string } & SaveTemplate) =>
      api.put<TemplateRecord>(pathOf(name), body),
    onSuccess: () => client.invalidateQueries(KEY, { exact: true }),
  });
};

export const useDeleteTemplate = (): ((name: string, kind: TemplateKind) => Promise<void>) => {
  const { api } = useServices();
  const client = useQueryClient();
  return async (name, kind) => {
    await api.delete(pathOf(name), { query: { kind } });
    await client.invalidateQueries(KEY, { exact: true });
  };
};

/** What an index would get from a draft. */
export const useSimulatedTemplate = (
  body: TemplateBody,
  enabled: boolean
): UseQueryResult<SimulatedTemplate, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEY, 'simulated', JSON.stringify(body)],
    queryFn: ({ signal }) =>
      api.post<SimulatedTemplate>(SIMULATE_TEMPLATE_PATH, { body }, { signal }),
    enabled,
    cacheTime: 0,
  });
};

/** What an index of this name would get. */
export const useSimulatedName = (name: string): UseQueryResult<SimulatedTemplate, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEY, 'simulated_name', name],
    queryFn: ({ signal }) =>
      api.get<SimulatedTemplate>(SIMULATE_NAME_PATH, { query: { name }, signal }),
    enabled: name !== '',
    cacheTime: 0,
  });
};
