import type { Logger } from 'opensearch-dashboards/server';
import { aboutPings } from '../../../common/notifications/heartbeat/pinging';
import type { Clock } from '../../clock';
import type { Cluster } from '../../cluster/types';
import type { Ownership } from '../../scheduling/types';
import type { DestinationRepository } from '../../storage/destination_repository';
import { createOutboxStore } from '../outbox_store';
import type { Delivery } from '../types';
import { Pinger } from './pinger';

/** How monitors run, and where an instance tells what goes wrong. */
export interface PipelineWatch {
  /** Why not every monitor runs in time. Throws while the cluster does not answer. */
  whyBehind(): Promise<string | undefined>;
  /** True when it is news. */
  report(about: string, message: string): boolean;
  clear(about: string): void;
}

const UNWATCHED: PipelineWatch = {
  whyBehind: () => Promise.resolve(undefined),
  report: () => true,
  clear: () => undefined,
};

export interface CreatePingerDeps {
  cluster: Cluster;
  /** As the host's own user. */
  repository: Pick<DestinationRepository, 'ofType'>;
  delivery: Pick<Delivery, 'claim' | 'offer'>;
  ownership: Ownership;
  clock: Clock;
  logger: Logger;
  watch?: PipelineWatch;
}

export const createPinger = ({
  cluster,
  repository,
  delivery,
  ownership,
  clock,
  logger,
  watch = UNWATCHED,
}: CreatePingerDeps): Pinger =>
  new Pinger({
    ...{ cluster, delivery, ownership, clock },
    outbox: createOutboxStore(cluster),
    logger: logger.get('heartbeats'),
    async destinations() {
      const found = await repository.ofType('heartbeat');
      return found.flatMap(({ id, destination }) =>
        destination.type === 'heartbeat' && !destination.muted
          ? [{ id, name: destination.name, interval_seconds: destination.interval_seconds }]
          : []
      );
    },
    whyBehind: () => watch.whyBehind(),
    withheld: (id, reason) => watch.report(aboutPings(id), reason),
    pinged: (id) => watch.clear(aboutPings(id)),
  });
