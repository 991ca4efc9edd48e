import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { PartitionMemory } from './partition_memory';
import { TICK_MS, tickBlock, writeBlocks } from './tick_store';

const CHECKPOINT_EVERY = 10 * 60_000;

/**
 * Writes what has been recorded since the last call, one block a partition.
 *
 * @returns partitions in which another owner writes: they are not ours any more
 */
export const flushBlocks = async (
  cluster: Cluster,
  clock: Clock,
  owner: string,
  memories: PartitionMemory[]
): Promise<number[]> => {
  const now = clock.now();
  const taken = memories.flatMap((memory) => {
    const block = memory.takeBlock(now, TICK_MS);
    if (!block) return [];
    const checkpoint = memory.checkpoint(clock.monotonic(), CHECKPOINT_EVERY);
    const { partition } = memory;
    return [
      {
        memory,
        rows: block.rows,
        block: tickBlock(partition, block.tick, owner, block.rows, checkpoint),
      },
    ];
  });
  if (taken.length === 0) return [];
  try {
    const foreign = await writeBlocks(
      cluster,
      taken.map(({ block }) => block)
    );
    return foreign.map(({ partition }) => partition);
  } catch (error) {
    for (const { memory, rows } of taken) memory.putBack(rows);
    throw error;
  }
};
