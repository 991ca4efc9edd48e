import type { Action } from '../action';
import type { ApiType } from '../input';
import { DEFAULT_QUERY_DELAY_SECONDS } from '../monitor';
import type { ClusterMetricsMonitor, Monitor } from '../monitor';
import type { BucketLevelTrigger, QueryLevelTrigger, Severity } from '../trigger';
import { firstAnswers } from './answers';
import type { Answers, ReadyMade, Span } from './answers';
import { GROUPS } from '../query_builder/names';
import {
  allLines,
  durationPath,
  durationsByService,
  errorLines,
  errorsByService,
} from './searches';

/** What a page puts into a draft. */
export interface ReadyMadeParts {
  /** Of the monitor, in the reader's language. */
  name: string;
  /** Of its trigger. */
  triggerName: string;
  newId: () => string;
}

const script = (source: string) => ({ script: { source, lang: 'painless' as const } });

/** Too few documents say nothing about a rate. */
const LEAST_FOR_RATE = 20;

const rateAbove = (percent: number): string =>
  `params.total >= ${LEAST_FOR_RATE} && params.errors * 100.0 / params.total > ${percent}`;

const freeBelow = (percent: number): string => `for (def node : ctx.results[0].nodes.values()) {
  def disk = node.fs.total;
  if (disk.available_in_bytes * 100 < disk.total_in_bytes * ${percent}) {
    return true;
  }
}
return false`;

const SUBJECT = '{{ctx.monitor.name}}: {{ctx.trigger.name}}';

const spanText = ({ amount, unit }: Span): string => `${amount} ${unit}`;

const linesMessage = ({
  indices,
  span,
  threshold,
  timeField,
}: Answers): string => `{{ctx.results.0.hits.total.value}} in ${indices.join(', ')} within ${spanText(span)} until {{ctx.periodEnd}}; more than ${threshold} is too many.

{{#ctx.results.0.hits.hits}}
{{_source.${timeField}}} {{_source.message}}
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

const begun = ({ name }: ReadyMadeParts) => ({
  type: 'monitor' as const,
  name,
  enabled: true,
  // However far it looks back: what has happened is told within a minute.
  schedule: { period: { interval: 1, unit: 'MINUTES' as const } },
  query_delay_seconds: DEFAULT_QUERY_DELAY_SECONDS,
  ui_metadata: {},
});

const overLines = (
  parts: ReadyMadeParts,
  { indices }: Answers,
  query: string,
  queryLevelTrigger: QueryLevelTrigger
): Monitor => ({
  ...begun(parts),
  monitor_type: 'query_level_monitor',
  inputs: [{ search: { indices, query } }],
  triggers: [{ query_level_trigger: queryLevelTrigger }],
});

const overServices = (
  parts: ReadyMadeParts,
  { indices, span }: Answers,
  query: string,
  {
    buckets_path,
    source,
    what,
  }: { what: string; source: string } & Pick<BucketLevelTrigger['condition'], 'buckets_path'>
): Monitor => ({
  ...begun(parts),
  monitor_type: 'bucket_level_monitor',
  inputs: [{ search: { indices, query } }],
  triggers: [
    {
      bucket_level_trigger: {
        ...trigger(
          parts,
          '2',
          `{{ctx.alert.bucket_keys}}: ${what}, within ${spanText(span)} until {{ctx.periodEnd}} ({{ctx.alert.state}})`
        ),
        condition: {
          parent_bucket_path: GROUPS,
          buckets_path,
          gap_policy: 'skip',
          ...script(source),
        },
      },
    },
  ],
});

const ofCluster = (
  parts: ReadyMadeParts,
  api: { type: ApiType; path: string },
  condition: string,
  message: string
): ClusterMetricsMonitor => ({
  ...begun(parts),
  monitor_type: 'cluster_metrics_monitor',
  inputs: [{ uri: { api_type: api.type, path: api.path, path_params: '', url: '', clusters: [] } }],
  triggers: [
    { query_level_trigger: { ...trigger(parts, '1', message), condition: script(condition) } },
  ],
});

const noLines = (parts: ReadyMadeParts, answers: Answers): Monitor => {
  const { indices, span, threshold } = answers;
  const message = `{{ctx.results.0.hits.total.value}} in ${indices.join(', ')} within ${spanText(span)} until {{ctx.periodEnd}}; fewer than ${threshold} are too few.`;
  return overLines(parts, answers, allLines(answers), {
    ...trigger(parts, '1', message),
    condition: script(`ctx.results[0].hits.total.value < ${threshold}`),
    // Nothing at all is no data, whose policy raises the alert.
    no_data: 'alert',
  });
};

/** A draft that lacks a destination, and what the answers leave open. */
export const readyMadeMonitor = (
  which: ReadyMade,
  parts: ReadyMadeParts,
  answers: Answers = firstAnswers(which)
): Monitor => {
  const { threshold } = answers;
  switch (which) {
    case 'error_logs':
      return overLines(parts, answers, errorLines(answers), {
        ...trigger(parts, '2', linesMessage(answers)),
        condition: script(`ctx.results[0].hits.total.value > ${threshold}`),
      });
    case 'no_logs':
      return noLines(parts, answers);
    case 'error_rate':
      return overServices(parts, answers, errorsByService(answers), {
        buckets_path: { total: '_count', errors: 'errors._count' },
        source: rateAbove(threshold),
        what: `more than ${threshold} % of the lines are errors`,
      });
    case 'slow_service':
      return overServices(parts, answers, durationsByService(answers), {
        buckets_path: { slow: durationPath(answers) },
        source: `params.slow > ${threshold}`,
        what: `the 95th percentile of ${answers.durationField} is above ${threshold}`,
      });
    case 'disk_watermark':
      return ofCluster(
        parts,
        { type: 'NODES_STATS', path: '_nodes/stats' },
        freeBelow(threshold),
        `A node has less than ${threshold} % of its disk free ({{ctx.periodEnd}}).`
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
