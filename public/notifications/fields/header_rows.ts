import { i18n } from '@osd/i18n';
import type { FieldProblem } from '../../../common/errors';

/** A header in the form. The value of a stored one is never known here: it is kept or replaced. */
export type HeaderRow =
  | { kind: 'stored'; id: number; name: string }
  | { kind: 'replaced'; id: number; name: string; value: string }
  | { kind: 'new'; id: number; name: string; value: string };

export const storedRows = (names: readonly string[], present: boolean): HeaderRow[] =>
  names.map((name, id) =>
    present ? { kind: 'stored', id, name } : { kind: 'new', id, name, value: '' }
  );

export const addRow = (rows: readonly HeaderRow[]): HeaderRow[] => [
  ...rows,
  { kind: 'new', id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, name: '', value: '' },
];

export const replaceRow = (rows: readonly HeaderRow[], row: HeaderRow): HeaderRow[] =>
  rows.map((other) => (other.id === row.id ? row : other));

export const removeRow = (rows: readonly HeaderRow[], id: number): HeaderRow[] =>
  rows.filter((row) => row.id !== id);

const isBlank = (row: HeaderRow): boolean =>
  row.kind === 'new' && row.name.trim() === '' && row.value === '';

/** The rows as a request wants them; null keeps the stored value. Rows that were left blank do not count. */
export const toHeaders = (rows: readonly HeaderRow[]): Record<string, string | null> =>
  Object.fromEntries(
    rows
      .filter((row) => !isBlank(row))
      .map((row) => [row.name.trim(), row.kind === 'stored' ? null : row.value])
  );

/** The same for a destination that is not stored yet, where there is nothing to keep. */
export const toNewHeaders = (rows: readonly HeaderRow[]): Record<string, string> =>
  Object.fromEntries(Object.entries(toHeaders(rows)).map(([name, value]) => [name, value ?? '']));

/** Whether each stored value is kept, and nothing is added or removed. */
export const areAsStored = (rows: readonly HeaderRow[], stored: readonly string[]): boolean => {
  const counted = rows.filter((row) => !isBlank(row));
  return counted.length === stored.length && counted.every(({ kind }) => kind === 'stored');
};

/** Whether the author says what the body is; JSON otherwise. */
export const hasContentType = (rows: readonly HeaderRow[]): boolean =>
  rows.some(({ name }) => name.trim().toLowerCase() === 'content-type');

/** The path of a row's problems in the request. */
export const headerField = (row: HeaderRow): string => `secrets.headers.${row.name.trim()}`;

const nameProblem = (row: HeaderRow, rows: readonly HeaderRow[]): string | undefined => {
  const name = row.name.trim().toLowerCase();
  if (name === '') {
    return i18n.translate('watchkeeper.destinations.headers.nameRequiredError', {
      defaultMessage: 'A header needs a name.',
    });
  }
  const first = rows.find((other) => other.name.trim().toLowerCase() === name);
  if (first === row) return undefined;
  return i18n.translate('watchkeeper.destinations.headers.twiceError', {
    defaultMessage: 'There are two headers of this name.',
  });
};

const valueProblem = (row: HeaderRow): string | undefined =>
  row.kind !== 'stored' && row.value === ''
    ? i18n.translate('watchkeeper.destinations.headers.valueRequiredError', {
        defaultMessage: 'A header needs a value.',
      })
    : undefined;

/** A request holds headers by name, so that doubles and missing names and values must be seen before. */
export const headerProblems = (rows: readonly HeaderRow[]): FieldProblem[] => {
  const counted = rows.filter((row) => !isBlank(row));
  return counted.flatMap((row) =>
    [nameProblem(row, counted), valueProblem(row)]
      .filter((message): message is string => message !== undefined)
      .map((message) => ({ field: headerField(row), message }))
  );
};
