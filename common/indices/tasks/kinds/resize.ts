import { z } from 'zod';
import { indexNameSchema } from '../../indices_api';
import type { NodeFacts, SourceFacts, TaskFacts, TaskFinding } from '../facts';
import { wrongWithName } from '../index_name';
import type { StepWhat } from '../steps';
import { aboutSources, error, info, warning } from './kind';

/** What clone, shrink and split have in common: a new index is made of the files of one that is not written meanwhile. */

export const resizeShape = {
  source: indexNameSchema,
  target: z.string().min(1, 'Name the new index.'),
  /** Of the new index; as the source where absent. */
  replicas: z
    .number('A whole number, from 0 on.')
    .int('A whole number, from 0 on.')
    .min(0, 'A whole number, from 0 on.')
    .max(100, 'At most 100.')
    .optional(),
};

export const shardsSchema = z
  .number('A whole number, from 1 on.')
  .int('A whole number, from 1 on.')
  .min(1, 'A whole number, from 1 on.')
  .max(1024, 'At most 1024.');

interface ResizeSpec {
  source: string;
  target: string;
  replicas?: number;
  shards?: number;
}

const BLOCK = 'index.blocks.write';
const NODE = 'index.routing.allocation.require._name';

const textOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : String(value);

const isBlocked = ({ settings }: SourceFacts): boolean => textOf(settings[BLOCK]) === 'true';

const aboutSource = (source: SourceFacts): TaskFinding[] => [
  ...(source.health === 'yellow'
    ? [warning(`Some replicas of ${source.name} are missing. It works without them.`, 'source')]
    : []),
  ...(source.is_written && !isBlocked(source)
    ? [
        warning(
          `${source.name} is written to. Writes are refused while this runs, and what comes later is not in the new index.`,
          'source'
        ),
      ]
    : []),
  ...(source.data_stream === undefined
    ? []
    : [info(`The new index is not part of the data stream ${source.data_stream}.`)]),
];

const aboutRoom = ({ primary_bytes: bytes = 0 }: SourceFacts, nodes?: readonly NodeFacts[]) => {
  if (!nodes || nodes.length === 0) return [info('Free disk is not known.')];
  const most = Math.max(...nodes.map(({ free_bytes: free }) => free));
  // The files are linked where the disk can do it, and copied where it cannot.
  return most < bytes
    ? [warning('No node has room for a second copy of the index, should its files not be linked.')]
    : [];
};

/** What is demanded of every resize. */
export const aboutResize = ({ target }: ResizeSpec, facts: TaskFacts): TaskFinding[] => {
  const wrong = wrongWithName(target);
  const [source] = facts.sources;
  return [
    ...aboutSources(facts, 'source', 'Open it first.'),
    ...(wrong === undefined ? [] : [error(wrong, 'target')]),
    ...(facts.target ? [error(`${target} exists already.`, 'target')] : []),
    ...(source ? [...aboutSource(source), ...aboutRoom(source, facts.nodes)] : []),
  ];
};

/** What was set is put back, whatever becomes of it. */
const restoring = (source: SourceFacts, node: string | undefined): StepWhat[] => {
  const settings: Record<string, string | null> = {
    ...(isBlocked(source) ? {} : { [BLOCK]: textOf(source.settings[BLOCK]) }),
    ...(node === undefined ? {} : { [NODE]: textOf(source.settings[NODE]) }),
  };
  return Object.keys(settings).length === 0
    ? []
    : [{ do: 'restore', index: source.name, settings }];
};

/** @param node where every shard is brought to first */
export const resizePlan = (
  verb: 'clone' | 'shrink' | 'split',
  spec: ResizeSpec,
  source: SourceFacts,
  node?: string
): { ordered: true; at_once: number; steps: StepWhat[] } => {
  const { name: index, uuid } = source;
  const { target, shards, replicas } = spec;
  return {
    ordered: true,
    at_once: 1,
    steps: [
      ...(isBlocked(source) ? [] : [{ do: 'block' as const, index }]),
      ...(node === undefined ? [] : [{ do: 'gather' as const, index, node }]),
      {
        ...{ do: 'resize', index, uuid, verb, target },
        ...(shards === undefined ? {} : { shards }),
        ...(replicas === undefined ? {} : { replicas }),
      },
      { do: 'recover', index: target },
      ...restoring(source, node),
    ],
  };
};
