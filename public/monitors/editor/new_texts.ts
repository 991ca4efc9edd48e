import type { TriggerKind } from '../../../common/monitors/trigger';

/** What the editor begins with: queries and messages that people change. */

const PERIOD_FILTER = `{
    "bool": {
      "filter": [
        {
          "range": {
            "@timestamp": {
              "gte": "{{period_start}}",
              "lt": "{{period_end}}",
              "format": "epoch_millis"
            }
          }
        }
      ]
    }
  }`;

export const DEFAULT_QUERY = `{
  "size": 10,
  "query": ${PERIOD_FILTER},
  "sort": [{ "@timestamp": { "order": "desc", "unmapped_type": "date" } }]
}`;

/** All buckets are read, page by page; the size is that of a page. */
export const DEFAULT_BUCKET_QUERY = `{
  "size": 0,
  "query": ${PERIOD_FILTER},
  "aggregations": {
    "groups": {
      "composite": {
        "size": 1000,
        "sources": [
          { "container": { "terms": { "field": "kubernetes.container_name" } } }
        ]
      }
    }
  }
}`;

export const DEFAULT_PPL = 'source = k8s-logs-* | where level = "ERROR"';

export const DEFAULT_SUBJECT = '{{ctx.monitor.name}}: {{ctx.trigger.name}}';

const HITS_MESSAGE = `{{ctx.results.0.hits.total.value}} found from {{ctx.periodStart}} to {{ctx.periodEnd}}

{{#ctx.results.0.hits.hits}}
\`{{_source.kubernetes.container_name}} {{_source.@timestamp}} {{_source.message}}\`
{{/ctx.results.0.hits.hits}}
`;

/** One for new alerts, for those that go on and for those that have ended: the state says which. */
const BUCKET_MESSAGE = `{{ctx.alert.state}}: {{ctx.alert.bucket_keys}}

From {{ctx.periodStart}} to {{ctx.periodEnd}}: {{ctx.alert.bucket.doc_count}} documents
`;

const DOCUMENT_MESSAGE = `{{#ctx.alert.sample_documents}}
\`{{_index}} {{_id}}: {{_source.message}}\`
{{/ctx.alert.sample_documents}}
`;

const CHAINED_MESSAGE = `{{ctx.trigger.condition.script.source}} is true since {{ctx.alert.start_time_iso}}
`;

const PPL_MESSAGE = `{{ctx.monitor.name}} found rows from {{ctx.periodStart}} to {{ctx.periodEnd}}
`;

export const HEARTBEAT_MESSAGE = `{{ctx.monitor.name}} is {{ctx.results.0.state}}. Last ping: {{ctx.results.0.last_ping}}{{#ctx.results.0.silent_for}}, {{ctx.results.0.silent_for}} ago{{/ctx.results.0.silent_for}}
{{#ctx.results.0.message}}
{{ctx.results.0.message}}
{{/ctx.results.0.message}}
`;

export const HEARTBEAT_RECOVERY = `{{ctx.monitor.name}} pings again{{#ctx.results.0.silent_for}}. It was silent for {{ctx.results.0.silent_for}}{{/ctx.results.0.silent_for}}
`;

export const defaultMessage = (kind: TriggerKind, isOfCluster = false): string => {
  switch (kind) {
    case 'query_level_trigger':
      return isOfCluster
        ? '{{ctx.trigger.name}} at {{ctx.periodEnd}}: {{ctx.results.0.status}}\n'
        : HITS_MESSAGE;
    case 'bucket_level_trigger':
      return BUCKET_MESSAGE;
    case 'document_level_trigger':
      return DOCUMENT_MESSAGE;
    case 'chained_alert_trigger':
      return CHAINED_MESSAGE;
    case 'ppl_trigger':
      return PPL_MESSAGE;
  }
};
