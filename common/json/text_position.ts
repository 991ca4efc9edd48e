/** A place in a text; both count from 1. A column counts UTF-16 units, as editors do. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Line and column of an offset; a line ends with `\n`, `\r\n` or `\r`. An offset behind the end is the end. */
export const textPosition = (text: string, offset: number): TextPosition => {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    const next = match.index + match[0].length;
    if (next > end) break;
    line += 1;
    start = next;
  }
  return { line, column: end - start + 1 };
};

/** The offset of a line and column, as `textPosition` counts them. */
export const offsetOf = (text: string, { line, column }: TextPosition): number => {
  let start = 0;
  let passed = 1;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    if (passed === line) break;
    passed += 1;
    start = match.index + match[0].length;
  }
  return Math.min(start + column - 1, text.length);
};
