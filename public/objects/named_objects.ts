import { useQuery } from '@tanstack/react-query';
import { MONITORS_PATH } from '../../common/monitors/api';
import type { MonitorRecord, MonitorSummary } from '../../common/monitors/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type { DestinationRecord } from '../../common/notifications/api';
import type { Page } from '../../common/page';
import { useServices } from '../shared/services';

/** Names seldom change. */
const NAME_STALE_AFTER = 60_000;

const segment = encodeURIComponent;

/** Some monitors by name, for the filter. @param enabled false: they are not wanted yet */
export const useMonitorNames = (search: string, enabled = true) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['monitor_names', search],
    queryFn: ({ signal }) =>
      api.get<Page<MonitorSummary>>(MONITORS_PATH, { query: { search, per_page: 50 }, signal }),
    enabled,
    keepPreviousData: true,
    staleTime: NAME_STALE_AFTER,
  });
};

/** A monitor as it is now; undefined while it is not known, and when it is deleted. */
export const useMonitorById = (id: string): MonitorRecord | undefined => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['monitor_name', id],
    queryFn: ({ signal }) => api.get<MonitorRecord>(`${MONITORS_PATH}/${segment(id)}`, { signal }),
    enabled: id !== '',
    staleTime: NAME_STALE_AFTER,
  }).data;
};

/** Some destinations by name, for the filter. @param enabled false: they are not wanted yet */
export const useDestinationNames = (search: string, enabled = true) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['destination_names', search],
    queryFn: ({ signal }) =>
      api.get<Page<DestinationRecord>>(DESTINATIONS_PATH, {
        query: { search, per_page: 50, sort: 'name' },
        signal,
      }),
    enabled,
    keepPreviousData: true,
    staleTime: NAME_STALE_AFTER,
  });
};

/** A destination as it is now; undefined while it is not known, and when it is deleted. */
export const useDestinationById = (id: string): DestinationRecord | undefined => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['destination_name', id],
    queryFn: ({ signal }) =>
      api.get<DestinationRecord>(`${DESTINATIONS_PATH}/${segment(id)}`, { signal }),
    enabled: id !== '',
    staleTime: NAME_STALE_AFTER,
  }).data;
};
