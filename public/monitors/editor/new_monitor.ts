import { i18n } from '@osd/i18n';
import { DEFAULT_CONDITION, DEFAULT_QUERY_DELAY_SECONDS } from '../../../common/monitors/monitor';
import type {
  Action,
  QueryLevelMonitor,
  QueryLevelTrigger,
} from '../../../common/monitors/monitor';

/** Without `randomUUID`, which browsers have on secure origins only. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('');

const DEFAULT_QUERY = `{
  "size": 10,
  "query": {
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
  },
  "sort": [{ "@timestamp": { "order": "desc", "unmapped_type": "date" } }]
}`;

const DEFAULT_SUBJECT = '{{ctx.monitor.name}}: {{ctx.trigger.name}}';

const DEFAULT_MESSAGE = `{{ctx.results.0.hits.total.value}} found from {{ctx.periodStart}} to {{ctx.periodEnd}}

{{#ctx.results.0.hits.hits}}
\`{{_source.kubernetes.container_name}} {{_source.@timestamp}} {{_source.message}}\`
{{/ctx.results.0.hits.hits}}
`;

const numbered = (name: string, taken: readonly string[]): string => {
  if (!taken.includes(name)) return name;
  const next = taken.findIndex((_, index) => !taken.includes(`${name} ${index + 2}`));
  return `${name} ${next + 2}`;
};

export const newAction = (siblings: readonly Action[], destinationId: string): Action => ({
  id: newId(),
  name: numbered(
    i18n.translate('watchkeeper.editor.newActionName', { defaultMessage: 'Notify' }),
    siblings.map(({ name }) => name)
  ),
  destination_id: destinationId,
  subject_template: { source: DEFAULT_SUBJECT, lang: 'mustache' },
  throttle_enabled: false,
  message_template: { source: DEFAULT_MESSAGE, lang: 'mustache' },
});

export const newTrigger = (siblings: readonly QueryLevelTrigger[]): QueryLevelTrigger => ({
  id: newId(),
  name: numbered(
    i18n.translate('watchkeeper.editor.newTriggerName', { defaultMessage: 'Documents found' }),
    siblings.map(({ name }) => name)
  ),
  severity: '1',
  condition: { script: { source: DEFAULT_CONDITION, lang: 'painless' } },
  actions: [],
});

/** What the create page starts with: it lacks only a name and indices. */
export const newMonitor = (): QueryLevelMonitor => ({
  type: 'monitor',
  monitor_type: 'query_level_monitor',
  name: '',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [{ search: { indices: [], query: DEFAULT_QUERY } }],
  triggers: [{ query_level_trigger: newTrigger([]) }],
  query_delay_seconds: DEFAULT_QUERY_DELAY_SECONDS,
  ui_metadata: {},
});
