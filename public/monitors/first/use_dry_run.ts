import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { DryRun } from '../../../common/monitors/api';
import type { Monitor } from '../../../common/monitors/monitor';
import { useDebounced } from '../../shared/debounced';
import { dryMonitor } from '../editor/query_run';
import { useMonitorsApi } from '../monitors_api';

const PAUSE = 400;
/** What was counted a while ago is no "now". */
const AGAIN_AFTER = 30_000;

/** What a run of the monitor would find now; asked anew when the monitor changes, and every while. */
export const useDryRun = (monitor: Monitor | undefined, monitorId = ''): UseQueryResult<DryRun> => {
  const api = useMonitorsApi();
  const asked = useDebounced(monitor ? JSON.stringify(dryMonitor(monitor)) : '', PAUSE);
  return useQuery({
    queryKey: ['monitors', 'dry', monitorId, asked],
    queryFn: () => api.dryRun(JSON.parse(asked) as Monitor, monitorId),
    enabled: asked !== '',
    keepPreviousData: true,
    refetchInterval: AGAIN_AFTER,
    retry: false,
  });
};
