import type { Clock } from '../clock';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import type { Committer } from '../monitors/committer';
import type { StateStore } from '../monitors/state_store';
import { PartitionMemory } from './partition_memory';
import { readCursors } from './tick_store';

/** What was acknowledged is seen by a search only after a refresh: a take-over begins with one. */
const refresh = (cluster: Cluster): Promise<unknown> => {
  const families = (['ticks', 'states', 'outbox'] as const).map(aliasOf).join(',');
  return cluster.request({ method: 'POST', path: `/${families}/_refresh` });
};

/** Reads what a partition's last owner left, and projects what it had committed but not projected. */
export class PartitionLoader {
  private nextRefresh: Promise<unknown> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly states: StateStore,
    private readonly committer: Committer,
    private readonly clock: Clock,
    private readonly tickRetentionMs: number
  ) {}

  async load(partition: number): Promise<PartitionMemory> {
    await this.sharedRefresh();
    const now = this.clock.now();
    const [{ cursors, lastTick }, { states, unreadable }] = await Promise.all([
      readCursors(this.cluster, partition, now - this.tickRetentionMs, now),
      this.states.ofPartition(partition),
    ]);
    const failed = await this.committer.projectPending(
      [...states.values()].map(({ state }) => state)
    );
    // One that cannot be projected or read does not keep the others from running.
    const suspects = [...unreadable, ...failed.keys()];
    return new PartitionMemory(partition, { states, cursors, lastTick, suspects }, now);
  }

  /** Partitions that are won together share a refresh, which starts after all of them were won. */
  private sharedRefresh(): Promise<unknown> {
    this.nextRefresh ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
      this.nextRefresh = undefined;
      return refresh(this.cluster);
    });
    return this.nextRefresh;
  }
}
