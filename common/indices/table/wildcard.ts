/**
 * Whether a name matches, as the cluster takes `*`; without regular expressions, so in linear time.
 *
 * @param pattern with at least one `*`
 */
export const matchesPattern = (name: string, pattern: string): boolean => {
  const parts = pattern.split('*');
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
};

/**
 * What was typed into a search as a test of names. Several words are alternatives; a word with `*` is a pattern for the
 * whole name, any other a part of it.
 */
export const nameTest = (text: string): ((name: string) => boolean) => {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (name) => {
    const lower = name.toLowerCase();
    return words.some((word) =>
      word.includes('*') ? matchesPattern(lower, word) : lower.includes(word)
    );
  };
};
