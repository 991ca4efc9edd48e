import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { DestinationRecord } from '../../common/notifications/api';
import { monitorKeys, useMonitorsApi } from './monitors_api';

/** All destinations, to choose from and to name. */
export const useDestinations = (): UseQueryResult<DestinationRecord[]> => {
  const api = useMonitorsApi();
  return useQuery({
    queryKey: monitorKeys.destinations(),
    queryFn: async ({ signal }) => (await api.destinations(signal)).items,
    staleTime: 5000,
  });
};

/** The destination's name; its id where it is gone. */
export const destinationName = (
  destinations: DestinationRecord[] | undefined,
  id: string
): string => destinations?.find((record) => record.id === id)?.destination.name ?? id;
