import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { SCHEDULER_PATH } from '../../../common/overview/scheduler';
import type { SchedulerOverview } from '../../../common/overview/scheduler';
import { useServices } from '../../shared/services';

const REFRESH_INTERVAL = 3000;

/** Who runs what, asked for again every few seconds. */
export const useSchedulerOverview = (): UseQueryResult<SchedulerOverview> => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['overview', 'scheduler'],
    queryFn: ({ signal }) => api.get<SchedulerOverview>(SCHEDULER_PATH, { signal }),
    refetchInterval: REFRESH_INTERVAL,
  });
};
