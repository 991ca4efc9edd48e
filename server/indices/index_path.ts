/** Names and patterns as one part of a path. */
export const indexPath = (indices: readonly string[]): string =>
  indices.map(encodeURIComponent).join(',');

/** An index that is gone, or not there yet, is one without documents. */
export const WHERE_PRESENT = { ignore_unavailable: true, allow_no_indices: true };

/** Somebody waits for the answer while typing. */
export const PATIENCE_MS = 10_000;

/** A request's first line has at most 4096 bytes. */
const MOST_BYTES = 3000;

/** Names in groups that fit into the path of one request. */
export const inGroups = (names: readonly string[]): string[][] => {
  const groups: string[][] = [];
  let room = 0;
  for (const name of names) {
    const bytes = encodeURIComponent(name).length + 1;
    if (bytes > room) {
      groups.push([]);
      room = MOST_BYTES;
    }
    groups[groups.length - 1].push(name);
    room -= bytes;
  }
  return groups;
};
