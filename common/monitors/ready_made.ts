import type { Action } from './action';
import type { ApiType } from './input';
import { DEFAULT_QUERY_DELAY_SECONDS } from './monitor';
import type { ClusterMetricsMonitor, Monitor } from './monitor';
import type { Schedule } from './schedule_schema';
import type { QueryLevelTrigger, Severity } from './trigger';

/** Monitors to begin with, where nothing is watched yet. */
export const READY_MADE = [
  'error_logs',
  'no_logs',
  'error_rate',
  'disk_watermark',
  'red_cluster',
] as const;
export type ReadyMade = (typeof READY_MADE)[number];

export const isReadyMade = (name: string): name is ReadyMade =>
  READY_MADE.some((known) => known === name);

/** What a page puts into a draft. */
export interface ReadyMadeParts {
  /** Of the monitor, in the reader's language. */
  name: string;
  /** Of its trigger. */
  triggerName: string;
  newId: () => string;
}

const PERIOD = `{ "range": { "@timestamp": { "gte": "{{period_start}}", "lt": "{{period_end}}", "format": "epoch_millis" } } }`;

/** Levels as the common log shippers write them; a field that an index does not have matches nothing. */
const ERRORS = `{ "query_string": { "query": "level:(ERROR OR error OR FATAL OR fatal) OR log.level:(ERROR OR error OR FATAL OR fatal) OR severity:(ERROR OR error OR FATAL OR fatal)", "lenient": true } }`;

const ERROR_LOGS = `{
  "size": 5,
  "query": {
    "bool": {
      "filter": [
        ${PERIOD},
        ${ERRORS}
      ]
    }
  },
  "sort": [{ "@timestamp": { "order": "desc", "unmapped_type": "date" } }]
}`;

const ALL_LOGS = `{
  "size": 0,
  "query": ${PERIOD}
}`;

const RATES = `{
  "size": 0,
  "query": ${PERIOD},
  "aggregations": {
    "services": {
      "composite": {
        "size": 1000,
        "sources": [
          { "service": { "terms": { "field": "kubernetes.container_name" } } }
        ]
      },
      "aggregations": {
        "errors": { "filter": ${ERRORS} }
      }
    }
  }
}`;

/** Too few documents say nothing about a rate. */
const RATE = 'params.total >= 20 && params.errors / params.total > 0.05';

/** The share of the disk that the cluster's own low watermark leaves free, 15 %. */
const DISK = `for (def node : ctx.results[0].nodes.values()) {
  def disk = node.fs.total;
  if (disk.available_in_bytes * 100 < disk.total_in_bytes * 15) {
    return true;
  }
}
return false`;

const every = (interval: number): Schedule => ({ period: { interval, unit: 'MINUTES' } });

const script = (source: string) => ({ script: { source, lang: 'painless' as const } });

const SUBJECT = '{{ctx.monitor.name}}: {{ctx.trigger.name}}';

const HITS_MESSAGE = `{{ctx.results.0.hits.total.value}} from {{ctx.periodStart}} to {{ctx.periodEnd}}

{{#ctx.results.0.hits.hits}}
{{_source.@timestamp}} {{_source.message}}
{{/ctx.results.0.hits.hits}}
`;

/** Without a destination: that is for the reader to choose. */
const action = (message: string, { newId }: ReadyMadeParts): Action => ({
  id: newId(),
  name: 'Notify',
  destination_id: '',
  subject_template: { source: SUBJECT, lang: 'mustache' },
  message_template: { source: message, lang: 'mustache' },
  throttle_enabled: false,
});

const trigger = (parts: ReadyMadeParts, severity: Severity, message: string) => ({
  id: parts.newId(),
  name: parts.triggerName,
  severity,
  actions: [action(message, parts)],
});

const begun = ({ name }: ReadyMadeParts, schedule: Schedule) => ({
  type: 'monitor' as const,
  name,
  enabled: true,
  schedule,
  query_delay_seconds: DEFAULT_QUERY_DELAY_SECONDS,
  ui_metadata: {},
});

const overLogs = (
  parts: ReadyMadeParts,
  schedule: Schedule,
  query: string,
  queryLevelTrigger: QueryLevelTrigger
): Monitor => ({
  ...begun(parts, schedule),
  monitor_type: 'query_level_monitor',
  inputs: [{ search: { indices: [], query } }],
  triggers: [{ query_level_trigger: queryLevelTrigger }],
});

const ofCluster = (
  parts: ReadyMadeParts,
  api: { type: ApiType; path: string },
  condition: string,
  message: string
): ClusterMetricsMonitor => ({
  ...begun(parts, every(1)),
  monitor_type: 'cluster_metrics_monitor',
  inputs: [{ uri: { api_type: api.type, path: api.path, path_params: '', url: '', clusters: [] } }],
  triggers: [
    { query_level_trigger: { ...trigger(parts, '1', message), condition: script(condition) } },
  ],
});

/** A draft that lacks indices, where it looks at logs, and a destination. */
export const readyMadeMonitor = (which: ReadyMade, parts: ReadyMadeParts): Monitor => {
  switch (which) {
    case 'error_logs':
      return overLogs(parts, every(1), ERROR_LOGS, {
        ...trigger(parts, '2', HITS_MESSAGE),
        condition: script('ctx.results[0].hits.total.value > 0'),
      });
    case 'no_logs':
      // Nothing found is no data, whose policy raises the alert; anything found ends it.
      return overLogs(parts, every(5), ALL_LOGS, {
        ...trigger(parts, '1', 'Nothing from {{ctx.periodStart}} to {{ctx.periodEnd}}.'),
        condition: script('return false'),
        no_data: 'alert',
      });
    case 'error_rate':
      return {
        ...begun(parts, every(5)),
        monitor_type: 'bucket_level_monitor',
        inputs: [{ search: { indices: [], query: RATES } }],
        triggers: [
          {
            bucket_level_trigger: {
              ...trigger(
                parts,
                '2',
                '{{ctx.alert.state}}: {{ctx.alert.bucket_keys}} from {{ctx.periodStart}} to {{ctx.periodEnd}}'
              ),
              condition: {
                parent_bucket_path: 'services',
                buckets_path: { total: '_count', errors: 'errors._count' },
                gap_policy: 'skip',
                ...script(RATE),
              },
            },
          },
        ],
      };
    case 'disk_watermark':
      return ofCluster(
        parts,
        { type: 'NODES_STATS', path: '_nodes/stats' },
        DISK,
        'A node has less than 15 % of its disk free ({{ctx.periodEnd}}).'
      );
    case 'red_cluster':
      return ofCluster(
        parts,
        { type: 'CLUSTER_HEALTH', path: '_cluster/health' },
        'ctx.results[0].status == "red"',
        '{{ctx.results.0.cluster_name}} is {{ctx.results.0.status}}: {{ctx.results.0.unassigned_shards}} shards are not assigned.'
      );
  }
};
