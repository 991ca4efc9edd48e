import type { Alert, AlertEvent } from '../../common/alerts/alert';
import { OPEN_STATES } from '../../common/alerts/alert';
import type { AlertGroupsPage, AlertsPage, AlertsQuery } from '../../common/alerts/api';
import type { Clock } from '../clock';
import { bulk, demandWritten } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { besideAggregations, frameOf, toBeside } from './alert_chart';
import type { BesideBuckets } from './alert_chart';
import { exportAlerts } from './alert_export';
import { findGroups } from './alert_groups';
import { alertFilter, isOpenClause } from './alert_filter';
import type { AlertCounts } from './types';

/** The window that a search of the cluster pages in. */
const MOST_PAGED = 10_000;

/** Monitors whose alerts are counted at once: within what the cluster allows as buckets. */
const MOST_COUNTED = 10_000;

interface Hits<T> {
  hits: { total: { value: number }; hits: Array<{ _source: T }> };
}

interface CountBuckets {
  aggregations?: {
    monitors: {
      buckets: Array<{
        key: string;
        states: { buckets: Array<{ key: string; doc_count: number }> };
      }>;
    };
  };
}

/** Alerts as they were projected: a search sees a commit after a refresh. */
export const createAlertStore = (cluster: Cluster, clock: Pick<Clock, 'now'>) => {
  const search = <T>(family: 'alerts' | 'events', body: object) =>
    cluster.request<T>({ method: 'POST', path: `/${aliasOf(family)}/_search`, body });

  return {
    async find(query: AlertsQuery): Promise<AlertsPage> {
      const from = (query.page - 1) * query.per_page;
      const now = clock.now();
      const frame = frameOf(query, now);
      const { body } = await search<Hits<Alert> & { aggregations?: BesideBuckets }>('alerts', {
        from: Math.min(from, MOST_PAGED - query.per_page),
        size: query.per_page,
        track_total_hits: true,
        query: { bool: { filter: alertFilter(query, now) } },
        sort: [{ [query.sort]: { order: query.order, missing: '_last' } }, { rev: query.order }],
        ...(query.chart ? { aggs: besideAggregations(frame) } : {}),
      });
      return {
        total: body.hits.total.value,
        items: body.hits.hits.map(({ _source }) => _source),
        ...(query.chart && body.aggregations ? toBeside(frame, body.aggregations) : {}),
      };
    },

    /** By monitor and trigger. */
    groups: (query: AlertsQuery): Promise<AlertGroupsPage> =>
      findGroups(cluster, query, clock.now()),

    /** As parts of a CSV file. */
    export: (query: AlertsQuery): AsyncGenerator<string> =>
      exportAlerts(cluster, query, clock.now()),

    async get(id: string): Promise<Alert | undefined> {
      const { body } = await search<Hits<Alert>>('alerts', {
        size: 1,
        query: { ids: { values: [id] } },
      });
      return body.hits.hits[0]?._source;
    },

    async events(alertId: string): Promise<AlertEvent[]> {
      const { body } = await search<Hits<AlertEvent>>('events', {
        size: 1000,
        query: { term: { alert_id: alertId } },
        sort: [{ at: 'asc' }, { rev: 'asc' }],
      });
      return body.hits.hits.map(({ _source }) => _source);
    },

    /** Writes an event of an alert that has ended: one that is open gets its events by a commit. */
    async addEvent(event: AlertEvent): Promise<void> {
      const index = indexFor('events', event.at);
      const operation = { kind: 'create' as const, index, id: event.id, source: event };
      demandWritten(await bulk(cluster, [operation], { refresh: true }));
    },

    /** Of open alerts. @param monitorIds absent: of every monitor that has any, the first ten thousand. */
    async counts(monitorIds?: string[]): Promise<Map<string, AlertCounts>> {
      if (monitorIds?.length === 0) return new Map();
      const ofThese = monitorIds ? [{ terms: { monitor_id: monitorIds } }] : [];
      const { body } = await search<CountBuckets>('alerts', {
        size: 0,
        query: {
          bool: {
            filter: [...ofThese, isOpenClause],
          },
        },
        aggs: {
          monitors: {
            terms: { field: 'monitor_id', size: monitorIds?.length ?? MOST_COUNTED },
            aggs: { states: { terms: { field: 'state', size: OPEN_STATES.length } } },
          },
        },
      });
      return new Map(
        (body.aggregations?.monitors.buckets ?? []).map(({ key, states }) => {
          const count = (state: string) =>
            states.buckets.find((bucket) => bucket.key === state)?.doc_count ?? 0;
          return [
            key,
            {
              pending: count('pending'),
              active: count('active'),
              no_data: count('no_data'),
              acknowledged: count('acknowledged'),
              error: count('error'),
            },
          ];
        })
      );
    },
  };
};

export type AlertStore = ReturnType<typeof createAlertStore>;
