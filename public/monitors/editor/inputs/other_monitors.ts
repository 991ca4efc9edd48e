import { useQuery } from '@tanstack/react-query';
import type { MonitorSummary } from '../../../../common/monitors/api';
import { monitorKeys, useMonitorsApi } from '../../monitors_api';

const ALL = {
  ...{ search: '', state: 'all', type: '', tag: '', owner: '', health: '' },
  ...{ sort: 'name', order: 'asc', page: 1, per_page: 1000 },
};

/** The monitors that a composite one may rest on: any but itself and others of its type. */
export const useOtherMonitors = (monitorId: string) => {
  const api = useMonitorsApi();
  const { data, isFetching, error } = useQuery({
    queryKey: monitorKeys.list(ALL),
    queryFn: ({ signal }) => api.list(ALL, signal),
    staleTime: 30_000,
  });
  const monitors = data?.items.filter(
    ({ id, monitor_type: type }) => id !== monitorId && type !== 'composite_monitor'
  );
  return { monitors, isFetching, error };
};

/** The name by an id, where it is known. */
export const nameOf = (
  monitors: ReadonlyArray<Pick<MonitorSummary, 'id' | 'name'>> | undefined,
  id: string
): string | undefined => monitors?.find((monitor) => monitor.id === id)?.name;
