import type { ImportResult, ImportRow } from '../../../common/import/api';

/** So many are saved by one request: none of them takes longer than a proxy waits. */
const BATCH = 50;

/** Destinations first, composite monitors last: what a document refers to is there when it comes. */
const rankOf = ({ kind, monitor_type: type }: ImportRow): number =>
  kind === 'destination' ? 0 : type === 'composite_monitor' ? 2 : 1;

/** The rows in the order in which they are to be saved, in parts. */
export const batchesOf = (rows: readonly ImportRow[]): ImportRow[][] => {
  const sorted = [...rows].sort((a, b) => rankOf(a) - rankOf(b));
  return Array.from({ length: Math.ceil(sorted.length / BATCH) }, (_none, i) =>
    sorted.slice(i * BATCH, (i + 1) * BATCH)
  );
};

/** One part after the other. What was saved before an error stays saved, and is told of. */
export const inBatches = async (
  rows: readonly ImportRow[],
  save: (batch: ImportRow[]) => Promise<ImportResult[]>,
  onProgress: (done: number) => void
): Promise<{ results: ImportResult[]; error?: unknown }> => {
  const results: ImportResult[] = [];
  for (const batch of batchesOf(rows)) {
    try {
      results.push(...(await save(batch)));
    } catch (error) {
      return { results, error };
    }
    onProgress(results.length);
  }
  return { results };
};
