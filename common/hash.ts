/** FNV-1a, 32 bits, over UTF-16 code units. Stable for ever: partitions and phases depend on it. */
export const hash32 = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV leaves the low bits of similar texts alike; one round of murmur's finaliser spreads them.
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
};

/** Fixed by the stored formats (design 5). */
export const PARTITION_COUNT = 64;

/** The partition that a monitor, and all that it sends, belongs to. */
export const partitionOf = (monitorId: string): number => hash32(monitorId) % PARTITION_COUNT;
