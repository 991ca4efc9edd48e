import { randomUUID } from 'crypto';
import type { Logger } from 'opensearch-dashboards/server';
import { partitionsOf } from '../../common/assignment';
import { messageOf } from '../../common/errors';
import type { InstanceReport } from '../../common/overview/scheduler';
import type { Clock } from '../clock';
import type { DocVersion } from '../cluster/types';
import type { Lease, LeaseStore } from './lease_store';
import { Members } from './members';
import type { Ownership } from './types';

type StoredLease = DocVersion & { source: Lease };

export interface OwnershipEvents {
  /** A lease was won: load the partition. It counts as owned only when this has returned. */
  acquired(partition: number): Promise<void>;
  /** A lease is about to be given back: begin nothing new, and resolve when what runs has ended. */
  leaving(partition: number): Promise<void>;
  /** A lease is lost or has been given back: stop work on the partition. */
  lost(partition: number): void;
}

/** A new object for each time that a lease was won, so that a slow load cannot be taken for a later one. */
interface Holding {
  state: 'loading' | 'owned' | 'leaving';
}

/** Beats per time to live. */
const BEATS = 6;

/**
 * Wins, keeps and gives back partitions. Others judge a member dead when its beat has not changed for a time to live on
 * *their* clock; the owner itself stops a margin before.
 */
export class PartitionOwnership implements Ownership {
  readonly instance = randomUUID();
  readonly members: Members;
  private readonly held = new Map<number, Holding>();
  private validUntil = Number.NEGATIVE_INFINITY;
  private beats = 0;
  private stopping = false;

  constructor(
    private readonly store: LeaseStore,
    private readonly events: OwnershipEvents,
    private readonly clock: Clock,
    private readonly ttlMs: number,
    private readonly logger: Logger,
    private readonly report: () => InstanceReport | undefined = () => undefined
  ) {
    this.members = new Members(this.instance, clock);
  }

  /** How often `step` wants to be called, milliseconds. */
  get every(): number {
    return this.ttlMs / BEATS;
  }

  /** True while the last beat is fresh enough for this instance to own anything. */
  get isValid(): boolean {
    return this.remainingOfAll() > 0;
  }

  owned(): number[] {
    if (!this.isValid) return [];
    return [...this.held].filter(([, { state }]) => state === 'owned').map(([key]) => key);
  }

  remaining(partition: number): number {
    const state = this.held.get(partition)?.state;
    return state === 'owned' || state === 'leaving' ? this.remainingOfAll() : 0;
  }

  /** One beat: say that we live, see who else does, win and give back. Throws when the cluster does not answer. */
  async step(): Promise<void> {
    if (this.held.size > 0 && !this.isValid) this.forfeit();
    const sentAt = this.clock.monotonic();
    await this.store.beat({
      ...{ kind: 'member' as const, name: this.instance, beat: ++this.beats, ttl: this.ttlMs },
      report: this.report(),
    });
    // Measured from before the beat was sent: others cannot have seen it earlier.
    this.validUntil = sentAt + this.ttlMs * (1 - 1 / BEATS);
    // Leases first: whoever holds one of these has beaten before, and is among the members that are read after.
    const leases = await this.store.leases();
    await this.observe();
    await this.align(leases);
  }

  /** Sees who lives, without taking part. */
  async observe(): Promise<void> {
    for (const name of this.members.see(await this.store.members())) {
      this.store.leave(name).catch((error) => this.logger.debug(messageOf(error)));
    }
  }

  /** Something speaks against our owning it: it is loaded anew, if its lease is still ours. */
  doubt(partition: number): void {
    this.lose(partition);
  }

  /** Gives everything back. */
  async stop(): Promise<void> {
    this.stopping = true;
    const partitions = [...this.held.keys()];
    for (const partition of partitions) this.lose(partition);
    await this.release(partitions, await this.store.leases());
    await this.store.leave(this.instance);
  }

  private remainingOfAll(): number {
    return Math.max(0, this.validUntil - this.clock.monotonic());
  }

