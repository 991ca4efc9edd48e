import { hostname } from 'os';
import type { Logger } from 'opensearch-dashboards/server';
import { WatchkeeperError, messageOf } from '../../common/errors';
import { PARTITION_COUNT } from '../../common/hash';
import { whyBehind } from '../../common/overview/behind';
import type { InstanceReport } from '../../common/overview/scheduler';
import type { PluginStatus } from '../../common/status';
import type { Clock } from '../clock';
import { prepareOwnIndices, refuseNewerFormats } from '../cluster/prepare';
import { dropExpired } from '../cluster/retention';
import type { Cluster } from '../cluster/types';
import type { WatchkeeperConfig } from '../config';
import type { Committer } from '../monitors/committer';
import type { Remover } from '../monitors/remover';
import type { StateStore } from '../monitors/state_store';
import type { Authorisations } from '../storage/authorisations';
import type { MonitorReader } from '../storage/monitor_reader';
import { Admission } from './admission';
import { createLeaseStore } from './lease_store';
import type { LeaseStore } from './lease_store';
import { startLoop } from './loop';
import type { Loop } from './loop';
import { PartitionLoader } from './partition_loader';
import { PartitionOwnership } from './partition_ownership';
import type { Problems } from './problems';
import type { Members } from './members';
import { Scheduler } from './scheduler';
import type { SchedulerDeps } from './scheduler';
import { TICK_MS } from './tick_store';
import type { Ownership } from './types';

const LOOK_EVERY = 2000;
const ADMIT_EVERY = 1000;
const RETENTION_EVERY = 3_600_000;
const PREPARE_EVERY = 2000;
const KEY_EVERY = 30_000;
const PING_EVERY = 1000;
const DAY = 86_400_000;
const LEASES = 'leases';

export interface SchedulingDeps {
  cluster: Cluster;
  clock: Clock;
  config: WatchkeeperConfig;
  reader: MonitorReader;
  states: StateStore;
  committer: Committer;
  runner: SchedulerDeps['runner'];
  authorisations: Authorisations;
  remove: Remover;
  problems: Problems;
  /** Compares the encryption key with that of the other instances. */
  lookAtKey(): Promise<void>;
  /** Makes the pings that are due. */
  ping(): Promise<void>;
  /** Ids of the encryption keys of this instance, for the others. */
  keyIds?: readonly string[];
  /** Of this plugin, as it was installed. */
  version: string;
  logger: Logger;
}

/** Wires reading, ownership and running, and keeps them going. Nothing here waits for the cluster at start. */
export class SchedulingService {
  private readonly ownershipOfPartitions: PartitionOwnership;
  private readonly scheduler: Scheduler;
  private readonly admission: Admission;
  readonly leaseStore: LeaseStore;
  private readonly startedAt: number;
  private loops: Loop[] = [];
  private admitting: Loop | undefined;
  private prepared = false;
  /** The cluster has not answered since it was asked for formats: it may come back upgraded, or as another one. */
  private wasGone = false;
  private problem: string | undefined = 'Watchkeeper is starting.';

  constructor(private readonly deps: SchedulingDeps) {
    const { cluster, clock, config, states, committer, logger } = deps;
    const ttl = config.scheduler.lease_ttl_seconds * 1000;
    this.startedAt = clock.now();
    this.scheduler = new Scheduler({
      ...deps,
      ownership: () => this.ownershipOfPartitions,
      maxInFlight: config.scheduler.max_in_flight,
    });
    this.admission = new Admission(
      deps.reader,
      this.scheduler,
      deps.authorisations,
      { remove: (id) => deps.remove(id), sweep: (id) => states.sweep(id) },
      config.scheduler.search_timeout_seconds,
      clock,
      logger
    );
    const retention = config.retention.tick_days * DAY;
    const loader = new PartitionLoader(cluster, states, committer, clock, retention);
    this.leaseStore = createLeaseStore(cluster, Math.max(1000, ttl / 2));
    this.ownershipOfPartitions = new PartitionOwnership(
      this.leaseStore,
      {
        acquired: (partition) => this.load(partition, loader),
        leaving: (partition) => this.scheduler.leave(partition),
        lost: (partition) => this.scheduler.abandon(partition),
      },
      clock,
      ttl,
      logger,
      () => this.report()
    );
  }

  get ownership(): Ownership {
    return this.ownershipOfPartitions;
  }

  get members(): Members {
    return this.ownershipOfPartitions.members;
  }

  get enabled(): boolean {
    return this.deps.config.scheduler.enabled;
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
    const problem = this.problem ?? this.whyNothingRuns();
    return {
      enabled: this.enabled,
      instance: this.ownership.instance,
      owned_partitions: this.ownership.owned().length,
      monitors: this.scheduler.monitors,
      lag: this.scheduler.lag(),
      ...(problem ? { problem } : {}),
    };
  }

