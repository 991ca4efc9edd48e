import type { IndexRow } from '../rows/index_row';
import { familyOf } from './family_groups';
import { nameTest } from './wildcard';

/** What the table is narrowed to; an empty text narrows nothing. */
export interface IndexFilter {
  /** Of the name, an alias or the data stream; see `nameTest`. */
  text: string;
  health: string;
  status: string;
  /** The name of one, `*` for any. */
  data_stream: string;
  /** As `familyOf` names it. */
  family: string;
  /** Show those that are hidden, too. */
  hidden: boolean;
}

/** What stands behind a data stream that one sees is hidden from patterns, not from people. */
const isShown = ({ hidden, data_stream: stream }: IndexRow): boolean =>
  !hidden || (stream !== undefined && !stream.startsWith('.'));

const isOfStream = ({ data_stream: stream }: IndexRow, wanted: string): boolean =>
  wanted === '*' ? stream !== undefined : stream === wanted;

/** The rows that a filter lets through, in their order. */
export const filterRows = (rows: readonly IndexRow[], filter: IndexFilter): IndexRow[] => {
  const isNamed = nameTest(filter.text);
  const { hidden, health, status, data_stream: stream, family } = filter;
  return rows.filter(
    (row) =>
      (hidden || isShown(row)) &&
      (health === '' || row.health === health) &&
      (status === '' || row.status === status) &&
      (stream === '' || isOfStream(row, stream)) &&
      (family === '' || familyOf(row) === family) &&
      (isNamed(row.name) ||
        row.aliases.some(({ name }) => isNamed(name)) ||
        (row.data_stream !== undefined && isNamed(row.data_stream)))
  );
};
