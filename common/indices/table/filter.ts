import { parseByteSize } from '../../lifecycle/units/byte_size';
import { parseTimeValue } from '../../lifecycle/units/time_value';
import type { IndexRow } from '../rows/index_row';
import { familyOf } from './family_groups';
import { nameTest } from './wildcard';

/** Instead of the name of a policy, a data stream: any at all, or none. */
export const ANY = '*';
export const NONE = '-';

/** What the table is narrowed to; an empty text narrows nothing. */
export interface IndexFilter {
  /** Of the name, an alias or the data stream; see `nameTest`. */
  text: string;
  health: string;
  status: string;
  /** The name of one, `ANY`, or `NONE`. */
  data_stream: string;
  /** As `familyOf` names it. */
  family: string;
  /** The name of one, `ANY` for what is managed, `NONE` for what is not. */
  policy: string;
  state: string;
  /** Only those whose policy has failed, or is tried again. */
  failed: boolean;
  /** Texts of people, such as `10gb`, `1000` and `7d`; what cannot be read narrows nothing. Both ends belong to it. */
  bytes_from: string;
  bytes_to: string;
  docs_from: string;
  docs_to: string;
  age_from: string;
  age_to: string;
  /** Show those that are hidden, too. */
  hidden: boolean;
}

export const RANGES = ['bytes', 'docs', 'age'] as const;
export type RangeOf = (typeof RANGES)[number];

const parseCount = (text: string): number | undefined =>
  /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;

const PARSERS: Readonly<Record<RangeOf, (text: string) => number | undefined>> = {
  // Without a unit, bytes.
  bytes: (text) => parseByteSize(text) ?? parseCount(text),
  docs: parseCount,
  // Without a unit, days.
  age: (text) => parseTimeValue(text) ?? parseTimeValue(`${text.trim()}d`),
};

/** What one end of a range says; undefined where it cannot be read. An empty one is no end. */
export const readEnd = (of: RangeOf, text: string): number | undefined => PARSERS[of](text);

export const isUnreadable = (of: RangeOf, text: string): boolean =>
  text.trim() !== '' && readEnd(of, text) === undefined;

/** What stands behind a data stream that one sees is hidden from patterns, not from people. */
const isShown = ({ hidden, data_stream: stream }: IndexRow): boolean =>
  !hidden || (stream !== undefined && !stream.startsWith('.'));

const isWanted = (value: string | undefined, wanted: string): boolean => {
  if (wanted === '') return true;
  if (wanted === ANY) return value !== undefined;
  return wanted === NONE ? value === undefined : value === wanted;
};

const valueIn = (row: IndexRow, of: RangeOf, now: number): number | undefined => {
  if (of === 'age') return now - row.created_at;
  return of === 'docs' ? row.docs : row.bytes;
};

type RowTest = (row: IndexRow) => boolean;

/** What has no value is in no range. */
const rangeTests = (filter: IndexFilter, now: number): RowTest[] =>
  RANGES.flatMap((of): RowTest[] => {
    const from = readEnd(of, filter[`${of}_from`]);
    const to = readEnd(of, filter[`${of}_to`]);
    if (from === undefined && to === undefined) return [];
    return [
      (row) => {
        const value = valueIn(row, of, now);
        return value !== undefined && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
      },
    ];
  });

const lifecycleTests = ({ policy, state, failed }: IndexFilter): RowTest[] => [
  ...(policy === '' ? [] : [({ lifecycle }: IndexRow) => isWanted(lifecycle?.policy_id, policy)]),
  ...(state === '' ? [] : [({ lifecycle }: IndexRow) => lifecycle?.state === state]),
  ...(failed ? [({ lifecycle }: IndexRow) => lifecycle?.failed === true] : []),
];

/** The rows that a filter lets through, in their order. @param now ages count up to it */
export const filterRows = (
  rows: readonly IndexRow[],
  filter: IndexFilter,
  now: number
): IndexRow[] => {
  const isNamed = nameTest(filter.text);
  const { hidden, health, status, data_stream: stream, family } = filter;
  const tests = [...lifecycleTests(filter), ...rangeTests(filter, now)];
  return rows.filter(
    (row) =>
      (hidden || isShown(row)) &&
      (health === '' || row.health === health) &&
      (status === '' || row.status === status) &&
      isWanted(row.data_stream, stream) &&
      (family === '' || familyOf(row) === family) &&
      tests.every((test) => test(row)) &&
      (isNamed(row.name) ||
        row.aliases.some(({ name }) => isNamed(name)) ||
        (row.data_stream !== undefined && isNamed(row.data_stream)))
  );
};
