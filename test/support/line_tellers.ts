import type { MonitorInput } from '../../common/monitors/monitor';
import type { ReceivedRequest } from './receiver';

/** A filter for the documents of a window, each in exactly one. */
export const inWindow = {
  range: {
    '@timestamp': { gte: '{{period_start}}', lt: '{{period_end}}', format: 'epoch_millis' },
  },
};

/** A monitor whose message names every line that falls into its window. */
export const lineTeller = (
  indices: string[],
  destinationId: string | undefined,
  change: Partial<MonitorInput> = {},
  filter: object[] = []
): MonitorInput => ({
  name: 'Teller of lines',
  enabled: true,
  schedule: { period: { interval: 2, unit: 'SECONDS' } },
  query_delay_seconds: 2,
  // Of lines alone.
  error_policy: { notify: false },
  inputs: [
    {
      search: {
        indices,
        query: JSON.stringify({ size: 100, query: { bool: { filter: [inWindow, ...filter] } } }),
      },
    },
  ],
  triggers: [
    {
      query_level_trigger: {
        id: 't',
        name: 'Any line',
        severity: '3',
        condition: { script: { source: 'ctx.results[0].hits.total.value > 0' } },
        actions: destinationId
          ? [
              {
                id: 'tell',
                name: 'Tell',
                destination_id: destinationId,
                message_template: {
                  source:
                    '{{#ctx.results.0.hits.hits}}<{{_source.message}}>{{/ctx.results.0.hits.hits}}',
                },
              },
            ]
          : [],
      },
    },
  ],
  ...change,
});

/** How often each line was told, to a receiver that takes in the first of each message id. */
export const tellings = (requests: ReceivedRequest[]): Map<string, number> => {
  const taken = new Map<string, string>();
  for (const { headers, body } of requests) {
    const id = headers['x-watchkeeper-message-id'];
    if (!taken.has(id)) taken.set(id, body);
  }
  const counts = new Map<string, number>();
  for (const body of taken.values()) {
    for (const [, line] of body.matchAll(/<ERROR ([^>]*)>/g)) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return counts;
};
