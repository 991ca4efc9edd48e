import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { SaveTemplate } from '../../../common/indices/index_templates/api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

/** Documents of one sort: where they stand, and under which key they are kept. */
interface Documents {
  key: string;
  path: string;
}

type Query = Readonly<Record<string, string>>;

const pathOf = ({ path }: Documents, name: string): string => `${path}/${encodeURIComponent(name)}`;

/** All of them. */
export const useDocuments = <T>({ key, path }: Documents): UseQueryResult<T, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [key],
    queryFn: ({ signal }) => api.get<T>(path, { signal }),
  });
};

/** One as it is saved; it does not change under the hands of who edits it. */
export const useStoredDocument = <T>(
  documents: Documents,
  name: string | undefined,
  query: Query = {}
): UseQueryResult<T, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [documents.key, name, ...Object.values(query)],
    queryFn: ({ signal }) => api.get<T>(pathOf(documents, name ?? ''), { query, signal }),
    enabled: name !== undefined,
    staleTime: Infinity,
    cacheTime: 0,
  });
};

export type SaveDocument<T> = UseMutationResult<T, ApiError, { name: string } & SaveTemplate>;

export const useSaveDocument = <T>(documents: Documents): SaveDocument<T> => {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...body }: { name: string } & SaveTemplate) =>
      api.put<T>(pathOf(documents, name), body),
    onSuccess: () => client.invalidateQueries([documents.key], { exact: true }),
  });
};

export const useDeleteDocument = (
  documents: Documents
): ((name: string, query?: Query) => Promise<void>) => {
  const { api } = useServices();
  const client = useQueryClient();
  return async (name, query = {}) => {
    await api.delete(pathOf(documents, name), { query });
    await client.invalidateQueries([documents.key], { exact: true });
  };
};
