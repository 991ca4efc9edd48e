import { z } from 'zod';
import { indexNameSchema } from '../indices_api';

/**
 * What a step does, with everything that was settled when the task began: the same is sent however late it is. A closed
 * list, since a record that somebody has written past the product must make nobody send what is not on it.
 */
export const stepWhatSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('force_merge'),
    index: indexNameSchema,
    max_num_segments: z.number().int().positive().optional(),
    only_expunge_deletes: z.boolean(),
    flush: z.boolean(),
  }),
  z.strictObject({
    do: z.literal('create'),
    index: indexNameSchema,
    body: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    do: z.literal('reindex'),
    /** The target. */
    index: indexNameSchema,
    sources: z.array(indexNameSchema),
    query: z.record(z.string(), z.unknown()).optional(),
    pipeline: z.string().optional(),
    conflicts: z.enum(['abort', 'proceed']),
    create_only: z.boolean(),
    sliced: z.boolean(),
  }),
  z.strictObject({
    do: z.literal('rollover'),
    /** An alias or a data stream. */
    index: indexNameSchema,
    new_name: indexNameSchema.optional(),
  }),
  /** Brings a copy of every shard to one node. */
  z.strictObject({ do: z.literal('gather'), index: indexNameSchema, node: z.string() }),
  z.strictObject({ do: z.literal('block'), index: indexNameSchema }),
  z.strictObject({
    do: z.literal('resize'),
    index: indexNameSchema,
    uuid: z.string(),
    verb: z.enum(['clone', 'shrink', 'split']),
    target: indexNameSchema,
    shards: z.number().int().positive().optional(),
    replicas: z.number().int().nonnegative().optional(),
  }),
  /** Waits until every primary shard of the new index is there. */
  z.strictObject({ do: z.literal('recover'), index: indexNameSchema }),
  /** Puts back what the task has changed. */
  z.strictObject({
    do: z.literal('restore'),
    index: indexNameSchema,
    settings: z.record(z.string(), z.string().nullable()),
  }),
]);
export type StepWhat = z.output<typeof stepWhatSchema>;

export interface StepRequest {
  method: 'POST' | 'PUT';
  path: string;
  query?: Record<string, string | number | boolean>;
  body?: object;
}

/** By what the end of a step is known: by its answer, by the cluster's task, or by where the shards are. */
export type StepWatch = 'answer' | 'task' | 'gathered' | 'recovered';

const at = (index: string, ...more: string[]): string =>
  `/${[index, ...more].map(encodeURIComponent).join('/')}`;

const reindexBody = (what: StepWhat & { do: 'reindex' }): object => ({
  conflicts: what.conflicts,
  source: { index: what.sources, ...(what.query ? { query: what.query } : {}) },
  dest: {
    index: what.index,
    ...(what.create_only ? { op_type: 'create' } : {}),
    ...(what.pipeline ? { pipeline: what.pipeline } : {}),
  },
});

/** What was set on the source for the sake of the resize is not for the new index. */
const resizeBody = ({ shards, replicas }: StepWhat & { do: 'resize' }): object => ({
  settings: {
    'index.blocks.write': null,
    'index.routing.allocation.require._name': null,
    ...(shards === undefined ? {} : { 'index.number_of_shards': shards }),
    ...(replicas === undefined ? {} : { 'index.number_of_replicas': replicas }),
  },
});

/** What is sent for a step; undefined where it only waits. Without `wait_for_completion`, which not all clusters know. */
export const requestOf = (what: StepWhat): StepRequest | undefined => {
  switch (what.do) {
    case 'force_merge':
      return {
        ...{ method: 'POST', path: at(what.index, '_forcemerge') },
        query: {
          flush: what.flush,
          ...(what.only_expunge_deletes ? { only_expunge_deletes: true } : {}),
          ...(what.max_num_segments === undefined
            ? {}
            : { max_num_segments: what.max_num_segments }),
        },
      };
    case 'create':
      return { method: 'PUT', path: at(what.index), body: what.body };
    case 'reindex':
      return {
        ...{ method: 'POST', path: '/_reindex', body: reindexBody(what) },
        query: what.sliced ? { slices: 'auto' } : {},
      };
    case 'rollover':
      return {
        method: 'POST',
        path: at(what.index, '_rollover', ...(what.new_name ? [what.new_name] : [])),
      };
    case 'gather':
      return {
        ...{ method: 'PUT', path: at(what.index, '_settings') },
        body: { 'index.routing.allocation.require._name': what.node },
      };
    case 'block':
      return { method: 'PUT', path: at(what.index, '_block', 'write') };
    case 'resize':
      return {
        ...{ method: 'POST', path: at(what.index, `_${what.verb}`, what.target) },
        // The shards are waited for by the next step, which tells how far they are.
        query: { wait_for_active_shards: 0 },
        body: resizeBody(what),
      };
    case 'restore':
      return { method: 'PUT', path: at(what.index, '_settings'), body: what.settings };
    case 'recover':
      return undefined;
  }
};

const WATCHES: Readonly<Record<StepWhat['do'], StepWatch>> = {
  force_merge: 'task',
  reindex: 'task',
  gather: 'gathered',
  recover: 'recovered',
  create: 'answer',
  rollover: 'answer',
  block: 'answer',
  resize: 'answer',
  restore: 'answer',
};

export const watchOf = (what: StepWhat): StepWatch => WATCHES[what.do];

/** Doing it once more does no more than once: it is sent again where nobody knows whether it arrived. */
export const isRepeatable = (what: StepWhat): boolean =>
  what.do !== 'rollover' || what.new_name !== undefined;

/** What everybody may see of a step: not the mapping and not the query, which tell of documents. */
export const withoutContent = (what: StepWhat): StepWhat => {
  if (what.do === 'create') return { ...what, body: {} };
  if (what.do !== 'reindex') return what;
  return { ...what, query: undefined };
};
