import { DEFAULT_QUERY_DELAY_SECONDS } from '../../../common/monitors/monitor';
import type { Monitor, MonitorType, QueryLevelMonitor } from '../../../common/monitors/monitor';
import type { DocQuery } from '../../../common/monitors/input';
import { newId, numbered } from './new_ids';
import { DEFAULT_BUCKET_QUERY, DEFAULT_PPL, DEFAULT_QUERY } from './new_texts';
import {
  newBucketTrigger,
  newChainedTrigger,
  newClusterTrigger,
  newDocumentTrigger,
  newHeartbeatTrigger,
  newPplTrigger,
  newTrigger,
} from './new_trigger';

export { newId } from './new_ids';
export { newAction, newTrigger } from './new_trigger';

const begun = () => ({
  type: 'monitor' as const,
  name: '',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'MINUTES' as const } },
  query_delay_seconds: DEFAULT_QUERY_DELAY_SECONDS,
  ui_metadata: {},
});

/** What the create page starts with: it lacks only a name and indices. */
export const newMonitor = (): QueryLevelMonitor => ({
  ...begun(),
  monitor_type: 'query_level_monitor',
  inputs: [{ search: { indices: [], query: DEFAULT_QUERY } }],
  triggers: [{ query_level_trigger: newTrigger([]) }],
});

export const newDocQuery = (siblings: readonly DocQuery[]): DocQuery => ({
  id: newId(),
  name: numbered(
    'errors',
    siblings.map(({ name }) => name)
  ),
  query: 'level:ERROR',
  fields: [],
  tags: [],
  query_field_names: [],
});

/** A new monitor of a type, which lacks as little as possible. */
export const newMonitorOf = (type: MonitorType): Monitor => {
  switch (type) {
    case 'query_level_monitor':
      return newMonitor();
    case 'bucket_level_monitor':
      return {
        ...begun(),
        monitor_type: type,
        inputs: [{ search: { indices: [], query: DEFAULT_BUCKET_QUERY } }],
        triggers: [{ bucket_level_trigger: newBucketTrigger([]) }],
      };
    case 'doc_level_monitor':
      return {
        ...begun(),
        monitor_type: type,
        inputs: [{ doc_level_input: { description: '', indices: [], queries: [newDocQuery([])] } }],
        triggers: [{ document_level_trigger: newDocumentTrigger([]) }],
      };
    case 'cluster_metrics_monitor':
      return {
        ...begun(),
        monitor_type: type,
        inputs: [
          { uri: { api_type: 'CLUSTER_HEALTH', path: '', path_params: '', url: '', clusters: [] } },
        ],
        triggers: [{ query_level_trigger: newClusterTrigger([]) }],
      };
    case 'composite_monitor':
      return {
        ...begun(),
        monitor_type: type,
        inputs: [{ composite_input: { sequence: { delegates: [] } } }],
        triggers: [{ chained_alert_trigger: newChainedTrigger([]) }],
      };
    case 'ppl_monitor':
      return {
        ...begun(),
        monitor_type: type,
        inputs: [{ ppl_input: { query: DEFAULT_PPL, query_language: 'ppl' } }],
        triggers: [{ ppl_trigger: newPplTrigger([]) }],
      };
    case 'heartbeat_monitor':
      return {
        ...begun(),
        // A ping is known as soon as it has come.
        query_delay_seconds: 0,
        monitor_type: type,
        inputs: [
          {
            heartbeat: {
              period: { interval: 5, unit: 'MINUTES' },
              grace: { interval: 1, unit: 'MINUTES' },
            },
          },
        ],
        triggers: [{ query_level_trigger: newHeartbeatTrigger([]) }],
      };
  }
};
