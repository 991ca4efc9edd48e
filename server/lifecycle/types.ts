import type { Audit } from '../audit/types';
import type { Clock } from '../clock';
import type { VersionStore } from '../storage/version_store';

/** What the routes of lifecycle policies work with, beside the caller's own hands. */
export interface LifecycleDeps {
  clock: Clock;
  versions: VersionStore;
  audit: Pick<Audit, 'record'>;
}
