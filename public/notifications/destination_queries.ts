import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type {
  DestinationRecord,
  OpenIncidents,
  SaveDestination,
  SendAnswer,
  UpdateDestination,
} from '../../common/notifications/api';
import { DESTINATION_STATUS_PATH } from '../../common/notifications/deliveries_api';
import type { DestinationStatus } from '../../common/notifications/deliveries_api';
import type { Page } from '../../common/page';
import type { ApiError } from '../shared/api_client';
import { useServices } from '../shared/services';

const LIST_INTERVAL = 30_000;
const STATUS_INTERVAL = 10_000;
const NO_STATUSES: ReadonlyMap<string, DestinationStatus> = new Map();

const pathOf = (id: string): string => `${DESTINATIONS_PATH}/${encodeURIComponent(id)}`;

/** As many as the list looks through; the search finds others. */
export const MOST_LISTED = 1000;

/** All destinations whose name matches: filters and order by how they are doing are the page's own. */
export const useDestinations = (search: string) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['destinations', search],
    queryFn: ({ signal }) =>
      api.get<Page<DestinationRecord>>(DESTINATIONS_PATH, {
        query: { search, sort: 'name', order: 'asc', page: 1, per_page: MOST_LISTED },
        signal,
      }),
    keepPreviousData: true,
    refetchInterval: LIST_INTERVAL,
  });
};

/** In one address; it must not become too long for servers on the way. */
const IDS_AT_ONCE = 100;

/** How destinations have been doing, by id; empty while that is not known. */
export const useDestinationStatuses = (
  ids: readonly string[]
): ReadonlyMap<string, DestinationStatus> => {
  const { api } = useServices();
  const { data } = useQuery({
    queryKey: ['destination_statuses', ids],
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, i) =>
        ids.slice(i * IDS_AT_ONCE, (i + 1) * IDS_AT_ONCE)
      );
      const found = await Promise.all(
        parts.map((part) =>
          api.get<DestinationStatus[]>(DESTINATION_STATUS_PATH, {
            query: { ids: part.join(',') },
            signal,
          })
        )
      );
      return new Map(found.flat().map((status) => [status.id, status]));
    },
    enabled: ids.length > 0,
    keepPreviousData: true,
    refetchInterval: STATUS_INTERVAL,
  });
  return data ?? NO_STATUSES;
};

/** A destination as an editor opens it: always fresh, and never changed underneath the editor. */
export const useDestination = (id: string) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['destination', id],
    queryFn: ({ signal }) => api.get<DestinationRecord>(pathOf(id), { signal }),
    cacheTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
};

/** What is stored now, apart from what the editor opened. */
export const useFetchDestination = (): ((id: string) => Promise<DestinationRecord>) => {
  const { api } = useServices();
  return (id) => api.get<DestinationRecord>(pathOf(id));
};

export type SaveRequest =
  | { kind: 'create'; destination: SaveDestination }
  | { kind: 'update'; id: string; destination: UpdateDestination };

export const useSaveDestination = () => {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation<DestinationRecord, ApiError, SaveRequest>({
    mutationFn: (request) =>
      request.kind === 'create'
        ? api.post<DestinationRecord>(DESTINATIONS_PATH, request.destination)
        : api.put<DestinationRecord>(pathOf(request.id), request.destination),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['destinations'] }),
  });
};

/** How many incidents stand open at a destination; undefined where that cannot be said. */
export const useCountIncidents = (): ((id: string) => Promise<number | undefined>) => {
  const { api } = useServices();
  return async (id) => {
    try {
      return (await api.get<OpenIncidents>(`${pathOf(id)}/_incidents`)).open;
    } catch {
      return undefined;
    }
  };
};

/** While monitors send to it, the server deletes only when forced. */
export const useDeleteDestination = () => {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation<unknown, ApiError, { id: string; force: boolean }>({
    mutationFn: ({ id, force }) => api.delete(pathOf(id), { query: { force } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['destinations'] }),
  });
};

export type TestRequest =
  /** Not saved yet. */
  | { kind: 'new'; destination: SaveDestination }
  /** Stored, with what the form changed. */
  | { kind: 'stored'; id: string; changes?: UpdateDestination };

/** Sends one message now. A refusal by the receiver is an answer; an error is the server's own refusal. */
export const useTestDestination = () => {
  const { api } = useServices();
  return useMutation<SendAnswer, ApiError, TestRequest>({
    mutationFn: (request) =>
      request.kind === 'new'
        ? api.post<SendAnswer>(`${DESTINATIONS_PATH}/_test`, { destination: request.destination })
        : api.post<SendAnswer>(`${pathOf(request.id)}/_test`, { changes: request.changes }),
  });
};
