import type { ManagedIndex } from '../../common/lifecycle/managed_index';
import type { Cluster } from '../cluster/types';
import type { Caller } from '../http/types';

/** Who asks, and the cluster in their hands. */
export interface By {
  cluster: Cluster;
  caller: Caller;
}

export interface ManagedAnswer {
  indices: readonly ManagedIndex[];
  /** There are more than could be listed. */
  cut: boolean;
}

/** Which indices policies manage, as the caller may see it; undefined where the cluster has no policies. Handed in. */
export type ManagedReader = (by: By) => Promise<ManagedAnswer | undefined>;
