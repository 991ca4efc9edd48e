import { writeAliasOf } from '../rows/build_rows';
import type { IndexRow } from '../rows/index_row';
import { shardsOf } from './sort';
import type { IndexColumn } from './sort';

type Cell = string | number | undefined;

const CELLS: Readonly<Record<IndexColumn, (row: IndexRow, now: number) => Cell>> = {
  name: ({ name }) => name,
  health: ({ health }) => health,
  status: ({ status }) => status,
  docs: ({ docs }) => docs,
  bytes: ({ bytes }) => bytes,
  primary_bytes: ({ primary_bytes: bytes }) => bytes,
  shards: shardsOf,
  created_at: ({ created_at: at }) => new Date(at).toISOString(),
  age: ({ created_at: at }, now) => Math.floor((now - at) / 1000),
  policy: ({ lifecycle }) => lifecycle?.policy_id,
  state: ({ lifecycle }) => lifecycle?.state,
  problem: ({ lifecycle }) =>
    lifecycle?.failed ? (lifecycle.message ?? lifecycle.failure) : undefined,
  growth: ({ growth }) => growth && Math.round(growth.bytes),
  growth_docs: ({ growth }) => growth && Math.round(growth.docs),
  data_stream: ({ data_stream: stream }) => stream,
  write_alias: writeAliasOf,
};

/** A spreadsheet takes a text that begins so for a formula. */
const FORMULA = /^\s*[=+\-@\t\r]/;

const quoted = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/**
 * The rows as a table of RFC 4180, with the ids of the columns at its head: sizes are bytes, growth is by day, ages are
 * seconds, so that programs can read it.
 */
export const csvOf = (
  rows: readonly IndexRow[],
  columns: readonly IndexColumn[],
  now: number
): string =>
  [
    columns.join(','),
    ...rows.map((row) => columns.map((id) => quoted(CELLS[id](row, now))).join(',')),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
