import { z } from 'zod';
import type { NodeFacts, SourceFacts, TaskFacts, TaskFinding } from '../facts';
import { error, info } from './kind';
import type { TaskKind } from './kind';
import { aboutResize, resizePlan, resizeShape, shardsSchema } from './resize';

const shrinkSchema = z.strictObject({
  kind: z.literal('shrink'),
  ...resizeShape,
  shards: shardsSchema,
});

/** Lucene takes no more documents in one shard. */
const MOST_DOCS = 2 ** 31 - 128;
/** What ISM asks for: the shards that come, and the new index beside them. */
const ROOM = 2;

/** The numbers of shards that an index can be shrunk to, most first. */
export const shrinksOf = (primaries: number): number[] =>
  Array.from({ length: primaries - 1 }, (_, index) => primaries - 1 - index).filter(
    (count) => primaries % count === 0
  );

const holdsAll = (node: string, { name, primaries }: SourceFacts, { shards }: TaskFacts) =>
  new Set(
    shards?.filter((one) => one.node === node && one.index === name).map(({ shard }) => shard)
  ).size === primaries;

type Gathering =
  | { kind: 'not_needed' }
  | { kind: 'onto'; node: string }
  | { kind: 'no_room' }
  | { kind: 'unknown' };

/** Whether every shard is to be brought to one node first, and to which. */
export const gatheringOf = (source: SourceFacts, facts: TaskFacts): Gathering => {
  const { nodes, shards } = facts;
  if (!nodes || !shards) return { kind: 'unknown' };
  if (nodes.length <= 1 || nodes.some(({ name }) => holdsAll(name, source, facts))) {
    return { kind: 'not_needed' };
  }
  const byRoom = [...nodes].sort((a, b) => b.free_bytes - a.free_bytes);
  const [best]: Array<NodeFacts | undefined> = byRoom;
  return best && best.free_bytes > ROOM * (source.primary_bytes ?? 0)
    ? { kind: 'onto', node: best.name }
    : { kind: 'no_room' };
};

const aboutGathering = (source: SourceFacts, facts: TaskFacts): TaskFinding[] => {
  const gathering = gatheringOf(source, facts);
  switch (gathering.kind) {
    case 'onto':
      return [info(`A copy of every shard moves to ${gathering.node} first.`)];
    case 'no_room':
      return [
        error(
          `All shards must come to one node, and none has room for twice the size of ${source.name}.`,
          'source'
        ),
      ];
    case 'unknown':
      return [
        info(
          'Where the shards are is not known. The cluster refuses it unless one node has a copy of every shard.'
        ),
      ];
    default:
      return [];
  }
};

const aboutShards = (shards: number, { name, primaries, docs = 0 }: SourceFacts): TaskFinding[] => {
  if (primaries === 1)
    return [error(`${name} has one primary shard: there is nothing to shrink.`, 'source')];
  const counts = shrinksOf(primaries);
  if (!counts.includes(shards)) {
    return [
      error(
        `${name} with its ${primaries} primary shards can be shrunk to ${counts.join(', ')}.`,
        'shards'
      ),
    ];
  }
  return docs / shards > MOST_DOCS
    ? [error('A shard takes at most 2,147,483,520 documents: choose more shards.', 'shards')]
    : [];
};

export const shrink: TaskKind<typeof shrinkSchema> = {
  name: 'shrink',
  schema: shrinkSchema,
  sources: ({ source }) => [source],
  target: ({ target }) => target,
  check(spec, facts) {
    const [source] = facts.sources;
    return [
      ...aboutResize(spec, facts),
      ...(source ? [...aboutShards(spec.shards, source), ...aboutGathering(source, facts)] : []),
    ];
  },
  plan(spec, facts) {
    const [source] = facts.sources;
    const gathering = gatheringOf(source, facts);
    return resizePlan(
      'shrink',
      spec,
      source,
      gathering.kind === 'onto' ? gathering.node : undefined
    );
  },
};
