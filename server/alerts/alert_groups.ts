import type { Alert } from '../../common/alerts/alert';
import type { AlertGroup, AlertGroupsPage, AlertsQuery } from '../../common/alerts/api';
import { MOST_GROUPS_SHOWN } from '../../common/alerts/api';
import { SEVERITIES } from '../../common/monitors/monitor';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { besideAggregations, frameOf, toBeside } from './alert_chart';
import type { BesideBuckets } from './alert_chart';
import { alertFilter, isOpenClause } from './alert_filter';

const MOST_MONITORS = 100;
const MOST_TRIGGERS = 20;

interface Counted {
  key: string;
  doc_count: number;
}

interface TriggerBucket extends Counted {
  severities: { buckets: Counted[] };
  open: { doc_count: number; states: { buckets: Counted[] } };
  newest: { hits: { hits: Array<{ _id: string; _source: Partial<Alert> }> } };
}

interface GroupsAnswer {
  hits: { total: { value: number } };
  aggregations?: BesideBuckets & {
    monitors: {
      sum_other_doc_count: number;
      buckets: Array<
        Counted & { triggers: { sum_other_doc_count: number; buckets: TriggerBucket[] } }
      >;
    };
  };
}

const GROUPS = {
  monitors: {
    terms: { field: 'monitor_id', size: MOST_MONITORS },
    aggs: {
      triggers: {
        terms: { field: 'trigger_id', size: MOST_TRIGGERS },
        aggs: {
          severities: { terms: { field: 'severity', size: SEVERITIES.length } },
          open: { filter: isOpenClause, aggs: { states: { terms: { field: 'state', size: 10 } } } },
          newest: {
            top_hits: {
              size: 1,
              sort: [{ start_time: 'desc' }],
              _source: ['monitor_name', 'trigger_name', 'start_time'],
            },
          },
        },
      },
    },
  },
};

const toGroup = (monitorId: string, bucket: TriggerBucket): AlertGroup => {
  const { key, doc_count: count, severities, open, newest } = bucket;
  const [{ _id: id, _source: source }] = newest.hits.hits;
  const inState = (state: string): number =>
    open.states.buckets.find((one) => one.key === state)?.doc_count ?? 0;
  const found = new Set(severities.buckets.map((one) => one.key));
  return {
    monitor_id: monitorId,
    monitor_name: source.monitor_name ?? monitorId,
    trigger_id: key,
    trigger_name: source.trigger_name ?? '',
    severity: SEVERITIES.find((severity) => found.has(severity)) ?? '5',
    count,
    open: open.doc_count,
    acknowledged: inState('acknowledged'),
    errors: inState('error'),
    newest_start: source.start_time ?? 0,
    newest_id: id,
  };
};

/** The alerts that match, by monitor and trigger; one request. */
export const findGroups = async (
  cluster: Cluster,
  query: AlertsQuery,
  now: number
): Promise<AlertGroupsPage> => {
  const frame = frameOf(query, now);
  const { body } = await cluster.request<GroupsAnswer>({
    method: 'POST',
    path: `/${aliasOf('alerts')}/_search`,
    body: {
      size: 0,
      track_total_hits: true,
      query: { bool: { filter: alertFilter(query, now) } },
      aggs: { ...GROUPS, ...(query.chart ? besideAggregations(frame) : {}) },
    },
  });
  const { hits, aggregations: found } = body;
  const total = hits.total.value;
  if (!found) return { total, groups: [], more: false };
  const { monitors } = found;
  const groups = monitors.buckets
    .flatMap(({ key, triggers }) => triggers.buckets.map((bucket) => toGroup(key, bucket)))
    .sort((a, b) => b.count - a.count);
  const cut =
    monitors.sum_other_doc_count > 0 ||
    monitors.buckets.some(({ triggers }) => triggers.sum_other_doc_count > 0);
  return {
    total,
    groups: groups.slice(0, MOST_GROUPS_SHOWN),
    more: cut || groups.length > MOST_GROUPS_SHOWN,
    ...(query.chart ? toBeside(frame, found) : {}),
  };
};
