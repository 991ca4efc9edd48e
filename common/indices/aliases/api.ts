import { z } from 'zod';
import { INDICES_PATH, indexNameSchema } from '../indices_api';

/** `GET`: `AliasesAnswer`. `PUT` and `DELETE` below it, by name. */
export const ALIASES_PATH = `${INDICES_PATH}/_aliases`;

/** What an alias is on one index. Members as the cluster names them. */
export const aliasMemberSchema = z.strictObject({
  index: indexNameSchema,
  /** Writing through the alias goes to this index. */
  is_write_index: z.boolean().optional(),
  /** A query: only documents that match are found through the alias. */
  filter: z.record(z.string(), z.unknown()).optional(),
  index_routing: z.string().optional(),
  /** Several have commas between. */
  search_routing: z.string().optional(),
  /** The same on all of its indices. */
  is_hidden: z.boolean().optional(),
});
export type AliasMember = z.output<typeof aliasMemberSchema>;

const membersSchema = z.array(aliasMemberSchema).max(10_000);

/** `PUT`. `seen`: as it was opened; absent: there must be no alias of this name. */
export const saveAliasSchema = z.strictObject({
  members: membersSchema,
  seen: membersSchema.optional(),
});
export type SaveAlias = z.output<typeof saveAliasSchema>;

export const aliasParamsSchema = z.object({
  name: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^*,]+$/, 'Name one alias: patterns and lists are not taken.'),
});

/** `DELETE`. `confirm`: its name, where it is written through. */
export const deleteAliasQuery = z.object({ confirm: z.string().optional() });

/** One alias as the list shows it. */
export interface AliasRow {
  name: string;
  /** In the order of their names. */
  members: AliasMember[];
  /** That it says to be written to; see `writeIndexOf`. */
  write_index?: string;
  is_hidden: boolean;
  /** Data streams whose indices are among its own. */
  data_streams: string[];
}

export interface AliasesAnswer {
  aliases: AliasRow[];
  /** Names of all indices that an alias may be put on. */
  indices: string[];
  gaps: string[];
}
