import { useCallback, useEffect, useRef, useState } from 'react';

export type Pairs = Readonly<Record<string, string>>;

export interface PairRow {
  id: number;
  name: string;
  value: string;
}

const rowsOf = (pairs: Pairs | undefined): PairRow[] =>
  Object.entries(pairs ?? {}).map(([name, value], id) => ({ id, name, value }));

const isBlank = ({ name, value }: PairRow): boolean => name.trim() === '' && value === '';

/** What the rows say; `undefined` where they say nothing. Rows that were left blank do not count. */
export const pairsOf = (rows: readonly PairRow[]): Record<string, string> | undefined => {
  const counted = rows.filter((row) => !isBlank(row));
  if (counted.length === 0) return undefined;
  return Object.fromEntries(counted.map(({ name, value }) => [name.trim(), value]));
};

/** Names that more than one row has: a record holds the last only. */
export const repeatedNames = (rows: readonly PairRow[]): string[] => {
  const names = rows.filter((row) => !isBlank(row)).map(({ name }) => name.trim());
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
};

export interface PairState {
  rows: PairRow[];
  change: (id: number, changes: Partial<Omit<PairRow, 'id'>>) => void;
  add: () => void;
  remove: (id: number) => void;
}

/**
 * The rows of a record that is being written. They are kept apart from it, since a row whose name is not written yet, or
 * is another's, has no place there. Another record from outside begins them anew.
 */
export const usePairState = (
  pairs: Pairs | undefined,
  onChange: (pairs: Record<string, string> | undefined) => void
): PairState => {
  const [rows, setRows] = useState(() => rowsOf(pairs));
  const text = JSON.stringify(pairs ?? {});
  const told = useRef(text);

  useEffect(() => {
    if (told.current === text) return;
    told.current = text;
    setRows(rowsOf(JSON.parse(text) as Pairs));
  }, [text]);

  const put = useCallback(
    (next: PairRow[]) => {
      setRows(next);
      const said = pairsOf(next);
      const saidText = JSON.stringify(said ?? {});
      if (saidText === told.current) return;
      told.current = saidText;
      onChange(said);
    },
    [onChange]
  );
  return {
    rows,
    change: (id, changes) => put(rows.map((row) => (row.id === id ? { ...row, ...changes } : row))),
    add: () =>
      put([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, name: '', value: '' }]),
    remove: (id) => put(rows.filter((row) => row.id !== id)),
  };
};
