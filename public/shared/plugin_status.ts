import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { STATUS_PATH } from '../../common/status';
import type { PluginStatus, Privilege } from '../../common/status';
import { useServices } from './services';

const STATUS_INTERVAL = 10_000;

/** The plugin's state, asked for again every few seconds while the page is visible. */
export const usePluginStatus = (): UseQueryResult<PluginStatus> => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => api.get<PluginStatus>(STATUS_PATH, { signal }),
    refetchInterval: STATUS_INTERVAL,
    staleTime: STATUS_INTERVAL / 2,
  });
};

/** What links in messages begin with; undefined where it is not set, and while it is not known. */
export const usePublicBaseUrl = (): string | undefined => usePluginStatus().data?.public_base_url;

/** Whether the user may do this. Until it is known, yes: the server has the last word. */
export const useMay = (privilege: Privilege): boolean =>
  usePluginStatus().data?.user.may[privilege] ?? true;
