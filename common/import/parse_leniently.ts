import type { z } from 'zod';
import type { FieldProblem } from '../errors';
import { isFields, without } from './plain';
import type { Warnings } from './warning';

/** Each round finds what the one before has uncovered; no schema of ours is nested more deeply. */
const MOST_ROUNDS = 10;

const withoutKeys = (
  value: unknown,
  [step, ...rest]: readonly PropertyKey[],
  keys: readonly string[]
): unknown => {
  if (step === undefined) return isFields(value) ? without(value, keys) : value;
  if (Array.isArray(value)) {
    return value.map((each, i) => (i === step ? withoutKeys(each, rest, keys) : each));
  }
  if (!isFields(value)) return value;
  return { ...value, [step]: withoutKeys(value[String(step)], rest, keys) };
};

/**
 * Parses a document whose unknown fields are left out, each with a warning: the neighbour skips them without a word.
 */
export const parseLeniently = <S extends z.ZodType>(
  schema: S,
  document: unknown,
  warnings: Warnings
): { ok: true; value: z.output<S> } | { ok: false; problems: FieldProblem[] } => {
  let current = document;
  for (let round = 0; ; round++) {
    const parsed = schema.safeParse(current);
    if (parsed.success) return { ok: true, value: parsed.data };
    const unknown = parsed.error.issues.filter(({ code }) => code === 'unrecognized_keys');
    if (unknown.length === 0 || round === MOST_ROUNDS) {
      const problems = parsed.error.issues.map(({ path, message }) => ({
        field: path.map(String).join('.'),
        message,
      }));
      return { ok: false, problems };
    }
    for (const issue of unknown) {
      if (issue.code !== 'unrecognized_keys') continue;
      current = withoutKeys(current, issue.path, issue.keys);
      for (const key of issue.keys) {
        const field = [...issue.path.map(String), key].join('.');
        warnings.tell(field, 'Nothing here knows this field: it is left out.');
      }
    }
  }
};
