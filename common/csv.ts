/** A spreadsheet takes what begins so as a formula, and runs it. Source: OWASP, CSV injection. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

const cellOf = (value: string | number | undefined): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** A line of a CSV file (RFC 4180), with its end. Texts that a spreadsheet would run begin with an apostrophe. */
export const csvLine = (cells: ReadonlyArray<string | number | undefined>): string =>
  `${cells.map(cellOf).join(',')}\r\n`;
