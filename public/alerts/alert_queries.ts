import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ALERTS_PATH } from '../../common/alerts/api';
import type {
  AcknowledgeAnswer,
  AcknowledgeRequest,
  AlertGroupsPage,
  AlertRecord,
  AlertsPage,
  AlertsQuery,
  UnacknowledgeAnswer,
} from '../../common/alerts/api';
import type { Alert, AlertEvent } from '../../common/alerts/alert';
import type { Page } from '../../common/page';
import type { ApiError } from '../shared/api_client';
import { useServices } from '../shared/services';

const STORY_INTERVAL = 5000;
/** As many as one request may ask for. */
const BATCH = 1000;

const segment = encodeURIComponent;

interface ListOptions {
  /** In seconds; 0 is never. */
  refresh: number;
  enabled: boolean;
}

const listOptions = ({ refresh, enabled }: ListOptions) => ({
  enabled,
  keepPreviousData: true,
  refetchInterval: refresh > 0 ? refresh * 1000 : (false as const),
});

export const useAlerts = (query: AlertsQuery, options: ListOptions) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['alerts', query],
    queryFn: ({ signal }) => api.get<AlertsPage>(ALERTS_PATH, { query: { ...query }, signal }),
    ...listOptions(options),
  });
};

export const useAlertGroups = (query: AlertsQuery, options: ListOptions) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['alerts', 'groups', query],
    queryFn: ({ signal }) =>
      api.get<AlertGroupsPage>(`${ALERTS_PATH}/_groups`, { query: { ...query }, signal }),
    ...listOptions(options),
  });
};

/** Reads all alerts of a query, beyond its page, as far as the cluster pages. */
export const useAllAlerts = (): ((query: AlertsQuery, total: number) => Promise<Alert[]>) => {
  const { api } = useServices();
  return async (query, total) => {
    const alerts = new Map<string, Alert>();
    for (let page = 1; (page - 1) * BATCH < total; page++) {
      const batch = { ...query, page, per_page: BATCH };
      const { items } = await api.get<Page<Alert>>(ALERTS_PATH, { query: batch });
      for (const alert of items) alerts.set(alert.id, alert);
    }
    return [...alerts.values()];
  };
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

const named = (alerts: readonly Alert[]) =>
  alerts.map(({ id, monitor_id }) => ({ id, monitor_id }));

/** What changes alerts makes lists and stories old. */
const useAlertMutation = <R, V>(mutate: (variables: V) => Promise<R>) => {
  const queryClient = useQueryClient();
  return useMutation<R, ApiError, V>({
    mutationFn: mutate,
    onSettled: () =>
      Promise.all(
        ['alerts', 'alert'].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))
      ),
  });
};

export interface AcknowledgeInput extends Omit<AcknowledgeRequest, 'alerts'> {
  alerts: readonly Alert[];
}

export const useAcknowledge = () => {
  const { api } = useServices();
  return useAlertMutation<AcknowledgeAnswer, AcknowledgeInput>(({ alerts, ...said }) =>
    api.post(`${ALERTS_PATH}/_acknowledge`, { alerts: named(alerts), ...said })
  );
};

export const useUnacknowledge = () => {
  const { api } = useServices();
  return useAlertMutation<UnacknowledgeAnswer, readonly Alert[]>((alerts) =>
    api.post(`${ALERTS_PATH}/_unacknowledge`, { alerts: named(alerts) })
  );
};

export const useAddComment = (id: string) => {
  const { api } = useServices();
  return useAlertMutation<AlertEvent, string>((comment) =>
    api.post(`${ALERTS_PATH}/${segment(id)}/comments`, { comment })
  );
};
