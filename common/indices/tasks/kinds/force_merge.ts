import { z } from 'zod';
import { indexNameSchema } from '../../indices_api';
import type { TaskFacts, TaskFinding } from '../facts';
import { aboutSources, info, listed, warning } from './kind';
import type { TaskKind } from './kind';

export const MOST_AT_ONCE = 10;
const MOST_INDICES = 1000;

const forceMergeSchema = z
  .strictObject({
    kind: z.literal('force_merge'),
    indices: z
      .array(indexNameSchema)
      .min(1, 'Name an index.')
      .max(MOST_INDICES, `At most ${MOST_INDICES} indices in one task.`),
    max_num_segments: z
      .number('How many segments: a whole number, from 1 on.')
      .int('How many segments: a whole number, from 1 on.')
      .min(1, 'How many segments: a whole number, from 1 on.')
      .max(1000, 'At most 1000 segments.')
      .optional(),
    only_expunge_deletes: z.boolean().default(false),
    flush: z.boolean().default(true),
    at_once: z
      .number(`From 1 to ${MOST_AT_ONCE}.`)
      .int(`From 1 to ${MOST_AT_ONCE}.`)
      .min(1, `From 1 to ${MOST_AT_ONCE}.`)
      .max(MOST_AT_ONCE, `From 1 to ${MOST_AT_ONCE}.`)
      .default(1),
  })
  .refine(
    ({ max_num_segments: segments, only_expunge_deletes: expunges }) =>
      expunges !== (segments !== undefined),
    {
      path: ['max_num_segments'],
      message: 'Either merge down to a number of segments, or only remove deleted documents.',
    }
  );

const isBlocked = (settings: Readonly<Record<string, unknown>>): boolean =>
  String(settings['index.blocks.write']) === 'true' ||
  String(settings['index.blocks.read_only']) === 'true';

/** A merge writes the new segments before it drops the old ones. */
const aboutRoom = ({ sources, nodes }: TaskFacts, atOnce: number): TaskFinding[] => {
  const sizes = sources.map(({ primary_bytes: bytes = 0, replicas }) => bytes * (1 + replicas));
  const needed = sizes
    .sort((a, b) => b - a)
    .slice(0, atOnce)
    .reduce((sum, size) => sum + size, 0);
  if (!nodes || nodes.length === 0) {
    return [info('Free disk is not known. A merge needs up to the size of the index once more.')];
  }
  const free = nodes.reduce((sum, { free_bytes: bytes }) => sum + bytes, 0);
  return needed > free
    ? [
        warning(
          'There may be too little free disk: a merge needs up to the size of the index once more.'
        ),
      ]
    : [];
};

export const forceMerge: TaskKind<typeof forceMergeSchema> = {
  name: 'force_merge',
  schema: forceMergeSchema,
  sources: ({ indices }) => [...new Set(indices)],
  check(spec, facts) {
    const written = facts.sources.filter(
      ({ settings, is_written: isWritten, status }) =>
        status === 'open' && isWritten && !isBlocked(settings)
    );
    const names = written.map(({ name }) => name);
    return [
      ...aboutSources(facts, 'indices', 'Open or leave them out.'),
      ...(written.length > 0 && !spec.only_expunge_deletes
        ? [
            warning(
              `Still written to: ${listed(names)}. Merge what is not written any more: very large segments are hardly merged again, and keep their deleted documents.`,
              'indices'
            ),
          ]
        : []),
      ...aboutRoom(facts, spec.at_once),
    ];
  },
  plan: (spec) => ({
    ordered: false,
    at_once: spec.at_once,
    steps: [...new Set(spec.indices)].map((index) => ({
      ...{ do: 'force_merge', index, flush: spec.flush },
      only_expunge_deletes: spec.only_expunge_deletes,
      ...(spec.max_num_segments === undefined ? {} : { max_num_segments: spec.max_num_segments }),
    })),
  }),
};
