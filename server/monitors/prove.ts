import type { Monitor } from '../../common/monitors/monitor';
import { isSearchMonitor } from '../../common/monitors/monitor';
import { intervalMs } from '../../common/monitors/schedule';
import type { Cluster } from '../cluster/types';
import type { QueryRun } from '../../common/monitors/api';
import { runQuery } from './run_query';

const PROOF_TIMEOUT_SECONDS = 30;

/**
 * Proves that the calling user may run a monitor's query, by running it as that user over its last period. Refuses a
 * query that the cluster refuses, and an index that does not exist.
 *
 * @returns what it answered
 * @throws WatchkeeperError
 */
export const prove = async (
  asCaller: Cluster,
  monitor: Monitor,
  now: number
): Promise<QueryRun | undefined> => {
  const window = { start: now - intervalMs(monitor.schedule, now), end: now };
  if (!isSearchMonitor(monitor)) return undefined;
  return runQuery(asCaller, monitor.inputs[0], window, PROOF_TIMEOUT_SECONDS);
};
