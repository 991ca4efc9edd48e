import { useQuery } from '@tanstack/react-query';
import { FINDINGS_PATH } from '../../../common/findings/api';
import type { FINDING_SORTS, FindingRecord } from '../../../common/findings/api';
import type { Page } from '../../../common/page';
import { useServices } from '../../shared/services';

const REFRESH_INTERVAL = 5000;

export interface FindingsView {
  search: string;
  sort: (typeof FINDING_SORTS)[number];
  order: 'asc' | 'desc';
  page: number;
  per_page: number;
}

/** The newest first. */
export const NEWEST: FindingsView = {
  ...{ search: '', sort: 'timestamp', order: 'desc', page: 1, per_page: 10 },
};

/** A page of a monitor's findings, with the documents that its reader may read; the first page follows by itself. */
export const useFindings = (monitorId: string, view: FindingsView) => {
  const { api } = useServices();
  const query = { ...view, monitor_id: monitorId, documents: true };
  return useQuery({
    queryKey: ['findings', query],
    queryFn: ({ signal }) => api.get<Page<FindingRecord>>(FINDINGS_PATH, { query, signal }),
    keepPreviousData: true,
    refetchInterval: view.page === 1 ? REFRESH_INTERVAL : false,
  });
};
