import { randomUUID } from 'crypto';
import type { Logger } from 'opensearch-dashboards/server';
import { partitionsOf } from '../../common/assignment';
import { messageOf } from '../../common/errors';
import type { Clock } from '../clock';
import type { DocVersion } from '../cluster/types';
import type { Lease, LeaseStore, Member } from './lease_store';
import type { Ownership } from './types';

type StoredLease = DocVersion & { source: Lease };

interface Sighting {
  beat: number;
  /** What the member itself promised. */
  ttl: number;
  /** When this beat was first seen, on our monotonic clock. */
  seenAt: number;
}

export interface OwnershipEvents {
  /** A lease was won: load the partition. It counts as owned only when this has returned. */
  acquired(partition: number): Promise<void>;
  /** A lease is lost or about to be given back: stop work on the partition. */
  lost(partition: number): Promise<void>;
}

/** Beats per time to live. */
const BEATS = 6;
/** Dead members are forgotten after so many times to live. */
const FORGET_AFTER = 20;

/**
 * Wins, keeps and gives back partitions. Others judge a member dead when its beat has not changed for a time to live on
 * *their* clock; the owner itself stops a margin before.
 */
export class PartitionOwnership implements Ownership {
  readonly instance = randomUUID();
  private readonly held = new Map<number, 'loading' | 'owned'>();
  private readonly sightings = new Map<string, Sighting>();
  private validUntil = Number.NEGATIVE_INFINITY;
  private beats = 0;

  constructor(
    private readonly store: LeaseStore,
    private readonly events: OwnershipEvents,
    private readonly clock: Clock,
    private readonly ttlMs: number,
    private readonly logger: Logger
  ) {}

  /** How often `step` wants to be called, milliseconds. */
  get every(): number {
    return this.ttlMs / BEATS;
  }

  owned(): number[] {
    if (this.remainingOfAll() <= 0) return [];
    return [...this.held].filter(([, state]) => state === 'owned').map(([partition]) => partition);
  }

  remaining(partition: number): number {
    return this.held.get(partition) === 'owned' ? this.remainingOfAll() : 0;
  }

  /** Other members that beat, and this one. */
  liveMembers(): string[] {
    const now = this.clock.monotonic();
    const live = [...this.sightings].filter(([, { seenAt, ttl }]) => now - seenAt < ttl);
    return [...new Set([this.instance, ...live.map(([name]) => name)])].sort();
  }

  /** One beat: say that we live, see who else does, win and give back. Throws when the cluster does not answer. */
  async step(): Promise<void> {
    if (this.held.size > 0 && this.remainingOfAll() <= 0) await this.forfeit();
    const sentAt = this.clock.monotonic();
    await this.store.beat(this.self());
    // Measured from before the beat was sent: others cannot have seen it earlier.
    this.validUntil = sentAt + this.ttlMs * (1 - 1 / BEATS);
    this.see(await this.store.members());
    await this.align(await this.store.leases());
  }

  /** Gives everything back. */
  async stop(): Promise<void> {
    const partitions = [...this.held.keys()];
    await Promise.all(partitions.map((partition) => this.lose(partition)));
    const leases = await this.store.leases();
    await this.release(
      partitions.filter((partition) => leases.has(partition)),
      leases
    );
    await this.store.leave(this.instance);
  }

  private self(): Member {
    return { kind: 'member', name: this.instance, beat: ++this.beats, ttl: this.ttlMs };
  }

  private remainingOfAll(): number {
    return Math.max(0, this.validUntil - this.clock.monotonic());
  }

  /** We did not beat in time (stopped, or cut off): others may work on our partitions by now. */
  private async forfeit(): Promise<void> {
    this.logger.warn('This instance did not renew its leases in time and starts over.');
    await Promise.all([...this.held.keys()].map((partition) => this.lose(partition)));
  }

  private see(members: Member[]): void {
    const now = this.clock.monotonic();
    const names = new Set(members.map(({ name }) => name));
    for (const name of this.sightings.keys()) if (!names.has(name)) this.sightings.delete(name);
    for (const { name, beat, ttl } of members) {
      if (name === this.instance) continue;
      const known = this.sightings.get(name);
      if (known?.beat !== beat) this.sightings.set(name, { beat, ttl, seenAt: now });
      else if (now - known.seenAt > ttl * FORGET_AFTER) this.forget(name);
    }
  }

  private forget(name: string): void {
    this.sightings.delete(name);
    this.store.leave(name).catch((error) => this.logger.debug(messageOf(error)));
  }

  private async align(leases: Map<number, StoredLease>): Promise<void> {
    const members = this.liveMembers();
    const wanted = new Set(partitionsOf(this.instance, members));
    const taken = [...this.held.keys()].filter(
      (partition) => leases.get(partition)?.source.owner !== this.instance
    );
    for (const partition of taken) await this.lose(partition);
    const surplus = [...this.held.keys()].filter((partition) => !wanted.has(partition));
    for (const partition of surplus) await this.lose(partition);
    await this.release(surplus, leases);
    await this.acquire(
      [...wanted].filter((partition) => !this.held.has(partition)),
      leases,
      new Set(members)
    );
  }

  private async release(partitions: number[], leases: Map<number, StoredLease>): Promise<void> {
    const changes = partitions.flatMap((partition) => {
      const known = leases.get(partition);
      if (known?.source.owner !== this.instance) return [];
      return [{ lease: { ...known.source, owner: null, epoch: known.source.epoch + 1 }, known }];
    });
    if (changes.length > 0) await this.store.swap(changes);
  }

  private async acquire(
    partitions: number[],
    leases: Map<number, StoredLease>,
    live: ReadonlySet<string>
  ): Promise<void> {
    const free = partitions.filter((partition) => {
      const owner = leases.get(partition)?.source.owner ?? null;
      return owner === null || owner === this.instance || !live.has(owner);
    });
    if (free.length === 0) return;
    const won = await this.store.swap(
      free.map((partition) => {
        const known = leases.get(partition);
        const epoch = (known?.source.epoch ?? 0) + 1;
        const lease: Lease = { kind: 'lease', partition, owner: this.instance, epoch };
        return known ? { lease, known } : { lease };
      })
    );
    for (const partition of won) this.held.set(partition, 'loading');
    // Not awaited: loading may take longer than a beat.
    for (const partition of won) void this.load(partition);
  }

  private async load(partition: number): Promise<void> {
    try {
      await this.events.acquired(partition);
      if (this.held.has(partition)) this.held.set(partition, 'owned');
    } catch (error) {
      // The next beat tries again.
      this.held.delete(partition);
      this.logger.warn(`Partition ${partition} could not be loaded: ${messageOf(error)}`);
    }
  }

  private async lose(partition: number): Promise<void> {
    this.held.delete(partition);
    await this.events.lost(partition);
  }
}
