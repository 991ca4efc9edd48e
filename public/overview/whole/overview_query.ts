import { useQuery } from '@tanstack/react-query';
import { OVERVIEW_PATH } from '../../../common/overview/overview';
import type { Overview } from '../../../common/overview/overview';
import { useServices } from '../../shared/services';

const REFRESH_INTERVAL = 10_000;

/** What is firing and what is broken, asked for again every few seconds. */
export const useOverview = () => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['overview', 'whole'],
    queryFn: ({ signal }) => api.get<Overview>(OVERVIEW_PATH, { signal }),
    refetchInterval: REFRESH_INTERVAL,
  });
};
