import { buildRows, writeAliasOf } from './build_rows';
import type { CatIndex } from './build_rows';

const cat = (index: string, change: Partial<CatIndex> = {}): CatIndex => ({
  index,
  ...{ uuid: `u-${index}`, health: 'green', status: 'open', pri: '3', rep: '1' },
  ...{ 'docs.count': '12', 'docs.deleted': '2', 'store.size': '2048', 'pri.store.size': '1024' },
  'creation.date': '1790000000000',
  ...change,
});

describe('the rows of indices', () => {
  it('hold numbers where the cluster writes texts, and stand by name', () => {
    const [first, second] = buildRows({ cat: [cat('b'), cat('a')] });
    expect([first.name, second.name]).toEqual(['a', 'b']);
    expect(first).toEqual({
      ...{ name: 'a', uuid: 'u-a', health: 'green', status: 'open', primaries: 3, replicas: 1 },
      ...{ docs: 12, deleted: 2, bytes: 2048, primary_bytes: 1024, created_at: 1790000000000 },
      ...{ hidden: false, aliases: [] },
    });
  });

  it('lack numbers where an index is closed, or red without a copy to ask', () => {
    const none = { 'docs.count': null, 'docs.deleted': null, 'store.size': null };
    const [closed, red] = buildRows({
      cat: [
        cat('closed', { ...none, 'pri.store.size': null, status: 'close' }),
        cat('red', { ...none, 'pri.store.size': '', health: 'red' }),
      ],
    });
    expect(closed).toMatchObject({ status: 'close', health: 'green' });
    expect(red).toMatchObject({ status: 'open', health: 'red' });
    for (const row of [closed, red]) {
      expect(row).not.toHaveProperty('docs');
      expect(row).not.toHaveProperty('bytes');
      expect(row).not.toHaveProperty('primary_bytes');
    }
  });

  it('say unknown where the cluster names no health', () => {
    expect(buildRows({ cat: [cat('a', { health: null })] })[0].health).toBe('unknown');
  });

  it('know their data stream', () => {
    const rows = buildRows({
      cat: [cat('.ds-logs-000001'), cat('other')],
      resolved: { indices: [{ name: '.ds-logs-000001', data_stream: 'logs' }] },
    });
    expect(rows.map((row) => row.data_stream)).toEqual(['logs', undefined]);
  });

  it('are hidden by a dot, or by a setting', () => {
    const rows = buildRows({
      cat: [cat('.tasks'), cat('secretly'), cat('seen')],
      resolved: {
        indices: [
          { name: 'secretly', attributes: ['open', 'hidden'] },
          { name: 'seen', attributes: ['open'] },
        ],
      },
    });
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, true, false]);
  });

  it('know the alias that is written through them, and those that only read', () => {
    const [row, former] = buildRows({
      cat: [cat('app-000002'), cat('app-000001')].reverse(),
      aliases: {
        'app-000001': { aliases: { app: { is_write_index: false } } },
        'app-000002': { aliases: { all: {}, app: { is_write_index: true } } },
      },
    }).reverse();
    expect(row.aliases).toEqual([{ name: 'all' }, { name: 'app', is_write_index: true }]);
    expect(writeAliasOf(row)).toBe('app');
    expect(writeAliasOf(former)).toBeUndefined();
  });
});
