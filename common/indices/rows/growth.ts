import { dayOf } from '../families';
import { familyOf } from '../table/family_groups';
import type { Growth, IndexRow } from './index_row';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Over less than this, what is written in a burst would look like a flood. */
const SHORTEST = HOUR;

/** For how long an index was written: from when, to when. */
type Span = [from: number, to: number];

/** A daily index is written on its day; any other from when it was made until the next of its family was. */
const spanOf = (row: IndexRow, next: IndexRow | undefined, now: number): Span => {
  const day = dayOf(row.name);
  const from = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
  if (!Number.isNaN(from)) return [from, Math.min(from + DAY, now)];
  return [row.created_at, next ? next.created_at : now];
};

const growthOf = (row: IndexRow, [from, to]: Span): Growth | undefined => {
  const { primary_bytes: bytes, docs } = row;
  const days = (to - from) / DAY;
  if (bytes === undefined || docs === undefined || to - from < SHORTEST) return undefined;
  return { bytes: bytes / days, docs: docs / days };
};

/**
 * The rows with what each grew by in a day, while it was written: bytes of primaries, and documents. An index that is
 * closed, or was written for less than an hour, has none.
 */
export const withGrowth = (rows: readonly IndexRow[], now: number): IndexRow[] => {
  const families = new Map<string, IndexRow[]>();
  for (const row of rows) {
    const family = familyOf(row) ?? row.name;
    const members = families.get(family);
    if (members) members.push(row);
    else families.set(family, [row]);
  }
  const grown = new Map<string, Growth>();
  for (const members of families.values()) {
    const inOrder = [...members].sort((a, b) => a.created_at - b.created_at);
    inOrder.forEach((row, place) => {
      const growth = growthOf(row, spanOf(row, inOrder[place + 1], now));
      if (growth) grown.set(row.name, growth);
    });
  }
  return rows.map((row) => {
    const growth = grown.get(row.name);
    return growth ? { ...row, growth } : row;
  });
};
