import { dayOf, patternOf } from '../families';
import type { IndexRow } from '../rows/index_row';

const DAY = 86_400_000;
/** Somebody who let a family rest for years is not helped by a list of all its days. */
const MOST_DAYS = 3660;

/** The data stream of an index, else the pattern of its name; undefined where it stands alone. */
export const familyOf = ({ name, data_stream: stream }: IndexRow): string | undefined =>
  stream ?? patternOf(name);

/** What was written in one day, as `2026-11-21`. */
export interface FamilyDay {
  day: string;
  bytes: number;
  docs: number;
}

/** Indices that belong together, by their names or as a data stream. */
export interface FamilyGroup {
  pattern: string;
  is_data_stream: boolean;
  members: number;
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

const groupOf = (pattern: string, rows: readonly IndexRow[]): FamilyGroup => {
  const members = rows.map((row): Member => ({ row, day: dayOf(row.name) }));
  const { row: newest } = members.reduce((best, one) => (isNewer(one, best) ? one : best));
  const isDataStream = rows.some(({ data_stream: stream }) => stream === pattern);
  const named = members.flatMap(({ day }) => day ?? []);
  const isDaily = !isDataStream && named.length === members.length;
  const days = daysOf(members);
  return {
    ...{ pattern, is_data_stream: isDataStream, members: members.length },
    ...{ bytes: sum(days, 'bytes'), docs: sum(days, 'docs') },
    ...{ newest: newest.name, newest_at: newest.created_at },
    ...{ days, missing: isDaily ? missingDays(named) : [] },
  };
};

/** The families among some rows, the largest first. What stands alone is none, and what begins with a dot is the cluster's. */
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
