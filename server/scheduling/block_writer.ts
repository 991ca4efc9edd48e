import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { PartitionMemory } from './partition_memory';
import { writeBlocks } from './tick_store';
import type { Ownership } from './types';

export interface Flushed {
  /** Partitions in which another owner writes: they may not be ours any more. */
  foreign: number[];
  /** Why rows could not be written; they stay and are tried again. */
  waiting?: string;
  /** Why rows will never be written; they are gone from the log, and nothing else is. */
  refused?: string;
}

/** Writes what has been recorded since the last call, one block a partition, in the partitions that are ours. */
export const flushBlocks = async (
  cluster: Cluster,
  clock: Clock,
  ownership: Ownership,
  memories: PartitionMemory[]
): Promise<Flushed> => {
  const taken = memories.flatMap((memory) => {
    if (ownership.remaining(memory.partition) <= 0) return [];
    const block = memory.nextBlock(ownership.instance, clock.now(), clock.monotonic());
    return block ? [{ memory, block }] : [];
  });
  const flushed: Flushed = { foreign: [] };
  if (taken.length === 0) return flushed;
  const results = await writeBlocks(
    cluster,
    taken.map(({ block }) => block)
  );
  results.forEach((result, i) => {
    const { memory, block } = taken[i];
    if (result.kind === 'foreign') flushed.foreign.push(memory.partition);
    else if (result.kind === 'written') memory.blockWritten(block);
    else if (result.again) flushed.waiting = result.reason;
    else {
      flushed.refused = result.reason;
      memory.blockWritten(block);
    }
  });
  return flushed;
};
