import type { z } from 'zod';
import { saveDestinationSchema, updateDestinationSchema } from '../../../common/notifications/api';
import { WatchkeeperError } from '../../../common/errors';
import type { FieldProblem } from '../../../common/errors';
import { parseInput } from '../../../common/parse';
import { formProblems, toSave, toUpdate } from './destination_form';
import type { DestinationForm } from './destination_form';
import type { ProblemsAt, StoredDestination } from './stored_destination';

const schemaProblems = (schema: z.ZodType, request: unknown): FieldProblem[] => {
  try {
    parseInput(schema, request);
    return [];
  } catch (error) {
    if (error instanceof WatchkeeperError) return error.details.problems ?? [];
    throw error;
  }
};

/** What is wrong with the form, by field of the request that it would become. The server says the same, and more. */
export const problemsOf = (form: DestinationForm, stored?: StoredDestination): FieldProblem[] => [
  ...formProblems(form, stored),
  ...(stored
    ? schemaProblems(updateDestinationSchema, toUpdate(form, stored))
    : schemaProblems(saveDestinationSchema, toSave(form))),
];

/** In the requests of a test the destination is not the whole body. */
const WITHIN_TEST = /^(destination|changes)\./;

/** Problems of any of the routes, as fields of the destination. */
export const ofDestination = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((problem) => ({ ...problem, field: problem.field.replace(WITHIN_TEST, '') }));

/** One message a field: the first says what to mend, the others mostly follow from it. */
export const lookUp =
  (problems: readonly FieldProblem[]): ProblemsAt =>
  (field) => {
    const first = problems.find((problem) => problem.field === field);
    return first ? [first.message] : [];
  };
