import type { Logger } from 'opensearch-dashboards/server';
import type { Audit } from '../../audit/types';
import type { Clock } from '../../clock';
import type { Cluster } from '../../cluster/types';
import { TaskDesk } from './task_desk';
import { createTaskStore } from './task_store';

/** A process that ends does not wait for the next look. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** @param cluster as the service account, which keeps the records; the work itself is done as the caller */
export const createTaskDesk = ({
  cluster,
  clock,
  audit,
  logger,
}: {
  cluster: Cluster;
  clock: Clock;
  audit: Audit;
  logger: Logger;
}): TaskDesk =>
  new TaskDesk({
    ...{ store: createTaskStore(cluster), clock, audit, pause },
    warn: (message) => logger.warn(message),
  });