  /** See `Scheduler.behind`. */
  behind(): ReturnType<Scheduler['behind']> {
    return this.scheduler.behind();
  }

  /** What an operator should know, although monitors run. */
  troubles(): string[] {
    return this.deps.problems.current().map(({ message }) => message);
  }

  private whyNothingRuns(): string | undefined {
    if (!this.enabled || this.ownershipOfPartitions.isValid) return undefined;
    const trouble = this.deps.problems.current().find(({ about }) => about === LEASES);
    return trouble && `This instance cannot renew its leases, and runs nothing: ${trouble.message}`;
  }

  private report(): InstanceReport {
    return {
      ...{ host: hostname(), version: this.deps.version, started_at: this.startedAt },
      monitors: this.scheduler.monitors,
      ...this.scheduler.behind(),
      problems: this.deps.problems.current(),
      key_ids: [...(this.deps.keyIds ?? [])],
    };
  }

  /** What those instances tell of themselves that are alive. */
  async reports(): Promise<InstanceReport[]> {
    const members = await this.leaseStore.members();
    return members.flatMap(({ name, report }) =>
      report && this.members.isLive(name) ? [report] : []
    );
  }

  /** Why not every monitor runs in time, on whichever instance. Throws while the cluster does not answer. */
  async whyBehind(): Promise<string | undefined> {
    const { problem, lag } = this.status();
    if (problem !== undefined) return problem;
    const [leases, reports] = await Promise.all([this.leaseStore.leases(), this.reports()]);
    const held = [...leases.values()].filter(
      ({ source: { owner } }) => owner !== null && this.members.isLive(owner)
    );
    const lags = reports.map((report) => report.lag);
    return whyBehind({ lag: Math.max(lag, ...lags), unheld: PARTITION_COUNT - held.length });
  }

  private async load(partition: number, loader: PartitionLoader): Promise<void> {
    const { problems } = this.deps;
    try {
      this.scheduler.adopt(await loader.load(partition));
      problems.clear('loading');
    } catch (error) {
      problems.report('loading', `A partition could not be loaded: ${messageOf(error)}`);
      throw error;
    }
    this.admission.partitionLoaded(partition);
    this.admitting?.wake();
  }

  private async prepareOnce(): Promise<void> {
    if (this.prepared && !this.wasGone) return;
    if (this.prepared) return this.lookAgain();
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

  /** A newer Watchkeeper may have taken over meanwhile: then this one lets go, and its leases run out. */
  private async lookAgain(): Promise<void> {
    try {
      await refuseNewerFormats(this.deps.cluster);
      this.wasGone = false;
    } catch (error) {
      if (!(error instanceof WatchkeeperError && error.code === 'conflict')) throw error;
      this.prepared = false;
      this.wasGone = false;
      this.problem = `This instance runs nothing any more: ${error.message}`;
      const [preparing, ...others] = this.loops;
      this.loops = [preparing];
      await Promise.all(others.map((loop) => loop.stop()));
      throw error;
    }
  }

  private run(): void {
    const { reader, cluster, clock, config } = this.deps;
    const ownership = this.ownershipOfPartitions;
    this.loop('Reading monitors', 'monitors', LOOK_EVERY, async () => {
      await reader.look();
    });
    this.loop('Encryption key', 'encryption key', KEY_EVERY, () => this.deps.lookAtKey());
    if (!this.enabled) {
      this.loop('Instances', 'instances', ownership.every, () => ownership.observe());
      return;
    }
    // Apart from the reading: what is known runs even while nothing new can be read.
    this.admitting = this.loop('Admission', 'admission', ADMIT_EVERY, () => this.admission.turn());
    this.loop('Heartbeats', 'heartbeats', PING_EVERY, () => this.deps.ping());
    this.loop('Leases', LEASES, ownership.every, () => ownership.step());
    this.loop('Schedule', 'schedule', TICK_MS, () => this.scheduler.turn());
    this.loop('Retention', 'retention', RETENTION_EVERY, async () => {
      await dropExpired(cluster, config.retention, clock.now());
    });
  }

  private loop(name: string, about: string, every: number, turn: () => Promise<void>): Loop {
    const { problems, logger } = this.deps;
    const listener = {
      failed: (message: string) => {
        this.wasGone = true;
        problems.report(about, `${name}: ${message}`);
      },
      worked: () => problems.clear(about),
    };
    const started = startLoop(name, every, turn, logger, listener);
    this.loops.push(started);
    return started;
  }
}
