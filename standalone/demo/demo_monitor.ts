/**
 * The document of somebody who moved from Open Distro with a monitor over container logs: the search as their editor
 * gave it, over the run's own period, so that no line falls between two runs or is counted twice.
 */
const SEARCH = {
  size: 500,
  query: {
    bool: {
      filter: [
        { multi_match: { query: 'ERROR', fields: [], type: 'best_fields', lenient: true } },
        { match_phrase: { message: { query: 'ERROR', slop: 0 } } },
        {
          range: {
            '@timestamp': {
              from: '{{period_start}}',
              to: '{{period_end}}',
              include_lower: true,
              include_upper: false,
              format: 'epoch_millis',
            },
          },
        },
      ],
    },
  },
  version: true,
  stored_fields: '*',
  _source: { includes: [], excludes: [] },
  docvalue_fields: [{ field: '@timestamp', format: 'date_time' }],
  sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'boolean' } }],
  aggregations: {
    '2': {
      date_histogram: {
        field: '@timestamp',
        time_zone: 'Asia/Seoul',
        fixed_interval: '200ms',
        min_doc_count: 1,
      },
    },
  },
};

const MESSAGE = `> Find Pods Error Logs

:worried::worried::worried::worried::worried::worried::worried:

{{#ctx.results.0.hits.hits}}
\`{{_source.kubernetes.container_name}} Error!!  {{_source.@timestamp}} {{_source.message}}\`
{{/ctx.results.0.hits.hits}}
`;

export const MONITOR_NAME = 'Errors in containers';
export const DESTINATION_NAME = 'Demo inbox';

/** The body of `POST /api/watchkeeper/monitors`. */
export const demoMonitor = (destinationId: string): Record<string, unknown> => ({
  type: 'monitor',
  monitor_type: 'query_level_monitor',
  name: MONITOR_NAME,
  enabled: true,
  schedule: { period: { interval: 15, unit: 'SECONDS' } },
  inputs: [{ search: { indices: ['k8s-logs-*'], query: JSON.stringify(SEARCH, null, 2) } }],
  triggers: [
    {
      query_level_trigger: {
        id: 'demo-trigger',
        name: 'Any ERROR line',
        severity: '1',
        condition: {
          script: { source: 'ctx.results[0].hits.total.value > 0', lang: 'painless' },
        },
        actions: [
          {
            id: 'demo-action',
            name: 'Tell the inbox',
            destination_id: destinationId,
            subject_template: {
              source: '{{ctx.monitor.name}}: {{ctx.results.0.hits.total.value}} ERROR lines',
              lang: 'mustache',
            },
            message_template: { source: MESSAGE, lang: 'mustache' },
          },
        ],
      },
    },
  ],
});

/** The body of `POST /api/watchkeeper/destinations`: a webhook to the inbox, with JSON that the page lays out. */
export const demoDestination = (url: string): Record<string, unknown> => ({
  type: 'webhook',
  name: DESTINATION_NAME,
  method: 'POST',
  body: '{\n  "subject": "{{subject}}",\n  "message": "{{message}}"\n}',
  secrets: { url, headers: { 'x-demo': 'inbox' } },
});
