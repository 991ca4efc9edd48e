import { useMemo } from 'react';
import { BACK_TEST_PATH } from '../../../common/monitors/back_test/api';
import type { BackTest } from '../../../common/monitors/back_test/back_test';
import type { Monitor } from '../../../common/monitors/monitor';
import type { ApiClient } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const one = (id: string): string => `${BACK_TEST_PATH}/${encodeURIComponent(id)}`;

/** What is to be tested. Instants: epoch milliseconds. */
export interface BackTestQuestion {
  monitor: Monitor;
  /** Empty before the first save. */
  monitorId: string;
  from: number;
  to: number;
}

export const createBackTestApi = (api: ApiClient) => ({
  start: ({ monitor, monitorId, from, to }: BackTestQuestion, signal?: AbortSignal) =>
    api.post<BackTest>(
      BACK_TEST_PATH,
      { monitor, from, to, ...(monitorId === '' ? {} : { monitor_id: monitorId }) },
      { signal }
    ),
  get: (id: string, signal?: AbortSignal) => api.get<BackTest>(one(id), { signal }),
  stop: (id: string) => api.post<BackTest>(`${one(id)}/_stop`),
});

export type BackTestApi = ReturnType<typeof createBackTestApi>;

export const useBackTestApi = (): BackTestApi => {
  const { api } = useServices();
  return useMemo(() => createBackTestApi(api), [api]);
};
