import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DELIVERIES_PATH } from '../../../common/notifications/deliveries_api';
import type {
  DeliveriesQuery,
  DeliveryFilters,
  DeliveryPage,
  DeliveryRow,
  DeliveryStory,
  Resend,
  ResendAnswer,
} from '../../../common/notifications/deliveries_api';
import type { MessageStatus } from '../../../common/notifications/message';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';

const STORY_INTERVAL = 3000;
/** As many as one request may ask for. */
const BATCH = 1000;

/** @param refresh in seconds; 0 is never */
export const useDeliveries = (query: DeliveriesQuery, refresh: number) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['deliveries', query],
    queryFn: ({ signal }) =>
      api.get<DeliveryPage>(DELIVERIES_PATH, { query: { ...query }, signal }),
    keepPreviousData: true,
    refetchInterval: refresh > 0 ? refresh * 1000 : (false as const),
  });
};

/** Nothing happens to it any more, unless somebody sends it again. */
export const isOver = (status: MessageStatus): boolean =>
  status !== 'pending' && status !== 'sending';

export const useDelivery = (id: string) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['delivery', id],
    queryFn: ({ signal }) =>
      api.get<DeliveryStory>(`${DELIVERIES_PATH}/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: (story) => (story && !isOver(story.message.status) ? STORY_INTERVAL : false),
  });
};

/** The newest dead ones that the filters find, as many as one request tells. */
export const useFindDead = (): ((filters: DeliveryFilters) => Promise<DeliveryRow[]>) => {
  const { api } = useServices();
  return async (filters) => {
    const query = { ...filters, status: 'dead', per_page: BATCH };
    return (await api.get<DeliveryPage>(DELIVERIES_PATH, { query })).items;
  };
};

/** What is sent again changes lists, stories and how destinations do. */
export const useResendMutation = () => {
  const { api } = useServices();
  const queryClient = useQueryClient();
  return useMutation<ResendAnswer, ApiError, Resend>({
    mutationFn: (wanted) => api.post<ResendAnswer>(`${DELIVERIES_PATH}/_resend`, wanted),
    onSettled: () =>
      Promise.all(
        ['deliveries', 'delivery', 'destination_statuses'].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key] })
        )
      ),
  });
};
