import { indexFamilies, patternOf, suggestedFamilies } from './families';

const names = (...indices: string[]) => ({ indices, aliases: [], data_streams: [] });

describe('the pattern that an index belongs to', () => {
  it.each([
    ['logstash-logs-app-2026.11.21', 'logstash-logs-app-*'],
    ['logs-2026-11-21', 'logs-*'],
    ['logs_20261121', 'logs_*'],
    ['logs-2026.11', 'logs-*'],
    ['logs-2026.11.21.08', 'logs-*'],
    ['logs-2026.w47', 'logs-*'],
    ['filebeat-7.10.2-2026.11.21-000001', 'filebeat-7.10.2-*'],
    ['logs-2026.11.21-prod', 'logs-*-prod'],
    ['2026.11.21-logs', '*-logs'],
    ['orders-000017', 'orders-*'],
  ])('of %s is %s', (index, pattern) => {
    expect(patternOf(index)).toBe(pattern);
  });

  it.each(['orders', '2026.11.21', 'build-20269999', 'part-1234567', 'host-10.0.0.1'])(
    'is not made up for %s',
    (index) => {
      expect(patternOf(index)).toBeUndefined();
    }
  );
});

describe('families of indices', () => {
  it('take indices together that differ by their date, and leave hidden ones out', () => {
    const found = indexFamilies(
      names('logs-app-2026.11.20', '.kibana_1', 'orders', 'logs-app-2026.11.21', 'logs-db-2026.11')
    );
    expect(found).toEqual([
      { pattern: 'logs-app-*', count: 2, newest: 'logs-app-2026.11.21' },
      { pattern: 'logs-db-*', count: 1, newest: 'logs-db-2026.11' },
      { pattern: 'orders', count: 1, newest: 'orders' },
    ]);
  });

  it('have aliases and data streams by their names', () => {
    const found = indexFamilies({ indices: [], aliases: ['all-logs'], data_streams: ['metrics'] });
    expect(found.map(({ pattern }) => pattern)).toEqual(['all-logs', 'metrics']);
  });

  it('suggest logs first, and of those the ones that are still written', () => {
    const found = suggestedFamilies(
      indexFamilies(names('orders', 'app-logs-2024.01.01', 'web-logs-2026.11.21', 'carts-2026.11'))
    );
    expect(found.map(({ pattern }) => pattern)).toEqual([
      'web-logs-*',
      'app-logs-*',
      'carts-*',
      'orders',
    ]);
  });
});
