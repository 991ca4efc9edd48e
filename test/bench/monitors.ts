import { queryLevelMonitorSchema } from '../../common/monitors/monitor';
import type { Monitor, MonitorInput, QueryLevelMonitor } from '../../common/monitors/monitor';
import { MONITOR_TYPE } from '../../common/plugin';
import { indexFor } from '../../server/cluster/own_indices';
import { proofHash } from '../../server/storage/authorisations';
import { toAttributes } from '../../server/storage/monitor_type';
import { LOGS } from './bench_rig';
import type { BenchRig } from './bench_rig';

const SAVED_OBJECTS = '.watchkeeper-saved-objects';
const PAGE = 1000;

/** Three filters, one of them the monitor's own, and no documents. */
const query = (tenant: string) =>
  JSON.stringify({
    size: 0,
    query: {
      bool: {
        filter: [
          { term: { level: 'ERROR' } },
          { term: { tenant } },
          {
            range: {
              '@timestamp': {
                gte: '{{period_start}}',
                lt: '{{period_end}}',
                format: 'epoch_millis',
              },
            },
          },
        ],
      },
    },
  });

/** A one-minute monitor with a filter value of its own, which never fires unless told otherwise. */
export const benchMonitor = (i: number, change: Partial<MonitorInput> = {}): QueryLevelMonitor =>
  queryLevelMonitorSchema.parse({
    monitor_type: 'query_level_monitor',
    name: `Bench ${i}`,
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: [LOGS], query: query(`none-${i}`) } }],
    triggers: [
      {
        query_level_trigger: {
          id: 't',
          name: 'Errors',
          severity: '3',
          condition: { script: { source: 'ctx.results[0].hits.total.value > 0' } },
          actions: [],
        },
      },
    ],
    enabled_time: Date.now(),
    ...change,
  });

const lines = (id: string, monitor: Monitor): string[] => {
  const { attributes, references } = toAttributes(monitor);
  return [
    JSON.stringify({ index: { _index: indexFor('authorisations'), _id: id } }),
    JSON.stringify({ monitor_id: id, proofs: [{ hash: proofHash(monitor), at: Date.now() }] }),
    JSON.stringify({ index: { _index: SAVED_OBJECTS, _id: `${MONITOR_TYPE}:${id}` } }),
    JSON.stringify({
      type: MONITOR_TYPE,
      [MONITOR_TYPE]: attributes,
      references,
      migrationVersion: { [MONITOR_TYPE]: '0.1.0' },
      updated_at: new Date().toISOString(),
    }),
  ];
};

/** Saves many monitors at once, past the page: what is measured is running them. */
export const saveMonitors = async (rig: BenchRig, monitors: Monitor[], prefix: string) => {
  for (let i = 0; i < monitors.length; i += PAGE) {
    const page = monitors.slice(i, i + PAGE);
    await rig.bulk(page.flatMap((monitor, j) => lines(`${prefix}-${i + j}`, monitor)));
  }
  await rig.request('POST', '/_refresh');
};

export const deleteMonitors = async (rig: BenchRig): Promise<void> => {
  await rig.request('POST', `/${SAVED_OBJECTS}/_delete_by_query?refresh=true`, {
    query: { term: { type: MONITOR_TYPE } },
  });
};
