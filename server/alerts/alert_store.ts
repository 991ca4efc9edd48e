import type { Alert, AlertEvent } from '../../common/alerts/alert';
import { OPEN_STATES } from '../../common/alerts/alert';
import type { AlertsQuery } from '../../common/alerts/api';
import type { Page } from '../../common/page';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import type { AlertCounts } from './types';

const PAST_STATES = ['completed', 'deleted'];
/** The window that a search of the cluster pages in. */
const MOST_PAGED = 10_000;

const statesOf = (state: AlertsQuery['state']): readonly string[] | undefined => {
  switch (state) {
    case 'all':
      return undefined;
    case 'open':
      return OPEN_STATES;
    case 'past':
      return PAST_STATES;
    default:
      return [state];
  }
};

/** Characters with a meaning in a wildcard. */
const literal = (text: string): string => text.replace(/[\\*?]/g, (char) => `\\${char}`);

const SEARCHED = ['monitor_name', 'trigger_name', 'acknowledged_by'];

const searchClause = (text: string): object => ({
  bool: {
    should: [
      ...SEARCHED.map((field) => ({
        wildcard: { [field]: { value: `*${literal(text)}*`, case_insensitive: true } },
      })),
      { match: { error_message: text } },
    ],
    minimum_should_match: 1,
  },
});

const filterOf = ({ state, severity, monitor_id, search }: AlertsQuery): object[] => {
  const states = statesOf(state);
  return [
    ...(states ? [{ terms: { state: [...states] } }] : []),
    ...(severity ? [{ term: { severity } }] : []),
    ...(monitor_id ? [{ term: { monitor_id } }] : []),
    ...(search?.trim() ? [searchClause(search.trim())] : []),
  ];
};

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
export const createAlertStore = (cluster: Cluster) => {
  const search = <T>(family: 'alerts' | 'events', body: object) =>
    cluster.request<T>({ method: 'POST', path: `/${aliasOf(family)}/_search`, body });

  return {
    async find(query: AlertsQuery): Promise<Page<Alert>> {
      const from = (query.page - 1) * query.per_page;
      const { body } = await search<Hits<Alert>>('alerts', {
        from: Math.min(from, MOST_PAGED - query.per_page),
        size: query.per_page,
        track_total_hits: true,
        query: { bool: { filter: filterOf(query) } },
        sort: [{ [query.sort]: { order: query.order, missing: '_last' } }, { rev: query.order }],
      });
      return { total: body.hits.total.value, items: body.hits.hits.map(({ _source }) => _source) };
    },

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
        sort: [{ rev: 'asc' }],
      });
      return body.hits.hits.map(({ _source }) => _source);
    },

    /** Of open alerts. @param monitorIds absent: of every monitor that has any, the first ten thousand. */
    async counts(monitorIds?: string[]): Promise<Map<string, AlertCounts>> {
      if (monitorIds?.length === 0) return new Map();
      const ofThese = monitorIds ? [{ terms: { monitor_id: monitorIds } }] : [];
      const { body } = await search<CountBuckets>('alerts', {
        size: 0,
        query: {
          bool: {
            filter: [...ofThese, { terms: { state: [...OPEN_STATES] } }],
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
            { active: count('active'), acknowledged: count('acknowledged'), error: count('error') },
          ];
        })
      );
    },
  };
};

export type AlertStore = ReturnType<typeof createAlertStore>;
