import { z } from 'zod';
import { invalidInput } from '../../../errors';
import type { FieldProblem } from '../../../errors';
import { parseInput } from '../../../parse';
import { parseTemplate } from '../template';
import { SHARED_NAME } from '../template_tokens';
import { namesIncluded } from './include';

/** A text that several messages use: by its name, as `{{> name}}`. */
export const sharedTemplateSchema = z.strictObject({
  name: z
    .string({ error: 'A name is required.' })
    .trim()
    .min(1, 'A name is required.')
    .max(100, 'A name has at most 100 characters.')
    .regex(SHARED_NAME, 'A name has letters, digits, _ and -: it is written as {{> name}}.'),
  /** What people see of it in lists. */
  description: z.string().trim().max(1000).optional(),
  /** In subjects; where there is none, the message is used there as well. */
  subject: z.string().max(10_000).optional(),
  message: z
    .string({ error: 'A message is required.' })
    .max(100_000, 'A message has at most 100,000 characters.')
    .refine((text) => text.trim() !== '', 'A message is required.'),
});
export type SharedTemplate = z.output<typeof sharedTemplateSchema>;

const SETS_DELIMITERS = /\{\{=/;

/** What a part of another text must not have: sections that are not closed, and braces of its own. */
const problemsIn = (field: string, source: string | undefined, name: string): FieldProblem[] => {
  if (source === undefined) return [];
  const parsed = parseTemplate(source);
  if (!parsed.ok) {
    const { message, line, column } = parsed;
    return [{ field, message, line, column }];
  }
  if (SETS_DELIMITERS.test(source)) {
    return [{ field, message: 'A shared template cannot change the braces.' }];
  }
  return namesIncluded(source).includes(name)
    ? [{ field, message: 'A template cannot include itself.' }]
    : [];
};

export const problemsOfShared = ({ name, subject, message }: SharedTemplate): FieldProblem[] => [
  ...problemsIn('subject', subject, name),
  ...problemsIn('message', message, name),
];

/** @throws WatchkeeperError `invalid_input` */
export const parseSharedTemplate = (input: unknown): SharedTemplate => {
  const template = parseInput(sharedTemplateSchema, input);
  const problems = problemsOfShared(template);
  if (problems.length > 0) throw invalidInput(problems);
  return template;
};
