import type { Window } from '../run';

/** What a query in PPL may name of its window: `{{period_start}}` and the like. */
export const PPL_VARIABLES = [
  'period_start',
  'period_end',
  'period_start_timestamp',
  'period_end_timestamp',
] as const;
type PplVariable = (typeof PPL_VARIABLES)[number];

const PLACEHOLDER = /\{\{\{?\s*([^{}]*?)\s*\}?\}\}/g;

const isVariable = (name: string): name is PplVariable =>
  PPL_VARIABLES.some((variable) => variable === name);

/** The names in double braces that a query uses and that nobody fills in. */
export const unknownVariables = (query: string): string[] =>
  [...query.matchAll(PLACEHOLDER)].map(([, name]) => name).filter((name) => !isVariable(name));

/** As PPL's `TIMESTAMP('…')` reads it, in UTC. */
const timestamp = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, -1);

const valueOf = (name: PplVariable, { start, end }: Window): string => {
  switch (name) {
    case 'period_start':
      return String(start);
    case 'period_end':
      return String(end);
    case 'period_start_timestamp':
      return timestamp(start);
    case 'period_end_timestamp':
      return timestamp(end);
  }
};

/**
 * Fills in the window: `{{period_start}}` and `{{period_end}}` are epoch milliseconds, as in searches, and with
 * `_timestamp` they are texts for `TIMESTAMP('…')`. The alerting plugin gives a query in PPL no period.
 */
export const renderPpl = (query: string, window: Window): string =>
  query.replace(PLACEHOLDER, (_match, name: string) =>
    isVariable(name) ? valueOf(name, window) : ''
  );

const withoutEnd = (query: string): string => query.trim().replace(/[\s;|]+$/, '');

/** The query with one more command behind it. */
export const withCommand = (query: string, command: string): string =>
  `${withoutEnd(query)} | ${withoutEnd(command.trim().replace(/^[\s|]+/, ''))}`;

const COUNT = 'watchkeeper_count';

/** Asks how many rows there are: the cluster sends so many at most, and says no more. */
export const countQuery = (query: string): string =>
  withCommand(query, `stats count() as ${COUNT}`);
