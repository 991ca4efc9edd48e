import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { DATA_STREAMS_PATH } from '../../../common/indices/data_streams/api';
import type {
  RolledOver,
  StreamDetail,
  StreamsAnswer,
} from '../../../common/indices/data_streams/api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const KEY = ['data_streams'];

const pathOf = (name: string): string => `${DATA_STREAMS_PATH}/${encodeURIComponent(name)}`;

export const useStreams = (): UseQueryResult<StreamsAnswer, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<StreamsAnswer>(DATA_STREAMS_PATH, { signal }),
  });
};

export const useStream = (name: string): UseQueryResult<StreamDetail, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: [...KEY, name],
    queryFn: ({ signal }) => api.get<StreamDetail>(pathOf(name), { signal }),
    cacheTime: 0,
  });
};

interface StreamActs {
  create: (name: string) => Promise<void>;
  rollOver: (name: string) => Promise<RolledOver>;
  remove: (name: string, confirm: string) => Promise<void>;
}

/** What can be done to data streams; what is shown of them is read anew afterwards. */
export const useStreamActs = (): StreamActs => {
  const { api } = useServices();
  const client = useQueryClient();
  const all = () => client.invalidateQueries(KEY);
  return {
    create: async (name) => {
      await api.put(pathOf(name), {});
      await all();
    },
    rollOver: async (name) => {
      const rolled = await api.post<RolledOver>(`${pathOf(name)}/_rollover`);
      await all();
      return rolled;
    },
    remove: async (name, confirm) => {
      await api.delete(pathOf(name), { query: { confirm } });
      // Its own page is about to close: only the list is read anew.
      await client.invalidateQueries(KEY, { exact: true });
    },
  };
};
