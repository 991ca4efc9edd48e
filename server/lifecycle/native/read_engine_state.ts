import { WatchkeeperError } from '../../../common/errors';
import type { EngineState } from '../../../common/lifecycle/api';
import type { Cluster } from '../../cluster/types';
import { isRed, readIsmSettings } from '../surroundings/read_cluster';

/** Minutes: what `plugins.index_state_management.job_interval` is by default. */
const USUAL_INTERVAL = 5;

/**
 * What holds the engine back from all indices. Undefined where the caller may not see it: then nothing is said of it, and
 * nobody misses it.
 */
export const readEngineState = async (cluster: Cluster): Promise<EngineState | undefined> => {
  try {
    const [red, settings] = await Promise.all([isRed(cluster), readIsmSettings(cluster)]);
    const { enabled, allow_running_on_red_cluster: runs, job_interval: interval } = settings;
    const every = Number(interval);
    return {
      enabled: String(enabled) !== 'false',
      // Where the cluster lets it, the engine goes on with what makes a red cluster no worse.
      held_by_red: red && String(runs) !== 'true',
      every: every > 0 ? every : USUAL_INTERVAL,
    };
  } catch (error) {
    if (error instanceof WatchkeeperError && error.code !== 'internal') return undefined;
    throw error;
  }
};
