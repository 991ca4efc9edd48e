import { monitorSchema } from '../../../common/monitors/monitor';
import type { MonitorInput } from '../../../common/monitors/monitor';
import type { StoredMonitor } from '../../storage/monitor_search';
import { compileMonitor } from '../compiled_monitor';
import type { CompiledMonitor } from '../compiled_monitor';

/** A monitor every 10 s over `logs`, with one trigger and one action. */
export const storedMonitor = (
  id: string,
  change: Partial<MonitorInput> = {},
  condition = 'ctx.results[0].hits.total.value > 0'
): StoredMonitor => ({
  id,
  version: 'v1',
  updatedAt: 0,
  monitor: monitorSchema.parse({
    name: `Monitor ${id}`,
    enabled: true,
    schedule: { period: { interval: 10, unit: 'SECONDS' } },
    query_delay_seconds: 0,
    inputs: [{ search: { indices: ['logs'], query: `{"query":{"term":{"id":"${id}"}}}` } }],
    triggers: [
      {
        query_level_trigger: {
          id: 't',
          name: 'Any',
          severity: '1',
          condition: { script: { source: condition } },
          actions: [
            {
              id: 'a',
              name: 'Tell',
              destination_id: 'd',
              message_template: { source: 'errors' },
            },
          ],
        },
      },
    ],
    ...change,
  }),
});

export const compiledMonitor = (...args: Parameters<typeof storedMonitor>): CompiledMonitor =>
  compileMonitor(storedMonitor(...args), 30);
