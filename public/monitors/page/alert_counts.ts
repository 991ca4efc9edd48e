import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../../common/alerts/alert';
import { ALERTS_PATH } from '../../../common/alerts/api';
import type { Page } from '../../../common/page';
import type { ApiClient } from '../../shared/api_client';
import { useServices } from '../../shared/services';
import { monitorKeys } from '../monitors_api';

const REFRESH_INTERVAL = 5000;

export interface AlertCounts {
  open: number;
  pending: number;
  active: number;
  no_data: number;
  acknowledged: number;
  error: number;
  past: number;
}

const countAlerts = async (api: ApiClient, monitorId: string, state: string): Promise<number> => {
  const query = { monitor_id: monitorId, state, per_page: 1 };
  return (await api.get<Page<Alert>>(ALERTS_PATH, { query })).total;
};

const fetchCounts = async (api: ApiClient, monitorId: string): Promise<AlertCounts> => {
  const [pending, active, noData, acknowledged, error, past] = await Promise.all(
    ['pending', 'active', 'no_data', 'acknowledged', 'error', 'past'].map((state) =>
      countAlerts(api, monitorId, state)
    )
  );
  const open = pending + active + noData + acknowledged + error;
  return { open, pending, active, no_data: noData, acknowledged, error, past };
};

/** How many alerts a monitor has, by state; undefined until it is known. */
export const useAlertCounts = (monitorId: string): AlertCounts | undefined => {
  const { api } = useServices();
  return useQuery({
    queryKey: monitorKeys.alertCounts(monitorId),
    queryFn: () => fetchCounts(api, monitorId),
    refetchInterval: REFRESH_INTERVAL,
  }).data;
};
