/** Names and patterns as one part of a path. */
export const indexPath = (indices: readonly string[]): string =>
  indices.map(encodeURIComponent).join(',');

/** An index that is gone, or not there yet, is one without documents. */
export const WHERE_PRESENT = { ignore_unavailable: true, allow_no_indices: true };

/** Somebody waits for the answer while typing. */
export const PATIENCE_MS = 10_000;
