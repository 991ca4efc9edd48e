const MOST_BYTES = 255;
const FORBIDDEN = /[\\/*?"<>|,#:\s]/;

const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../g, '_').length;

/**
 * Why the cluster would take no new index of this name, as a sentence; undefined where it would. The rules are those of
 * OpenSearch and Elasticsearch.
 */
export const wrongWithName = (name: string): string | undefined => {
  if (name === '') return 'Name the new index.';
  if (name === '.' || name === '..') return 'A name cannot be only dots.';
  if (/^[-_+]/.test(name)) return 'A name cannot begin with -, _ or +.';
  if (name !== name.toLowerCase()) return `Names are in lower case: ${name.toLowerCase()}`;
  const [character] = FORBIDDEN.exec(name) ?? [];
  if (character !== undefined) {
    return /\s/.test(character)
      ? 'A name has no blanks.'
      : `A name cannot have the character ${character}`;
  }
  return bytesOf(name) > MOST_BYTES ? `A name has at most ${MOST_BYTES} bytes.` : undefined;
};
