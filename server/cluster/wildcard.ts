/** Characters with a meaning in a wildcard. */
const literal = (text: string): string => text.replace(/[\\*?]/g, (char) => `\\${char}`);

/** Finds a text within a keyword field, whatever its case. */
export const contains = (field: string, text: string): object => ({
  wildcard: { [field]: { value: `*${literal(text)}*`, case_insensitive: true } },
});
