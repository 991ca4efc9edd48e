import type { z } from 'zod';
import type { SourceFacts, TaskFacts, TaskFinding } from '../facts';
import type { StepWhat } from '../steps';
import type { TaskKindName } from '../task_record';

export interface TaskPlan {
  steps: StepWhat[];
  ordered: boolean;
  at_once: number;
}

/** A kind of long work: what it takes, what it demands, and what is done for it in which order. */
export interface TaskKind<S extends z.ZodType = z.ZodType> {
  name: TaskKindName;
  schema: S;
  /** The indices that it begins with, by their exact names. */
  sources(spec: z.output<S>): string[];
  /** The index that it makes or fills. */
  target?(spec: z.output<S>): string | undefined;
  /** Asked again when it begins: what is an error here is never sent. */
  check(spec: z.output<S>, facts: TaskFacts): TaskFinding[];
  /** Only for what `check` has no error for. */
  plan(spec: z.output<S>, facts: TaskFacts): TaskPlan;
}

export const error = (message: string, field?: string): TaskFinding => ({
  ...{ severity: 'error', message },
  ...(field === undefined ? {} : { field }),
});
export const warning = (message: string, field?: string): TaskFinding => ({
  ...error(message, field),
  severity: 'warning',
});
export const info = (message: string): TaskFinding => ({ severity: 'info', message });

const NAMED = 5;

/** `a, b and 3 more` */
export const listed = (names: readonly string[]): string =>
  names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;

/** What speaks against any work on these: gone, closed, or without some of their shards. */
export const aboutSources = (
  { sources, missing }: TaskFacts,
  field: string,
  closedRemedy: string
): TaskFinding[] => {
  const those = (is: (source: SourceFacts) => boolean): string[] =>
    sources.filter(is).map(({ name }) => name);
  const closed = those(({ status }) => status === 'close');
  const red = those(({ health, status }) => status === 'open' && health === 'red');
  return [
    ...(missing.length > 0 ? [error(`There is no index ${listed(missing)}.`, field)] : []),
    ...(closed.length > 0 ? [error(`Closed: ${listed(closed)}. ${closedRemedy}`, field)] : []),
    ...(red.length > 0
      ? [error(`Primary shards are missing: ${listed(red)}. Bring them back first.`, field)]
      : []),
  ];
};
