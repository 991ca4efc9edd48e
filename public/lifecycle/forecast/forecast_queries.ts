import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { FORECAST_PATH } from '../../../common/lifecycle/forecast/forecast_api';
import type { ForecastFacts } from '../../../common/lifecycle/forecast/forecast_api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

/** What the forecast rests on; read anew only when asked, since it is much and changes little. */
export const useForecastFacts = (): UseQueryResult<ForecastFacts, ApiError> => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['lifecycle', 'forecast'],
    queryFn: ({ signal }) => api.get<ForecastFacts>(FORECAST_PATH, { signal }),
    refetchOnWindowFocus: false,
    retry: false,
    keepPreviousData: true,
  });
};
