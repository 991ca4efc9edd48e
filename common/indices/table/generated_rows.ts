import type { IndexRow } from '../rows/index_row';

const DAY = 86_400_000;

/** One open index, changed as wanted: for tests. */
export const rowNamed = (name: string, change: Partial<IndexRow> = {}): IndexRow => ({
  ...{ name, uuid: `u-${name}`, health: 'green', status: 'open', primaries: 1, replicas: 1 },
  ...{ created_at: Date.UTC(2026, 0, 1), docs: 10, deleted: 0, bytes: 2000, primary_bytes: 1000 },
  ...{ hidden: name.startsWith('.'), aliases: [] },
  ...change,
});

/** Daily indices of ten teams, as many as wanted: for tests. */
export const manyRows = (count: number): IndexRow[] =>
  Array.from({ length: count }, (_, index) => {
    const created = Date.UTC(2024, 0, 1) + Math.floor(index / 10) * DAY;
    const day = new Date(created).toISOString().slice(0, 10).replace(/-/g, '.');
    return rowNamed(`logs-team${index % 10}-${day}`, {
      created_at: created,
      health: index % 100 === 0 ? 'yellow' : 'green',
      bytes: (index * 7919) % 100_003,
      docs: index,
    });
  });
