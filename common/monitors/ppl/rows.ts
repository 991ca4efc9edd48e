import { isRecord } from '../../json/record';
/** The answer to a query in PPL, as the cluster gives it. */
export interface PplAnswer {
  schema: ReadonlyArray<{ name: string; type: string }>;
  datarows: ReadonlyArray<readonly unknown[]>;
  /** How many rows there are; the cluster gives so many at most, by a setting of its own. */
  total: number;
  size: number;
}

const isAnswer = (value: unknown): value is PplAnswer =>
  isRecord(value) && Array.isArray(value.schema) && Array.isArray(value.datarows);

const columnsOf = (schema: unknown): PplAnswer['schema'] =>
  Array.isArray(schema)
    ? schema.filter(isRecord).map(({ name, alias, type }) => ({
        name: String(alias ?? name),
        type: String(type),
      }))
    : [];

/**
 * Reads the answer's body; undefined where it is none.
 *
 * @param body parsed losslessly
 */
export const readPplAnswer = (body: unknown): PplAnswer | undefined => {
  if (!isRecord(body) || !Array.isArray(body.datarows)) return undefined;
  const datarows = body.datarows.filter((row): row is unknown[] => Array.isArray(row));
  const countOf = (value: unknown): number => (typeof value === 'number' ? value : datarows.length);
  return {
    schema: columnsOf(body.schema),
    datarows,
    total: countOf(body.total),
    size: countOf(body.size),
  };
};

type Row = Record<string, unknown>;

const known = new WeakMap<object, Row[]>();

/** Each row by the names of its columns. Worked out once an answer. */
export const rowsOf = (answer: PplAnswer): Row[] => {
  const before = known.get(answer);
  if (before) return before;
  const names = answer.schema.map(({ name }) => name);
  const rows = answer.datarows.map(
    (row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])) as Row
  );
  known.set(answer, rows);
  return rows;
};

/**
 * `ctx.ppl_query_results`: the rows that a trigger looked at. Of a trigger with a condition of its own those that it left
 * over, of any other those of the query.
 *
 * @param results the answer to the query, then, by trigger, the answers to the conditions
 */
export const pplRows = (results: readonly unknown[], triggerId: string | undefined): Row[] => {
  const [whole, own] = results;
  const ofTrigger =
    isRecord(own) && triggerId !== undefined && Object.hasOwn(own, triggerId)
      ? own[triggerId]
      : undefined;
  const answer = ofTrigger ?? whole;
  return isAnswer(answer) ? rowsOf(answer) : [];
};
