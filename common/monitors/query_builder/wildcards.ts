/** Patterns of `wildcard` queries: `*` is any text, `?` any character, a backslash takes that away. */

/** A text as a pattern that matches just it. */
export const literally = (text: string): string => text.replace(/[\\*?]/g, '\\$&');

/** The text that a pattern matches; undefined where it matches several, or is no whole pattern. */
export const textOf = (pattern: string): string | undefined => {
  let text = '';
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === '*' || pattern[i] === '?') return undefined;
    if (pattern[i] === '\\') i += 1;
    // A backslash at the end belongs to what was cut off behind it.
    if (i === pattern.length) return undefined;
    text += pattern[i];
  }
  return text;
};
