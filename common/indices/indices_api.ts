import { z } from 'zod';
import { API_BASE } from '../plugin';
import type { AliasBody } from './page/edits';
import type { FlatSettings } from './page/settings';
import type { IndexRow } from './rows/index_row';

/** Everything below is done as the calling user: what they may not do, the cluster refuses. */
export const INDICES_PATH = `${API_BASE}/indices`;

/** `GET /indices/_all`: an `IndexListing`. With `fresh` it is read anew, however recently somebody has looked. */
export const LISTING_PATH = `${INDICES_PATH}/_all`;
export const listingQuerySchema = z.object({ fresh: z.stringbool().default(false) });

/**
 * The name of one index. No pattern and no list: whoever deletes `*` by a slip has lost everything. Nor only dots: a
 * proxy before the cluster may make `/_close` of `/./_close`, which is all indices.
 */
export const indexNameSchema = z
  .string()
  .max(255)
  .regex(
    /^(?![_+-])(?!\.{1,2}$)[^*?,"<>|\\/\s#\p{Cc}]+$/u,
    'Name indices one by one: patterns and lists are not taken.'
  );

/** `GET /indices/{name}`: an `IndexDetail`. */
export const indexParamsSchema = z.object({ name: indexNameSchema });

/** One index with what it is made by, as the cluster writes it. */
export interface IndexDetail {
  row: IndexRow;
  /** Flat; only what is set. */
  settings: FlatSettings;
  /** Of the usual settings, what holds where nothing is set. */
  defaults: FlatSettings;
  mappings: unknown;
  aliases: Readonly<Record<string, AliasBody>>;
}

/** What can be done to indices, one by one or many at once. */
export const indexActionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('open') }),
  z.strictObject({ action: z.literal('close') }),
  z.strictObject({ action: z.literal('refresh') }),
  z.strictObject({ action: z.literal('flush') }),
  z.strictObject({ action: z.literal('clear_cache') }),
  /** Sets and takes off `index.blocks.write`. */
  z.strictObject({ action: z.literal('read_only') }),
  z.strictObject({ action: z.literal('read_write') }),
  /** `confirm`: the word that the page asked for, see `confirmationFor`. */
  z.strictObject({ action: z.literal('delete'), confirm: z.string() }),
]);
export type IndexAction = z.output<typeof indexActionSchema>;

/** `POST /indices/_act` */
export const ACT_PATH = `${INDICES_PATH}/_act`;
export const actSchema = z.strictObject({
  indices: z.array(indexNameSchema).min(1, 'Name an index.').max(10_000),
  what: indexActionSchema,
});
export type Act = z.output<typeof actSchema>;

/** What came of it for each index, in the order in which they were named. */
export interface ActAnswer {
  done: string[];
  failed: Array<{ index: string; reason: string }>;
}

/** What must be typed before indices are deleted: the name of one, the number of several. */
export const confirmationFor = (indices: readonly string[]): string =>
  indices.length === 1 ? indices[0] : `delete ${indices.length} indices`;
