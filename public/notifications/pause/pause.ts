import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import { PAUSE_PATH } from '../../../common/notifications/deliveries_api';
import type { Pause, SetPause } from '../../../common/notifications/deliveries_api';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';
import { useToasts } from '../../shared/toasts';

const PAUSE_INTERVAL = 15_000;
const KEY = ['pause'];

/** Whether all notifications are paused, asked for again every few seconds; undefined while it is not known. */
export const usePause = (): Pause | undefined => {
  const { api } = useServices();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Pause>(PAUSE_PATH, { signal }),
    refetchInterval: PAUSE_INTERVAL,
    staleTime: PAUSE_INTERVAL / 2,
  }).data;
};

/** Pauses all notifications, or lets them go out again; what came of it is said. */
export const useSetPause = () => {
  const { api } = useServices();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMutation<Pause, ApiError, SetPause>({
    mutationFn: (wanted) => api.put<Pause>(PAUSE_PATH, wanted),
    onSuccess: (pause) => {
      queryClient.setQueryData(KEY, pause);
      void queryClient.invalidateQueries({ queryKey: ['deliveries'] });
      if (!pause.paused) {
        toasts.success(
          i18n.translate('watchkeeper.pause.resumedTitle', {
            defaultMessage: 'Notifications go out again',
          })
        );
      }
    },
    onError: (error) =>
      toasts.failure(
        i18n.translate('watchkeeper.pause.failedTitle', {
          defaultMessage: 'The pause was not changed',
        }),
        error
      ),
  });
};
