import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { KnownField } from '../../../common/indices/field_guesses';
import type { IndexFamily } from '../../../common/indices/families';
import { monitorKeys, useMonitorsApi } from '../monitors_api';

const STALE_AFTER = 60_000;

/** The families of indices that the reader may see. */
export const useFamilies = (isAsked: boolean): UseQueryResult<IndexFamily[]> => {
  const api = useMonitorsApi();
  return useQuery({
    queryKey: monitorKeys.families(),
    queryFn: async ({ signal }) => (await api.families(signal)).families,
    enabled: isAsked,
    staleTime: STALE_AFTER,
  });
};

/** The fields of these indices; nothing is asked while there are none. */
export const useFields = (indices: readonly string[]): UseQueryResult<KnownField[]> => {
  const api = useMonitorsApi();
  return useQuery({
    queryKey: monitorKeys.fields(indices),
    queryFn: ({ signal }) => api.fields(indices, signal),
    // The whole answer is kept under this key by the query builder, too.
    select: ({ fields }) => fields,
    enabled: indices.length > 0,
    staleTime: STALE_AFTER,
    retry: false,
  });
};
