/**
 * Names of indices with the date in them, filled in from the message's own instant: a message that is sent again goes
 * to the same index, also after midnight.
 */

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** C's, in UTC. */
const STRFTIME: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => pad(date.getUTCFullYear(), 4),
  y: (date) => pad(date.getUTCFullYear() % 100),
  m: (date) => pad(date.getUTCMonth() + 1),
  d: (date) => pad(date.getUTCDate()),
  H: (date) => pad(date.getUTCHours()),
  j: (date) => pad(dayOfYear(date), 3),
};

const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;

/** Java's, as far as names of indices have them. */
const PATTERN: Readonly<Record<string, string>> = {
  ...{ yyyy: 'Y', uuuu: 'Y', yy: 'y', uu: 'y' },
  ...{ MM: 'm', dd: 'd', HH: 'H', DDD: 'j' },
};

const DATE_MATH = /\{now(?:\/[yMdhH])?(?:\{([^{}]*)\})?\}/g;
const USUAL_PATTERN = 'yyyy.MM.dd';

const byPattern = (pattern: string, date: Date): string =>
  pattern.replace(/[a-zA-Z]+/g, (letters) => {
    const name = PATTERN[letters];
    if (name === undefined) throw new UnknownPart(letters);
    return STRFTIME[name](date);
  });

class UnknownPart extends Error {
  constructor(part: string) {
    super(
      `"${part}" is not known in the name of an index. Known are %Y %y %m %d %H %j, and {now/d{yyyy.MM.dd}} in angle brackets.`
    );
  }
}

const withoutDateMath = (name: string, date: Date): string => {
  const inside = /^<(.*)>$/.exec(name)?.[1];
  const filled = (inside ?? name).replace(DATE_MATH, (_whole, pattern?: string) =>
    byPattern(pattern ?? USUAL_PATTERN, date)
  );
  const rest = /\{[^}]*\}?/.exec(filled)?.[0];
  if (rest !== undefined) throw new UnknownPart(rest);
  return filled;
};

const withoutStrftime = (name: string, date: Date): string =>
  name.replace(/%(.?)/g, (part, letter: string) => {
    const fill = STRFTIME[letter];
    if (!fill) throw new UnknownPart(part);
    return fill(date);
  });

/** https://docs.opensearch.org/latest/api-reference/index-apis/create-index/#index-naming-restrictions */
const FORBIDDEN = /[A-Z\s:"*+/\\|?#><,]/;

/** Undefined where it may be written to. */
const refusal = (name: string): string | undefined => {
  if (name === '') return 'The name of the index is empty.';
  if (name.startsWith('.')) {
    return `"${name}" begins with a dot: such indices belong to the cluster and to plugins, and are not written to.`;
  }
  if (/^[-_]/.test(name)) return 'The name of an index begins with neither - nor _.';
  const [bad] = FORBIDDEN.exec(name) ?? [];
  if (bad !== undefined) {
    return `The name of an index has no capitals, no blanks, no wildcards and none of : " + / \\ | # > < and comma ("${bad}").`;
  }
  return name.length > 255 ? 'The name of an index has at most 255 characters.' : undefined;
};

export type IndexName = { name: string } | { problem: string };

/** @param at epoch milliseconds */
export const indexNameAt = (written: string, at: number): IndexName => {
  const date = new Date(at);
  try {
    const name = withoutStrftime(withoutDateMath(written.trim(), date), date);
    const problem = refusal(name);
    return problem === undefined ? { name } : { problem };
  } catch (error) {
    if (error instanceof UnknownPart) return { problem: error.message };
    throw error;
  }
};
