import type { Monitor } from '../../../common/monitors/monitor';
import { prepareBucketLevel } from './bucket_level';
import { prepareClusterMetrics } from './cluster_metrics';
import { prepareComposite } from './composite';
import { prepareDocLevel } from './doc_level';
import { prepareHeartbeat } from './heartbeat';
import { preparePpl } from './ppl';
import type { PrepareOptions, Prepared } from './prepared';
import { prepareQueryLevel } from './query_level';

/**
 * A monitor, ready to run: one file a type.
 *
 * @throws JsonSyntaxError, TypeError: a monitor that was written raw can hold what does not parse
 */
export const prepareMonitor = (monitor: Monitor, options: PrepareOptions): Prepared => {
  switch (monitor.monitor_type) {
    case 'query_level_monitor':
      return prepareQueryLevel(monitor, options);
    case 'bucket_level_monitor':
      return prepareBucketLevel(monitor, options);
    case 'doc_level_monitor':
      return prepareDocLevel(monitor, options);
    case 'cluster_metrics_monitor':
      return prepareClusterMetrics(monitor, options);
    case 'composite_monitor':
      return prepareComposite(monitor);
    case 'ppl_monitor':
      return preparePpl(monitor);
    case 'heartbeat_monitor':
      return prepareHeartbeat(monitor, options);
  }
};