  /** We did not beat in time (stopped, or cut off): others may work on our partitions by now. */
  private forfeit(): void {
    this.logger.warn('This instance did not renew its leases in time and starts over.');
    for (const partition of [...this.held.keys()]) this.lose(partition);
  }

  private async align(leases: Map<number, StoredLease>): Promise<void> {
    const wanted = new Set(partitionsOf(this.instance, this.members.live()));
    const isTaken = (partition: number) => leases.get(partition)?.source.owner !== this.instance;
    for (const partition of [...this.held.keys()].filter(isTaken)) this.lose(partition);
    const surplus = [...this.held].filter(
      ([partition, { state }]) => !wanted.has(partition) && state !== 'leaving'
    );
    if (surplus.length > 0) void this.giveBack(surplus.map(([partition]) => partition));
    // Ours by a swap whose answer was lost, or not given back when it should have been: nobody else can take them.
    const strays = [...leases.keys()].filter(
      (partition) => !isTaken(partition) && !wanted.has(partition) && !this.held.has(partition)
    );
    await this.release(strays, leases);
    await this.acquire(
      [...wanted].filter((partition) => !this.held.has(partition)),
      leases
    );
  }

  /** Not awaited by a beat: what runs may take longer. What has not ended in time loses its commit. */
  private async giveBack(partitions: number[]): Promise<void> {
    const leaving: Holding = { state: 'leaving' };
    for (const partition of partitions) this.held.set(partition, leaving);
    try {
      await this.inTime(Promise.all(partitions.map((each) => this.events.leaving(each))));
      const ours = partitions.filter((partition) => this.held.get(partition) === leaving);
      for (const partition of ours) this.lose(partition);
      await this.release(ours, await this.store.leases());
    } catch (error) {
      // They are strays now: the next beat gives them back.
      this.logger.warn(`Partitions could not be given back yet: ${messageOf(error)}`);
      for (const partition of partitions) {
        if (this.held.get(partition) === leaving) this.lose(partition);
      }
    }
  }

  private async inTime(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.ttlMs / 2);
    });
    await Promise.race([work, deadline]);
    clearTimeout(timer);
  }

  private async release(partitions: number[], leases: Map<number, StoredLease>): Promise<void> {
    const changes = partitions.flatMap((partition) => {
      const known = leases.get(partition);
      if (known?.source.owner !== this.instance) return [];
      return [{ lease: { ...known.source, owner: null, epoch: known.source.epoch + 1 }, known }];
    });
    if (changes.length > 0) await this.store.swap(changes);
  }

  private async acquire(partitions: number[], leases: Map<number, StoredLease>): Promise<void> {
    const free = partitions.filter((partition) => {
      const owner = leases.get(partition)?.source.owner ?? null;
      return owner === null || owner === this.instance || !this.members.isLive(owner);
    });
    if (free.length === 0 || this.stopping) return;
    const won = await this.store.swap(
      free.map((partition) => {
        const known = leases.get(partition);
        const epoch = (known?.source.epoch ?? 0) + 1;
        const lease: Lease = { kind: 'lease', partition, owner: this.instance, epoch };
        return known ? { lease, known } : { lease };
      })
    );
    // Not awaited: loading may take longer than a beat.
    for (const partition of won) void this.load(partition);
  }

  private async load(partition: number): Promise<void> {
    const holding: Holding = { state: 'loading' };
    this.held.set(partition, holding);
    const isCurrent = () => this.held.get(partition) === holding;
    try {
      await this.events.acquired(partition);
      if (isCurrent()) holding.state = 'owned';
      // Lost while it was being loaded, and not won again: what was loaded must not run.
      else if (!this.held.has(partition)) this.events.lost(partition);
    } catch (error) {
      // The next beat tries again.
      if (isCurrent()) this.held.delete(partition);
      this.logger.warn(`Partition ${partition} could not be loaded: ${messageOf(error)}`);
    }
  }

  private lose(partition: number): void {
    this.held.delete(partition);
    this.events.lost(partition);
  }
}
