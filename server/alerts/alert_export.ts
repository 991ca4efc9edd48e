import type { Alert } from '../../common/alerts/alert';
import { alertCsvHead, alertCsvLine } from '../../common/alerts/alert_csv';
import { MOST_EXPORTED } from '../../common/alerts/api';
import type { AlertsQuery } from '../../common/alerts/api';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { alertFilter } from './alert_filter';

const AT_ONCE = 2000;
/** Spreadsheets take it for the encoding of their country otherwise. */
const BYTE_ORDER_MARK = '\uFEFF';

interface ExportHits {
  hits: { hits: Array<{ _source: Alert; sort: Array<string | number> }> };
}

/**
 * The alerts that match as parts of a CSV file, the newest first, up to `MOST_EXPORTED`. Nothing but one page is held in
 * memory; by `search_after`, so that the paging window of the cluster is no limit.
 */
export async function* exportAlerts(
  cluster: Cluster,
  query: AlertsQuery,
  now: number
): AsyncGenerator<string> {
  const filter = alertFilter(query, now);
  let after: Array<string | number> | undefined;
  let head = BYTE_ORDER_MARK + alertCsvHead();
  for (let written = 0; written < MOST_EXPORTED; written += AT_ONCE) {
    const { body } = await cluster.request<ExportHits>({
      method: 'POST',
      path: `/${aliasOf('alerts')}/_search`,
      body: {
        size: AT_ONCE,
        track_total_hits: false,
        query: { bool: { filter } },
        sort: [{ start_time: 'desc' }, { _id: 'asc' }],
        ...(after ? { search_after: after } : {}),
      },
    });
    const { hits } = body.hits;
    yield head + hits.map(({ _source }) => alertCsvLine(_source, now)).join('');
    head = '';
    if (hits.length < AT_ONCE) return;
    after = hits[hits.length - 1].sort;
  }
}
