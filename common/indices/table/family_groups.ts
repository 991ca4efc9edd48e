import { dayOf, patternOf } from '../families';
import type { Growth, IndexRow } from '../rows/index_row';

const DAY = 86_400_000;
/** Somebody who let a family rest for years is not helped by a list of all its days. */
const MOST_DAYS = 3660;

/** What a rollover counts up. */
const ROLLED = /-\d+$/;

/** The alias by which an index is rolled over: it says of each of its indices whether it is written to. */
const rolledAliasOf = ({ name, aliases }: IndexRow): string | undefined =>
  ROLLED.test(name)
    ? aliases.find(({ is_write_index: isWritten }) => isWritten !== undefined)?.name
    : undefined;

/**
 * The data stream of an index, else the alias by which it is rolled over, else the pattern of its name; undefined where
 * it stands alone.
 */
export const familyOf = (row: IndexRow): string | undefined =>
  row.data_stream ?? rolledAliasOf(row) ?? patternOf(row.name);

/** What was written in one day, as `2026-11-21`. */
export interface FamilyDay {
  day: string;
  bytes: number;
  docs: number;
}

/** Indices that belong together, by their names or as a data stream. */
export interface FamilyGroup {
  /** The pattern of the names, or the name of the data stream or alias. */
  pattern: string;
  is_data_stream: boolean;
  /** Of an alias by which indices are rolled over. */
  is_alias: boolean;
  members: number;
  /** The worst of all members. */
  health: IndexRow['health'];
  /** Those that manage members; several where they are not managed alike. */
  policies: string[];
  /** Members without a policy; all of them where policies are not known. */
  unmanaged: number;
  /** Members whose policy has failed, or is tried again. */
  failed: number;
  /** What comes in a day, of late: absent where nothing can be said yet. */
  growth?: Growth;
  bytes: number;
  docs: number;
  newest: string;
  /** Epoch milliseconds of the newest one. */
  newest_at: number;
  /** By the days in the names, else by those of their creation (UTC); the earliest first. */
  days: FamilyDay[];
  /** Days between the first and the last that have no index; of daily indices only. */
  missing: string[];
}

const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The days between the first and the last of these that are not among them. */
export const missingDays = (days: readonly string[]): string[] => {
  const sorted = [...new Set(days)].sort();
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  const from = Date.parse(`${first}T00:00:00Z`);
  const to = Date.parse(`${last}T00:00:00Z`);
  // `2026-02-31` is no day.
  if (Number.isNaN(from) || Number.isNaN(to)) return [];
  const there = new Set(sorted);
  const count = Math.min(Math.round((to - from) / DAY) + 1, MOST_DAYS);
  return Array.from({ length: count }, (_, index) => dayAt(from + index * DAY)).filter(
    (day) => !there.has(day)
  );
};

/** An index, and the day in its name. */
interface Member {
  row: IndexRow;
  day?: string;
}

const daysOf = (members: readonly Member[]): FamilyDay[] => {
  const byDay = new Map<string, FamilyDay>();
  for (const { row, day = dayAt(row.created_at) } of members) {
    const { bytes = 0, docs = 0 } = row;
    const so = byDay.get(day) ?? { day, bytes: 0, docs: 0 };
    byDay.set(day, { day, bytes: so.bytes + bytes, docs: so.docs + docs });
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
};

const sum = (days: readonly FamilyDay[], what: 'bytes' | 'docs'): number =>
  days.reduce((total, day) => total + day[what], 0);

/** By the day in the name, then by when it was made. */
const isNewer = (a: Member, b: Member): boolean => {
  const [dayA, dayB] = [a.day ?? '', b.day ?? ''];
  return dayA === dayB ? a.row.created_at > b.row.created_at : dayA > dayB;
};

/** Of so many days before the newest, which may not be over. */
const LATE = 7;

/** Of daily indices the mean of the last days; of others what the newest grows by. */
const growthOf = (members: readonly Member[], isDaily: boolean): Growth | undefined => {
  const inOrder = [...members].sort((a, b) => (isNewer(a, b) ? -1 : 1));
  const grown = inOrder.flatMap(({ row }) => row.growth ?? []);
  const late = isDaily && inOrder.length > 1 ? grown.slice(1, 1 + LATE) : grown.slice(0, 1);
  if (late.length === 0) return undefined;
  const mean = (what: keyof Growth) => late.reduce((sum, one) => sum + one[what], 0) / late.length;
  return { bytes: mean('bytes'), docs: mean('docs') };
};

const WORST: ReadonlyArray<IndexRow['health']> = ['red', 'yellow', 'unknown', 'green'];

const conditionOf = (rows: readonly IndexRow[]) => ({
  health: WORST.find((health) => rows.some((row) => row.health === health)) ?? 'unknown',
  policies: [...new Set(rows.flatMap(({ lifecycle }) => lifecycle?.policy_id ?? []))].sort(),
  unmanaged: rows.filter(({ lifecycle }) => lifecycle === undefined).length,
  failed: rows.filter(({ lifecycle }) => lifecycle?.failed).length,
});

const groupOf = (pattern: string, rows: readonly IndexRow[]): FamilyGroup => {
  const members = rows.map((row): Member => ({ row, day: dayOf(row.name) }));
  const { row: newest } = members.reduce((best, one) => (isNewer(one, best) ? one : best));
  const isDataStream = rows.some(({ data_stream: stream }) => stream === pattern);
  const named = members.flatMap(({ day }) => day ?? []);
  const isAlias = !isDataStream && rows.some((row) => rolledAliasOf(row) === pattern);
  const isDaily = !isDataStream && named.length === members.length;
  const days = daysOf(members);
  const growth = growthOf(members, isDaily);
  return {
    ...{ pattern, is_data_stream: isDataStream, is_alias: isAlias, members: members.length },
    ...conditionOf(rows),
    ...(growth ? { growth } : {}),
    ...{ bytes: sum(days, 'bytes'), docs: sum(days, 'docs') },
    ...{ newest: newest.name, newest_at: newest.created_at },
    ...{ days, missing: isDaily ? missingDays(named) : [] },
  };
};

/** The families among some rows (`withGrowth`), the largest first. What stands alone is none, and what begins with a dot is the cluster's. */
export const familyGroups = (rows: readonly IndexRow[]): FamilyGroup[] => {
  const grouped = new Map<string, IndexRow[]>();
  for (const row of rows) {
    const pattern = familyOf(row);
    if (pattern === undefined || pattern.startsWith('.')) continue;
    const members = grouped.get(pattern);
    if (members) members.push(row);
    else grouped.set(pattern, [row]);
  }
  return [...grouped]
    .map(([pattern, members]) => groupOf(pattern, members))
    .sort((a, b) => b.bytes - a.bytes || (a.pattern < b.pattern ? -1 : 1));
};
