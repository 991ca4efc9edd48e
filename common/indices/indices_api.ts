import { z } from 'zod';
import { API_BASE } from '../plugin';

/** Everything below is done as the calling user: what they may not do, the cluster refuses. */
export const INDICES_PATH = `${API_BASE}/indices`;

/** `GET /indices/_all`: an `IndexListing`. With `fresh` it is read anew, however recently somebody has looked. */
export const LISTING_PATH = `${INDICES_PATH}/_all`;
export const listingQuerySchema = z.object({ fresh: z.stringbool().default(false) });

const name = z.string().min(1);
const count = (what: string, min = 0) =>
  z
    .number({ error: `${what} is a number.` })
    .int()
    .min(min, `${what} is ${min} or more.`);

/** What can be done to indices. Those of the second group go on as tasks of the cluster. */
export const indexActionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('open') }),
  z.strictObject({ action: z.literal('close') }),
  z.strictObject({ action: z.literal('refresh') }),
  z.strictObject({ action: z.literal('flush') }),
  z.strictObject({ action: z.literal('clear_cache') }),
  /** `confirm`: the word that the page asked for, see `confirmationFor`. */
  z.strictObject({ action: z.literal('delete'), confirm: z.string() }),
  z.strictObject({ action: z.literal('rollover'), alias: name }),
  z.strictObject({
    action: z.literal('force_merge'),
    max_num_segments: count('The number of segments', 1).optional(),
    only_expunge_deletes: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal('clone'), target: name }),
  z.strictObject({
    action: z.literal('shrink'),
    target: name,
    primaries: count('The number of shards', 1),
  }),
  z.strictObject({
    action: z.literal('split'),
    target: name,
    primaries: count('The number of shards', 1),
  }),
  z.strictObject({ action: z.literal('reindex'), target: name }),
]);
export type IndexAction = z.output<typeof indexActionSchema>;

/** `POST /indices/_act` */
export const ACT_PATH = `${INDICES_PATH}/_act`;
export const actSchema = z.strictObject({
  indices: z.array(name).min(1).max(10_000),
  what: indexActionSchema,
});
export type Act = z.output<typeof actSchema>;

export interface ActAnswer {
  done: string[];
  failed: Array<{ index: string; reason: string }>;
  /** What goes on in the cluster, to be asked about under `TASKS_PATH`. */
  tasks: IndexTask[];
}

/** `GET /indices/_tasks`: those begun here that run or ended lately, whoever began them. */
export const TASKS_PATH = `${INDICES_PATH}/_tasks`;

/** A long operation. It is kept on the cluster, so that it outlives the page. */
export interface IndexTask {
  id: string;
  action: IndexAction['action'];
  indices: string[];
  target?: string;
  by?: string;
  started_at: number;
  ended_at?: number;
  status: 'running' | 'done' | 'failed' | 'lost';
  /** From 0 to 1, where the cluster tells. */
  progress?: number;
  /** In words: what is done so far, or why it failed. */
  said?: string;
}

/** What must be typed before indices are deleted: the name of one, the number of several. */
export const confirmationFor = (indices: readonly string[]): string =>
  indices.length === 1 ? indices[0] : `delete ${indices.length} indices`;
