import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ALERTS_PATH } from '../../common/alerts/api';
import type { AcknowledgeAnswer, AlertRecord, AlertsQuery } from '../../common/alerts/api';
import type { Alert } from '../../common/alerts/alert';
import { MONITORS_PATH } from '../../common/monitors/api';
import type { MonitorRecord, MonitorSummary } from '../../common/monitors/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type { DestinationRecord } from '../../common/notifications/api';
import type { Page } from '../../common/page';
import type { ApiError } from '../shared/api_client';
import { useServices } from '../shared/services';

const STORY_INTERVAL = 5000;
/** Names seldom change. */
const NAME_STALE_AFTER = 60_000;

const segment = encodeURIComponent;

/** @param refresh in seconds; 0 is never. */
export const useAlerts = (query: AlertsQuery, refresh: number) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['alerts', query],
    queryFn: ({ signal }) => api.get<Page<Alert>>(ALERTS_PATH, { query: { ...query }, signal }),
    keepPreviousData: true,
    refetchInterval: refresh > 0 ? refresh * 1000 : false,
  });
};

export const useAlert = (id: string) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['alert', id],
    queryFn: ({ signal }) => api.get<AlertRecord>(`${ALERTS_PATH}/${segment(id)}`, { signal }),
    // An alert that is not there will not come back.
    refetchInterval: (record) => (record ? STORY_INTERVAL : false),
  });
};

export const useAcknowledge = () => {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation<AcknowledgeAnswer, ApiError, Alert[]>({
    mutationFn: (alerts) =>
      api.post<AcknowledgeAnswer>(`${ALERTS_PATH}/_acknowledge`, {
        alerts: alerts.map(({ id, monitor_id }) => ({ id, monitor_id })),
      }),
    onSettled: () =>
      Promise.all(
        ['alerts', 'alert'].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))
      ),
  });
};

/** Some monitors by name, for the filter. */
export const useMonitorNames = (search: string) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['monitor_names', search],
    queryFn: ({ signal }) =>
      api.get<Page<MonitorSummary>>(MONITORS_PATH, { query: { search, per_page: 50 }, signal }),
    keepPreviousData: true,
    staleTime: NAME_STALE_AFTER,
  });
};

/** The name of a monitor; undefined while it is not known, and when it is deleted. */
export const useMonitorName = (id: string): string | undefined => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['monitor_name', id],
    queryFn: ({ signal }) => api.get<MonitorRecord>(`${MONITORS_PATH}/${segment(id)}`, { signal }),
    enabled: id !== '',
    staleTime: NAME_STALE_AFTER,
  }).data?.monitor.name;
};

/** The name of a destination; undefined while it is not known, and when it is deleted. */
export const useDestinationName = (id: string): string | undefined => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['destination_name', id],
    queryFn: ({ signal }) =>
      api.get<DestinationRecord>(`${DESTINATIONS_PATH}/${segment(id)}`, { signal }),
    staleTime: NAME_STALE_AFTER,
  }).data?.destination.name;
};
