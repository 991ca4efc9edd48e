import type { z } from 'zod';

/**
 * The server's query that a URL stands for. What a hand-written URL got wrong falls back to its default, since nobody
 * can mend it in the page; what is empty counts as not given.
 */
export const validQuery = <S extends z.ZodType>(
  schema: S,
  values: Readonly<Record<string, unknown>>
): z.output<S> => {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return schema.parse(Object.fromEntries(given.filter(([key]) => !wrong.has(key))));
};
