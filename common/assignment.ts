import { PARTITION_COUNT, hash32 } from './hash';

/**
 * Which member each partition belongs to, by rendezvous hashing: when a member comes or goes, only its share moves.
 *
 * @returns the partitions of one member
 */
export const partitionsOf = (member: string, members: readonly string[]): number[] => {
  const mine: number[] = [];
  for (let partition = 0; partition < PARTITION_COUNT; partition++) {
    let best = '';
    let bestWeight = -1;
    for (const candidate of members) {
      const weight = hash32(`${candidate}/${partition}`);
      // A tie is broken by name, so that every instance sees the same.
      if (weight > bestWeight || (weight === bestWeight && candidate < best)) {
        best = candidate;
        bestWeight = weight;
      }
    }
    if (best === member) mine.push(partition);
  }
  return mine;
};
