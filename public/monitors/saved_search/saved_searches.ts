import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { SavedSearch } from '../../../common/import/saved_search';
import type { ApiClient } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const PATH = '/api/saved_objects';
const MOST = 1000;

/** The part of the host's saved objects that is read here. */
interface Stored<A> {
  id: string;
  attributes: A;
  references?: Array<{ name: string; type: string; id: string }>;
}

interface SearchAttributes {
  title?: string;
  description?: string;
  columns?: string[];
  kibanaSavedObjectMeta?: { searchSourceJSON?: string };
}

interface PatternAttributes {
  title?: string;
  timeFieldName?: string;
}

export interface SearchTitle {
  id: string;
  title: string;
  description: string;
}

/** The saved searches that the reader may see; none where the host keeps none. */
export const useSavedSearches = (): UseQueryResult<SearchTitle[]> => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['saved_searches'],
    queryFn: async ({ signal }) => {
      const query = { type: 'search', per_page: MOST };
      const { saved_objects: found } = await api.get<{
        saved_objects: Array<Stored<SearchAttributes>>;
      }>(`${PATH}/_find`, { query, signal });
      return found
        .map(({ id, attributes: { title = id, description = '' } }) => ({ id, title, description }))
        .sort((a, b) => a.title.localeCompare(b.title));
    },
    retry: false,
  });
};

const patternOf = async (
  api: ApiClient,
  { references = [] }: Stored<SearchAttributes>
): Promise<SavedSearch['indexPattern']> => {
  const reference = references.find(({ type }) => type === 'index-pattern');
  if (!reference) return undefined;
  const path = `${PATH}/index-pattern/${encodeURIComponent(reference.id)}`;
  try {
    const { attributes } = await api.get<Stored<PatternAttributes>>(path);
    const { title, timeFieldName } = attributes;
    return title ? { title, ...(timeFieldName ? { timeFieldName } : {}) } : undefined;
  } catch {
    // What is gone is named among what does not come along.
    return undefined;
  }
};

/** One saved search with its index pattern, read once: it must not change under an editor's hands. */
export const useSavedSearch = (id: string): UseQueryResult<SavedSearch> => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['saved_search', id],
    queryFn: async () => {
      const stored = await api.get<Stored<SearchAttributes>>(
        `${PATH}/search/${encodeURIComponent(id)}`
      );
      const { title = id, columns = [], kibanaSavedObjectMeta } = stored.attributes;
      const indexPattern = await patternOf(api, stored);
      return {
        title,
        columns,
        searchSource: kibanaSavedObjectMeta?.searchSourceJSON ?? '{}',
        ...(indexPattern ? { indexPattern } : {}),
      };
    },
    cacheTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
};
