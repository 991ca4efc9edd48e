import { WatchkeeperError } from '../../../common/errors';
import type { FieldProblem } from '../../../common/errors';
import { monitorSchema } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { parseInput } from '../../../common/parse';

/** What the schema itself finds wrong with a draft: the same that the server would say. */
export const schemaProblems = (draft: unknown): FieldProblem[] => {
  try {
    parseInput(monitorSchema, draft);
    return [];
  } catch (error) {
    if (error instanceof WatchkeeperError) return error.details.problems ?? [];
    throw error;
  }
};

/** The value at a dotted path. */
const valueAt = (draft: Monitor, field: string): unknown =>
  field
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      draft
    );

/** A problem that the server found, with the value that it found it in. */
export interface Finding {
  problem: FieldProblem;
  value: string;
}

const snapshot = (draft: Monitor, field: string): string =>
  JSON.stringify(valueAt(draft, field)) ?? '';

/** The routes name fields within their body (`monitor.name`); the page names them within the monitor. */
const withinMonitor = (problem: FieldProblem): FieldProblem => ({
  ...problem,
  field: problem.field.replace(/^monitor\.?/, ''),
});

export const findingsOf = (draft: Monitor, problems: FieldProblem[]): Finding[] =>
  problems.map(withinMonitor).map((problem) => ({
    problem,
    value: snapshot(draft, problem.field),
  }));

/** Those that still hold: a field that was changed since is given the benefit of the doubt. */
export const standingProblems = (draft: Monitor, findings: Finding[]): FieldProblem[] =>
  findings
    .filter(({ problem, value }) => snapshot(draft, problem.field) === value)
    .map(({ problem }) => problem);

/** The problems of a field and of what is within it. */
export const problemsAt = (problems: FieldProblem[], field: string): FieldProblem[] =>
  problems.filter((problem) => problem.field === field || problem.field.startsWith(`${field}.`));
