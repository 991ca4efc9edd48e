import { useMemo } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { HEARTBEATS_PATH, PING_PATH } from '../../../common/monitors/heartbeat/api';
import type { HeartbeatRecord, MadeToken } from '../../../common/monitors/heartbeat/api';
import { usePublicBaseUrl } from '../../shared/plugin_status';
import { useServices } from '../../shared/services';

const REFRESH_INTERVAL = 5000;

const keyOf = (id: string) => ['monitors', 'heartbeat', id] as const;

const path = (id: string): string => `${HEARTBEATS_PATH}/${encodeURIComponent(id)}`;

export const useHeartbeat = (id: string): UseQueryResult<HeartbeatRecord> => {
  const { api } = useServices();
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.get<HeartbeatRecord>(path(id), { signal }),
    refetchInterval: REFRESH_INTERVAL,
    enabled: id !== '',
  });
};

/** Makes a token; the one before is good for nothing from then on. */
export const useMakeToken = (id: string): (() => Promise<string>) => {
  const { api } = useServices();
  const client = useQueryClient();
  return async () => {
    const { token } = await api.post<MadeToken>(`${path(id)}/_token`);
    void client.invalidateQueries(keyOf(id));
    return token;
  };
};

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** What is called, without the token: under the address that the configuration names, else under that of this page. */
export const usePingUrl = (): string => {
  const { core } = useServices();
  const publicUrl = usePublicBaseUrl();
  return useMemo(
    () =>
      publicUrl
        ? `${withoutSlash(publicUrl)}${PING_PATH}`
        : `${window.location.origin}${core.http.basePath.prepend(PING_PATH)}`,
    [core, publicUrl]
  );
};
