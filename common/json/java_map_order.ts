const FEWEST_BUCKETS = 16;
const LOAD = 0.75;

/** `String.hashCode` of Java. */
const javaHash = (text: string): number => {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
};

const bucketCount = (size: number): number => {
  let count = FEWEST_BUCKETS;
  while (size > count * LOAD) count *= 2;
  return count;
};

/**
 * The order in which Java's `HashMap` goes through its keys. The cluster keeps every map of JSON in one, so that a loop
 * over keys, and a printed map, come in this order and not in that of the document.
 *
 * @param names in the order in which they were put into the map
 */
export const inJavaMapOrder = (names: readonly string[]): string[] => {
  if (names.length < 2) return [...names];
  const mask = bucketCount(names.length) - 1;
  const spread = (hash: number): number => (hash ^ (hash >>> 16)) & mask;
  // The sort is stable: within a bucket the order of insertion stays.
  return names
    .map((name) => ({ name, bucket: spread(javaHash(name)) }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ name }) => name);
};
