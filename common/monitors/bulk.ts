import { z } from 'zod';
import type { ErrorCode } from '../errors';
import { MONITORS_PATH } from './api';
import { tagSchema } from './tag';

export const BULK_PATH = `${MONITORS_PATH}/_bulk`;

export const BULK_VERBS = ['enable', 'disable', 'delete', 'add_tags', 'remove_tags'] as const;
export type BulkVerb = (typeof BULK_VERBS)[number];

/** As many as one request takes; a page sends the next ones when it has the answer, and shows how far it is. */
export const MOST_BULK = 100;

/** `POST /monitors/_bulk` */
export const bulkSchema = z
  .strictObject({
    verb: z.enum(BULK_VERBS),
    monitors: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          /** The one that was looked at: a stale one is a conflict, and nothing is changed. */
          version: z.string().min(1).optional(),
        })
      )
      .min(1, 'Choose at least one monitor.')
      .max(MOST_BULK, `Choose at most ${MOST_BULK} monitors at once.`),
    tags: z.array(tagSchema).optional(),
  })
  .refine(({ verb, tags = [] }) => !verb.endsWith('_tags') || tags.length > 0, {
    path: ['tags'],
    message: 'Name at least one tag.',
  });
export type BulkRequest = z.output<typeof bulkSchema>;

export type BulkResult =
  | { id: string; ok: true; /** False where it was so already. */ changed: boolean }
  | { id: string; ok: false; code: ErrorCode; message: string };

/** In the order of the request. */
export interface BulkAnswer {
  results: BulkResult[];
}

/** The tags of a monitor after the change; the same array where nothing changes. */
export const changedTags = (
  verb: 'add_tags' | 'remove_tags',
  before: readonly string[],
  tags: readonly string[]
): readonly string[] => {
  const after =
    verb === 'add_tags'
      ? [...new Set([...before, ...tags])]
      : before.filter((tag) => !tags.includes(tag));
  return after.length === before.length ? before : after;
};
