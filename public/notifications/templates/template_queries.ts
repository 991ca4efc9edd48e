import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../../../common/page';
import { TEMPLATES_PATH } from '../../../common/notifications/shared_templates_api';
import type {
  TemplateRecord,
  UpdateTemplate,
} from '../../../common/notifications/shared_templates_api';
import type { SharedTemplate } from '../../../common/notifications/templates/shared/shared_template';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';
import { TEMPLATE_KEY } from '../shared_templates';

const pathOf = (id: string): string => `${TEMPLATES_PATH}/${encodeURIComponent(id)}`;

export interface TemplatesQuery {
  search: string;
  order: string;
  page: number;
  per_page: number;
}

export const useTemplates = (query: TemplatesQuery) => {
  const { api } = useServices();
  return useQuery({
    queryKey: [TEMPLATE_KEY, 'list', query],
    queryFn: ({ signal }) =>
      api.get<Page<TemplateRecord>>(TEMPLATES_PATH, { query: { ...query }, signal }),
    keepPreviousData: true,
  });
};

/** A template as an editor opens it: always fresh, and never changed underneath the editor. */
export const useTemplate = (id: string) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['sharedTemplate', id],
    queryFn: ({ signal }) => api.get<TemplateRecord>(pathOf(id), { signal }),
    cacheTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
};

export type SaveTemplateRequest =
  | { kind: 'create'; template: SharedTemplate }
  | { kind: 'update'; id: string; changes: UpdateTemplate };

export const useSaveTemplate = () => {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation<TemplateRecord, ApiError, SaveTemplateRequest>({
    mutationFn: (request) =>
      request.kind === 'create'
        ? api.post<TemplateRecord>(TEMPLATES_PATH, request.template)
        : api.put<TemplateRecord>(pathOf(request.id), request.changes),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [TEMPLATE_KEY] }),
  });
};

export const useDeleteTemplate = () => {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation<unknown, ApiError, string>({
    mutationFn: (id) => api.delete(pathOf(id)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [TEMPLATE_KEY] }),
  });
};
