import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ACT_PATH, INDICES_PATH, LISTING_PATH } from '../../common/indices/indices_api';
import type { ActAnswer, IndexAction, IndexDetail } from '../../common/indices/indices_api';
import type { IndexListing } from '../../common/indices/rows/index_row';
import { useServices } from '../shared/services';

const LISTING = ['indices'];

/** All indices. @param seconds between readings; 0: only when asked for */
export const useListing = (seconds: number) => {
  const { api } = useServices();
  return useQuery({
    queryKey: LISTING,
    queryFn: ({ signal }) => api.get<IndexListing>(LISTING_PATH, { signal }),
    refetchInterval: seconds > 0 ? seconds * 1000 : false,
    keepPreviousData: true,
  });
};

/** Reads the listing anew, past what the server remembers. */
export const useFreshListing = (): (() => Promise<void>) => {
  const { api } = useServices();
  const client = useQueryClient();
  return useCallback(async () => {
    await client.cancelQueries(LISTING);
    // What fails is the query's state, which the page shows.
    await client
      .fetchQuery(LISTING, ({ signal }) =>
        api.get<IndexListing>(LISTING_PATH, { query: { fresh: true }, signal })
      )
      .catch(() => undefined);
  }, [api, client]);
};

export const useIndex = (name: string) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['index', name],
    queryFn: ({ signal }) =>
      api.get<IndexDetail>(`${INDICES_PATH}/${encodeURIComponent(name)}`, { signal }),
  });
};

export const useAct = (): ((
  indices: readonly string[],
  what: IndexAction
) => Promise<ActAnswer>) => {
  const { api } = useServices();
  return useCallback((indices, what) => api.post<ActAnswer>(ACT_PATH, { indices, what }), [api]);
};
