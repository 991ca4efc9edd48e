import type { Logger } from 'opensearch-dashboards/server';
import type { Subscription } from 'rxjs';
import { distinctUntilChanged, skip } from 'rxjs/operators';
import type { StatusService } from '../status/status';
import type { SavedObjectsService } from './service';

/**
 * Prepares the index of the saved objects now, when the cluster is there, and again each time that it
 * comes back.
 */
export async function prepareWhenAvailable(
  savedObjects: SavedObjectsService,
  status: StatusService,
  log: Logger
): Promise<Subscription> {
  const prepare = () =>
    savedObjects.prepare().catch((error: Error) => log.error(`Not prepared: ${error.message}`));
  if (status.isClusterAvailable()) await prepare();
  return status.clusterAvailable$.pipe(distinctUntilChanged(), skip(1)).subscribe((isThere) => {
    if (isThere) void prepare();
    else status.waitForCluster();
  });
}
