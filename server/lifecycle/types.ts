import type { ManagedIndex } from '../../common/lifecycle/managed_index';
import type { Audit } from '../audit/types';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { Caller } from '../http/types';
import type { VersionStore } from '../storage/version_store';

/** What the routes of lifecycle policies work with, beside the caller's own hands. */
export interface LifecycleDeps {
  clock: Clock;
  versions: VersionStore;
  audit: Pick<Audit, 'record'>;
}

/** What other rooms may ask of this one. */
export interface LifecycleAnswers {
  /** Every managed index that the caller may see, shared by who may see the same; undefined without an engine. */
  readManaged(by: {
    cluster: Cluster;
    caller: Caller;
  }): Promise<{ indices: readonly ManagedIndex[]; cut: boolean } | undefined>;
}
