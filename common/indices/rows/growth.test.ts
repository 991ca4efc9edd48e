import { rowNamed } from '../table/generated_rows';
import { withGrowth } from './growth';
import type { IndexRow } from './index_row';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 12);

const grown = (rows: IndexRow[]) =>
  Object.fromEntries(withGrowth(rows, NOW).map(({ name, growth }) => [name, growth]));

describe('the growth of an index', () => {
  it('is what was written on its day, and of today what comes of it in a whole day', () => {
    const rows = ['2026.11.20', '2026.11.21'].map((day) =>
      rowNamed(`logs-${day}`, { primary_bytes: 1200, docs: 60, created_at: NOW })
    );
    expect(grown(rows)).toEqual({
      'logs-2026.11.20': { bytes: 1200, docs: 60 },
      'logs-2026.11.21': { bytes: 2400, docs: 120 },
    });
  });

  it('counts until the next of its family was made', () => {
    const at = (hours: number) => ({
      created_at: NOW - hours * HOUR,
      primary_bytes: 100,
      docs: 10,
    });
    const rows = [rowNamed('app-000002', at(48)), rowNamed('app-000001', at(60))];
    expect(grown(rows)).toEqual({
      'app-000001': { bytes: 200, docs: 20 },
      'app-000002': { bytes: 50, docs: 5 },
    });
  });

  it('is not known of what is closed, young or dated in the future', () => {
    const rows = [
      rowNamed('closed', { docs: undefined, primary_bytes: undefined }),
      rowNamed('young', { created_at: NOW - HOUR / 2 }),
      rowNamed('logs-2026.11.22'),
    ];
    expect(Object.values(grown(rows))).toEqual([undefined, undefined, undefined]);
  });
});
