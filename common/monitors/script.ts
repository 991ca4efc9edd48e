import { z } from 'zod';

export const mustacheSchema = z.strictObject({
  source: z.string(),
  lang: z.literal('mustache').default('mustache'),
});

/** A script of Painless, or, in triggers of documents and of other monitors, an expression. */
export const scriptSchema = (missing: string) =>
  z.strictObject({
    source: z.string({ error: missing }).trim().min(1, missing),
    lang: z.literal('painless', { error: 'The language must be painless.' }).default('painless'),
  });
