import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import type { PluginStatus } from '../../common/status';
import type { Clock } from '../clock';
import { prepareOwnIndices } from '../cluster/prepare';
import { dropExpired } from '../cluster/retention';
import type { Cluster } from '../cluster/types';
import type { WatchkeeperConfig } from '../config';
import type { Committer } from '../monitors/committer';
import type { Remover } from '../monitors/remover';
import type { Runner } from '../monitors/runner';
import type { StateStore } from '../monitors/state_store';
import type { Authorisations } from '../storage/authorisations';
import type { MonitorReader } from '../storage/monitor_reader';
import { Admission } from './admission';
import { createLeaseStore } from './lease_store';
import { startLoop } from './loop';
import type { Loop } from './loop';
import { PartitionLoader } from './partition_loader';
import { PartitionOwnership } from './partition_ownership';
import { Scheduler } from './scheduler';
import { TICK_MS } from './tick_store';
import type { Ownership } from './types';

const LOOK_EVERY = 2000;
const RETENTION_EVERY = 3_600_000;
const PREPARE_EVERY = 2000;
const DAY = 86_400_000;

export interface SchedulingDeps {
  cluster: Cluster;
  clock: Clock;
  config: WatchkeeperConfig;
  reader: MonitorReader;
  states: StateStore;
  committer: Committer;
  runner: Runner;
  authorisations: Authorisations;
  remove: Remover;
  logger: Logger;
}

/** Wires reading, ownership and running, and keeps them going. Nothing here waits for the cluster at start. */
export class SchedulingService {
  private readonly ownershipOfPartitions: PartitionOwnership;
  private readonly scheduler: Scheduler;
  private readonly admission: Admission;
  private loops: Loop[] = [];
  private prepared = false;
  private problem: string | undefined = 'Watchkeeper is starting.';

  constructor(private readonly deps: SchedulingDeps) {
    const { cluster, clock, config, states, committer, logger } = deps;
    this.scheduler = new Scheduler({
      ...deps,
      ownership: () => this.ownershipOfPartitions,
      maxInFlight: config.scheduler.max_in_flight,
    });
    this.admission = new Admission(
      deps.reader,
      this.scheduler,
      deps.authorisations,
      deps.remove,
      config.scheduler.search_timeout_seconds,
      logger
    );
    const retention = config.retention.tick_days * DAY;
    const loader = new PartitionLoader(cluster, states, committer, clock, retention);
    this.ownershipOfPartitions = new PartitionOwnership(
      createLeaseStore(cluster),
      {
        acquired: async (partition) => {
          this.scheduler.adopt(await loader.load(partition));
          this.admission.partitionLoaded(partition);
        },
        lost: async (partition) => this.scheduler.abandon(partition),
      },
      clock,
      config.scheduler.lease_ttl_seconds * 1000,
      logger
    );
  }

  get ownership(): Ownership {
    return this.ownershipOfPartitions;
  }

  /** True once the plugin's own indices are there. */
  get ready(): boolean {
    return this.prepared;
  }

  start(): void {
    const { logger } = this.deps;
    this.loops = [startLoop('Preparing', PREPARE_EVERY, () => this.prepareOnce(), logger)];
  }

  /** Gives the partitions back, within the deadline (milliseconds). */
  async stop(deadlineMs: number): Promise<void> {
    const orderly = async () => {
      await Promise.all(this.loops.map((loop) => loop.stop()));
      if (!this.prepared || !this.deps.config.scheduler.enabled) return;
      await this.scheduler.drain();
      await this.ownershipOfPartitions.stop();
    };
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, deadlineMs);
    });
    await Promise.race([
      orderly().catch((error) => this.deps.logger.warn(`Stopping: ${messageOf(error)}`)),
      deadline,
    ]);
    clearTimeout(timer);
  }

  status(): PluginStatus['scheduler'] {
    const problem = this.problem ?? this.scheduler.problem;
    return {
      enabled: this.deps.config.scheduler.enabled,
      instance: this.ownership.instance,
      owned_partitions: this.ownership.owned().length,
      monitors: this.scheduler.monitors,
      lag: this.scheduler.lag(),
      ...(problem ? { problem } : {}),
    };
  }

  private async prepareOnce(): Promise<void> {
    if (this.prepared) return;
    const { cluster, clock, logger } = this.deps;
    try {
      await prepareOwnIndices(cluster, clock.now());
    } catch (error) {
      this.problem = `Watchkeeper's own indices cannot be prepared: ${messageOf(error)}`;
      throw error;
    }
    this.prepared = true;
    this.problem = undefined;
    logger.info('The own indices are ready.');
    this.run();
  }

  private run(): void {
    const { reader, cluster, clock, config, logger } = this.deps;
    const loop = (name: string, every: number, turn: () => Promise<unknown>) =>
      this.loops.push(startLoop(name, every, async () => void (await turn()), logger));
    loop('Reading monitors', LOOK_EVERY, async () => {
      await reader.look();
      await this.admission.turn();
    });
    if (!config.scheduler.enabled) return;
    loop('Leases', this.ownershipOfPartitions.every, () => this.ownershipOfPartitions.step());
    loop('Schedule', TICK_MS, () => this.scheduler.turn());
    loop('Retention', RETENTION_EVERY, () => dropExpired(cluster, config.retention, clock.now()));
  }
}
