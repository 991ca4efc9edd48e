/** Patterns of names: only the asterisk has a meaning, and stands for any text. A minus before it leaves names out. */

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const matcherOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's');

export const isExclusion = (pattern: string): boolean => pattern.startsWith('-');

/** Whether one pattern, without a minus, matches a name. */
export const matches = (pattern: string, name: string): boolean => matcherOf(pattern).test(name);

/** Whether a template with these patterns takes in a name. */
export const takesIn = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => !isExclusion(pattern) && matches(pattern, name)) &&
  !patterns.some((pattern) => isExclusion(pattern) && matches(pattern.slice(1), name));

/**
 * Whether there is a name that both patterns match. Two pointers into the patterns; an asterisk is passed over, or eats
 * what the other one stands for.
 */
export const overlap = (a: string, b: string): boolean => {
  const seen = new Set<number>();
  const meet = (i: number, j: number): boolean => {
    const key = i * (b.length + 1) + j;
    if (seen.has(key)) return false;
    seen.add(key);
    if (i === a.length && j === b.length) return true;
    if (a[i] === '*' && (meet(i + 1, j) || (j < b.length && meet(i, j + 1)))) return true;
    if (b[j] === '*' && (meet(i, j + 1) || (i < a.length && meet(i + 1, j)))) return true;
    return i < a.length && a[i] === b[j] && meet(i + 1, j + 1);
  };
  return meet(0, 0);
};

/** The pairs of patterns of two templates that overlap. As on the server, exclusions do not count. */
export const overlaps = (
  one: readonly string[],
  other: readonly string[]
): Array<[string, string]> =>
  one
    .filter((pattern) => !isExclusion(pattern))
    .flatMap((a) =>
      other
        .filter((pattern) => !isExclusion(pattern) && overlap(a, pattern))
        .map((b): [string, string] => [a, b])
    );
