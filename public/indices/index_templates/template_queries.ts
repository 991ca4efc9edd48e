import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import {
  INDEX_TEMPLATES_PATH,
  SIMULATE_NAME_PATH,
  SIMULATE_TEMPLATE_PATH,
} from '../../../common/indices/index_templates/api';
import type {
  SimulatedTemplate,
  TemplateBody,
  TemplateKind,
  TemplateRecord,
  TemplatesAnswer,
} from '../../../common/indices/index_templates/api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';
import {
  useDeleteDocument,
  useDocuments,
  useSaveDocument,
  useStoredDocument,
} from '../parts/document_queries';

const TEMPLATES = { key: 'index_templates', path: INDEX_TEMPLATES_PATH };

export const useTemplates = () => useDocuments<TemplatesAnswer>(TEMPLATES);

export const useTemplate = (name: string | undefined, kind: TemplateKind) =>
  useStoredDocument<TemplateRecord>(TEMPLATES, name, { kind });

export const useSaveTemplate = () => useSaveDocument<TemplateRecord>(TEMPLATES);

export const useDeleteTemplate = (): ((name: string, kind: TemplateKind) => Promise<void>) => {
  const remove = useDeleteDocument(TEMPLATES);
  return (name, kind) => remove(name, { kind });
};

/** What an index would get from a draft. */
export const useSimulatedTemplate = (
  body: TemplateBody,
  enabled: boolean
): UseQueryResult<SimulatedTemplate, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [TEMPLATES.key, 'simulated', JSON.stringify(body)],
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
    queryKey: [TEMPLATES.key, 'simulated_name', name],
    queryFn: ({ signal }) =>
      api.get<SimulatedTemplate>(SIMULATE_NAME_PATH, { query: { name }, signal }),
    enabled: name !== '',
    cacheTime: 0,
  });
};
