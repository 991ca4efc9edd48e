import { z } from 'zod';
import { INDICES_PATH } from '../indices_api';

/** `POST /indices/{name}/_edit`: changes one index and answers its new `IndexDetail`. */
export const EDIT_PATH = `${INDICES_PATH}/{name}/_edit`;
export const editPathOf = (name: string): string =>
  `${INDICES_PATH}/${encodeURIComponent(name)}/_edit`;

const aliasName = z
  .string()
  .min(1, 'Name the alias.')
  .max(255)
  .regex(/^(?![_+-])[^*?,"<>|\\/\s#:A-Z]+$/, {
    error:
      'An alias has no capitals, blanks or any of * ? , " < > | \\ / # :, and does not begin with _ + or -.',
  });

/** What an alias says of one index, as the cluster writes it. */
export const aliasBodySchema = z.strictObject({
  filter: z.record(z.string(), z.unknown()).optional(),
  index_routing: z.string().optional(),
  search_routing: z.string().optional(),
  is_write_index: z.boolean().optional(),
  is_hidden: z.boolean().optional(),
});
export type AliasBody = z.output<typeof aliasBodySchema>;

const settingValue = z.union([z.string(), z.array(z.string())]);

/**
 * `seen` is what stood there when the page was opened: where it is something else by now, nothing is changed, and the
 * answer is 409 with `details.changed`, the names, and `details.now`, what stands there.
 */
export const indexEditSchema = z.discriminatedUnion('edit', [
  z.strictObject({
    edit: z.literal('settings'),
    /** Null: back to the default. */
    changes: z
      .record(z.string().startsWith('index.'), settingValue.nullable())
      .refine((changes) => Object.keys(changes).length > 0, 'Nothing is changed.'),
    seen: z.record(z.string(), settingValue),
  }),
  /** Fields can be added, never taken away: there is nothing to compare. */
  z.strictObject({ edit: z.literal('mapping'), mapping: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    edit: z.literal('put_alias'),
    alias: aliasName,
    body: aliasBodySchema,
    /** Null: there was none of this name. */
    seen: z.record(z.string(), z.unknown()).nullable(),
  }),
  z.strictObject({
    edit: z.literal('remove_alias'),
    alias: z.string().min(1).max(255),
    seen: z.record(z.string(), z.unknown()),
  }),
]);
export type IndexEdit = z.output<typeof indexEditSchema>;
