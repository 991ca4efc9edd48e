import type { z } from 'zod';
import { invalidInput } from './errors';
import type { FieldProblem } from './errors';

/** What is wrong with the key of a record is said one level deeper. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;

const problemsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    message: messageOf(issue),
  }));

/**
 * Parses unknown input by its schema, once, at the edge.
 *
 * @throws WatchkeeperError `invalid_input` with one problem per field.
 */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input);
  if (!result.success) throw invalidInput(problemsOf(result.error));
  return result.data;
};
