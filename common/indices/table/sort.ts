import { writeAliasOf } from '../rows/build_rows';
import type { IndexLifecycle, IndexRow } from '../rows/index_row';

export const INDEX_COLUMNS = [
  'name',
  'health',
  'status',
  'docs',
  'bytes',
  'primary_bytes',
  'shards',
  'created_at',
  'age',
  'policy',
  'state',
  'problem',
  'growth',
  'growth_docs',
  'data_stream',
  'write_alias',
] as const;
export type IndexColumn = (typeof INDEX_COLUMNS)[number];

export const isIndexColumn = (text: string): text is IndexColumn =>
  INDEX_COLUMNS.some((column) => column === text);

const HEALTH_ORDER = { green: 0, yellow: 1, red: 2, unknown: 3 } as const;

/** They tell of policies, which not every cluster has. */
const OF_POLICIES: ReadonlySet<IndexColumn> = new Set(['policy', 'state', 'problem']);

export const isOfPolicies = (column: IndexColumn): boolean => OF_POLICIES.has(column);

/** Not shown until somebody wants them. */
const LESS_WANTED: ReadonlySet<IndexColumn> = new Set([
  ...(['primary_bytes', 'created_at', 'growth_docs'] as const),
]);

/**
 * The columns of whoever has chosen none: those that tell something of these rows.
 *
 * @param hasLifecycle whether the rows know their policies
 */
export const usualColumns = (rows: readonly IndexRow[], hasLifecycle: boolean): IndexColumn[] => {
  const tells: Partial<Record<IndexColumn, boolean>> = {
    status: rows.some(({ status }) => status === 'close'),
    policy: hasLifecycle,
    state: hasLifecycle,
    problem: hasLifecycle && rows.some(({ lifecycle }) => lifecycle?.failed),
    data_stream: rows.some(({ data_stream: stream, hidden }) => stream !== undefined && !hidden),
    write_alias: rows.some((row) => !row.hidden && writeAliasOf(row) !== undefined),
  };
  return INDEX_COLUMNS.filter((column) => !LESS_WANTED.has(column) && tells[column] !== false);
};

/** Of all copies. */
export const shardsOf = ({ primaries, replicas }: IndexRow): number => primaries * (1 + replicas);

/** What has stopped stands before what is tried again, those of one kind together. */
const problemRank = (lifecycle: IndexLifecycle | undefined): string | undefined =>
  lifecycle?.failed
    ? `${lifecycle.retrying ? 1 : 0} ${lifecycle.failure ?? ''} ${lifecycle.message ?? ''}`
    : undefined;

const VALUES: Record<IndexColumn, (row: IndexRow) => string | number | undefined> = {
  name: ({ name }) => name,
  health: ({ health }) => HEALTH_ORDER[health],
  status: ({ status }) => status,
  docs: ({ docs }) => docs,
  bytes: ({ bytes }) => bytes,
  primary_bytes: ({ primary_bytes: bytes }) => bytes,
  shards: shardsOf,
  created_at: ({ created_at: at }) => at,
  age: ({ created_at: at }) => -at,
  policy: ({ lifecycle }) => lifecycle?.policy_id,
  state: ({ lifecycle }) => lifecycle?.state,
  problem: ({ lifecycle }) => problemRank(lifecycle),
  growth: ({ growth }) => growth?.bytes,
  growth_docs: ({ growth }) => growth?.docs,
  data_stream: ({ data_stream: stream }) => stream,
  write_alias: writeAliasOf,
};

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows in order. What has no value stands last either way; equal ones stand by name. */
export const sortRows = (
  rows: readonly IndexRow[],
  column: IndexColumn,
  order: 'asc' | 'desc'
): IndexRow[] => {
  const valueOf = VALUES[column];
  const sign = order === 'asc' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined) {
        if (a.value !== b.value) return a.value === undefined ? 1 : -1;
        return compare(a.row.name, b.row.name);
      }
      return sign * compare(a.value, b.value) || compare(a.row.name, b.row.name);
    })
    .map(({ row }) => row);
};

/** Of some rows together. What is not known counts for nothing. */
export interface IndexTotals {
  count: number;
  docs: number;
  bytes: number;
  primary_bytes: number;
  shards: number;
}

export const totalsOf = (rows: readonly IndexRow[]): IndexTotals => {
  const totals = { count: rows.length, docs: 0, bytes: 0, primary_bytes: 0, shards: 0 };
  for (const row of rows) {
    totals.docs += row.docs ?? 0;
    totals.bytes += row.bytes ?? 0;
    totals.primary_bytes += row.primary_bytes ?? 0;
    totals.shards += shardsOf(row);
  }
  return totals;
};
