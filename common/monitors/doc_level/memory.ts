import { z } from 'zod';
import { BEGINNING, presentOf } from './position';
import type { Position, Sample } from './position';

const positionSchema = z.object({
  done: z.number(),
  sample: z.object({ checkpoint: z.number(), max: z.number(), at: z.number() }).optional(),
  seen: z.array(z.tuple([z.number(), z.number()])).optional(),
});

const memorySchema = z.object({
  /** When the monitor began, epoch milliseconds. */
  since: z.number(),
  /** Of the monitor, when it began. */
  enabled_time: z.number().nullable(),
  indices: z.record(
    z.string(),
    z.object({
      uuid: z.string(),
      shards: z.record(z.string(), positionSchema),
      /** Since when it is not among those that the monitor looks at, epoch milliseconds. */
      gone: z.number().optional(),
    })
  ),
});

/** How far a document-level monitor has read: what its state keeps from run to run. */
export type DocLevelMemory = z.output<typeof memorySchema>;

/** An index as it is now. */
export interface IndexFacts {
  name: string;
  uuid: string;
  /** Epoch milliseconds. */
  created: number;
  /** Made of another index by shrinking, splitting or cloning: its documents are not new. */
  resized: boolean;
  /** False where it is never refreshed by itself. */
  refreshes: boolean;
  shards: ReadonlyMap<number, Sample>;
}

export interface ShardRead {
  index: IndexFacts;
  shard: number;
  sample: Sample;
  position: Position;
}

interface Now {
  /** Epoch milliseconds. */
  now: number;
  /** Of the monitor. */
  enabledTime: number | null;
}

/** The clocks of the cluster and of ours may differ by so much, milliseconds. */
const CLOCKS_APART = 60_000;

/** An index that comes back (closed and opened, an alias that moved) goes on where it was, milliseconds. */
const GONE_FOR = 7 * 86_400_000;

/** Undefined for a monitor that begins: it never ran, it was enabled anew, or it was of another type. */
const memoryOf = (memory: unknown, enabledTime: number | null): DocLevelMemory | undefined => {
  const parsed = memorySchema.safeParse(memory);
  if (!parsed.success || parsed.data.enabled_time !== enabledTime) return undefined;
  return parsed.data;
};

/** Where the reading of a shard goes on. An index is read whole if it is younger than the monitor's first run. */
const positionIn = (
  known: DocLevelMemory | undefined,
  { name, uuid, created, resized }: IndexFacts,
  shard: number,
  sample: Sample
): Position => {
  const index = known?.indices[name];
  const before = index?.uuid === uuid ? index.shards[shard] : undefined;
  if (before) return before;
  const isNew = known !== undefined && created > known.since - CLOCKS_APART && !resized;
  return isNew ? BEGINNING : presentOf(sample);
};

export const planReads = (
  memory: unknown,
  indices: readonly IndexFacts[],
  { enabledTime }: Now
): ShardRead[] => {
  const known = memoryOf(memory, enabledTime);
  return indices.flatMap((index) =>
    [...index.shards].map(([shard, sample]) => ({
      ...{ index, shard, sample },
      position: positionIn(known, index, shard, sample),
    }))
  );
};

const goneIndices = (
  known: DocLevelMemory | undefined,
  here: ReadonlySet<string>,
  now: number
): DocLevelMemory['indices'] =>
  Object.fromEntries(
    Object.entries(known?.indices ?? {}).flatMap(([name, index]) => {
      const { gone = now } = index;
      return here.has(name) || now - gone > GONE_FOR ? [] : [[name, { ...index, gone }]];
    })
  );

/** What is remembered after a run. */
export const rememberReads = (
  memory: unknown,
  reads: ReadonlyArray<Pick<ShardRead, 'index' | 'shard' | 'position'>>,
  { now, enabledTime }: Now
): DocLevelMemory => {
  const known = memoryOf(memory, enabledTime);
  const indices: DocLevelMemory['indices'] = {};
  for (const { index, shard, position: at } of reads) {
    indices[index.name] ??= { uuid: index.uuid, shards: {} };
    const { seen, ...position } = at;
    const kept = seen?.map(([from, to]): [number, number] => [from, to]);
    indices[index.name].shards[shard] = { ...position, ...(kept ? { seen: kept } : {}) };
  }
  const gone = goneIndices(known, new Set(Object.keys(indices)), now);
  const sorted = Object.entries({ ...gone, ...indices }).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    since: known?.since ?? now,
    enabled_time: enabledTime,
    indices: Object.fromEntries(sorted),
  };
};
