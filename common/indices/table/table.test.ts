import type { IndexRow } from '../rows/index_row';
import { ANY, NONE, filterRows, isUnreadable } from './filter';
import type { IndexFilter } from './filter';
import { manyRows, rowNamed } from './generated_rows';
import { rowWindow } from './row_window';
import { csvOf } from './csv';
import { INDEX_COLUMNS, sortRows, totalsOf, usualColumns } from './sort';
import { nameTest } from './wildcard';

const ALL: IndexFilter = {
  ...{ text: '', health: '', status: '', data_stream: '', family: '', hidden: false },
  ...{ policy: '', state: '', failed: false },
  ...{ bytes_from: '', bytes_to: '', docs_from: '', docs_to: '', age_from: '', age_to: '' },
};
const NOW = Date.UTC(2026, 0, 11);
const MANY = manyRows(10_000);

const names = (filter: Partial<IndexFilter>, rows = SOME) =>
  filterRows(rows, { ...ALL, ...filter }, NOW).map(({ name }) => name);

const SOME = [
  rowNamed('logs-app-2026.11.20', { health: 'yellow' }),
  rowNamed('logs-app-2026.11.21', { status: 'close', aliases: [{ name: 'current' }] }),
  rowNamed('.tasks'),
  rowNamed('.ds-traces-000001', { data_stream: 'traces' }),
  rowNamed('.ds-.own-000001', { data_stream: '.own' }),
];

describe('what is typed to find an index', () => {
  it.each([
    ['app', 'logs-app-1', true],
    ['APP', 'logs-app-1', true],
    ['app*', 'logs-app-1', false],
    ['logs-*', 'logs-app-1', true],
    ['*-1', 'logs-app-1', true],
    ['*-1', 'logs-app-12', false],
    ['logs-*-1', 'logs-app-1', true],
    ['logs-*app*-1', 'logs-app-1', true],
    ['a*a', 'a', false],
    ['x, app', 'logs-app-1', true],
    ['x y', 'logs-app-1', false],
    ['logs.app', 'logs-app-1', false],
    ['  ', 'anything', true],
  ])('%s: %s is %s', (text, name, isFound) => {
    expect(nameTest(text)(name)).toBe(isFound);
  });

  it('takes no longer for many stars', () => {
    expect(nameTest(`${'a*'.repeat(60)}b`)('a'.repeat(5000))).toBe(false);
  });
});

describe('the filter of indices', () => {
  it('leaves out what is hidden, but not what stands behind a data stream', () => {
    expect(names({})).toEqual(['logs-app-2026.11.20', 'logs-app-2026.11.21', '.ds-traces-000001']);
    expect(names({ hidden: true })).toHaveLength(5);
  });

  it('finds by name, alias and data stream', () => {
    expect(names({ text: '*2026.11.20' })).toEqual(['logs-app-2026.11.20']);
    expect(names({ text: 'curr' })).toEqual(['logs-app-2026.11.21']);
    expect(names({ text: 'traces' })).toEqual(['.ds-traces-000001']);
  });

  it('narrows to health, status, data stream and family', () => {
    expect(names({ health: 'yellow' })).toEqual(['logs-app-2026.11.20']);
    expect(names({ status: 'close' })).toEqual(['logs-app-2026.11.21']);
    expect(names({ data_stream: '*' })).toEqual(['.ds-traces-000001']);
    expect(names({ data_stream: 'other' })).toEqual([]);
    expect(names({ family: 'logs-app-*' })).toHaveLength(2);
    expect(names({ family: 'logs-*' })).toEqual([]);
  });

  it('narrows to what a policy manages, to one of them, to a state and to failures', () => {
    const managed = { policy_id: 'keep', state: 'hot', failed: false, completed: false };
    const rows = [
      rowNamed('a', { lifecycle: managed }),
      rowNamed('b', { lifecycle: { ...managed, policy_id: 'drop', state: 'warm', failed: true } }),
      rowNamed('c'),
    ];
    expect(names({ policy: ANY }, rows)).toEqual(['a', 'b']);
    expect(names({ policy: NONE }, rows)).toEqual(['c']);
    expect(names({ policy: 'drop' }, rows)).toEqual(['b']);
    expect(names({ state: 'hot' }, rows)).toEqual(['a']);
    expect(names({ failed: true }, rows)).toEqual(['b']);
    expect(names({ data_stream: NONE })).toHaveLength(2);
  });

  it('narrows to sizes, documents and ages, with both ends in it', () => {
    const rows = [
      rowNamed('small', { bytes: 1024, docs: 10, created_at: NOW - 86_400_000 }),
      rowNamed('large', { bytes: 1024 ** 3, docs: 99, created_at: NOW - 30 * 86_400_000 }),
      rowNamed('closed', { bytes: undefined, docs: undefined, created_at: NOW }),
    ];
    expect(names({ bytes_from: '1kb', bytes_to: '1kb' }, rows)).toEqual(['small']);
    expect(names({ bytes_from: '1025' }, rows)).toEqual(['large']);
    expect(names({ docs_to: '50' }, rows)).toEqual(['small']);
    expect(names({ age_from: '1d', age_to: '29' }, rows)).toEqual(['small']);
    expect(names({ age_to: '12h' }, rows)).toEqual(['closed']);
    expect(names({ bytes_from: 'large' }, rows)).toHaveLength(3);
    expect(isUnreadable('bytes', 'large')).toBe(true);
    expect(isUnreadable('age', '7')).toBe(false);
  });

  it('finds one team among ten thousand', () => {
    expect(names({ text: 'logs-team3-*' }, MANY)).toHaveLength(1000);
    expect(names({ health: 'yellow', text: 'team0' }, MANY)).toHaveLength(100);
  });
});

describe('the order of indices', () => {
  it.each(INDEX_COLUMNS)(
    'by %s is the same wherever the rows stood before, and loses none',
    (column) => {
      const some = MANY.slice(0, 200);
      const names = (rows: readonly IndexRow[]) =>
        sortRows(rows, column, 'asc').map(({ name }) => name);
      expect(names([...some].reverse())).toEqual(names(some));
      expect(new Set(names(some)).size).toBe(200);
    }
  );

  it('of ten thousand is by the number', () => {
    const sizes = sortRows(MANY, 'bytes', 'desc').map(({ bytes = 0 }) => bytes);
    expect(sizes.every((size, at) => at === 0 || sizes[at - 1] >= size)).toBe(true);
    expect(sizes).toHaveLength(10_000);
  });

  it('is by number where it is a number, by severity where it is the health', () => {
    const rows = [rowNamed('a', { bytes: 900 }), rowNamed('b', { bytes: 1000, health: 'red' })];
    expect(sortRows(rows, 'bytes', 'desc')[0].name).toBe('b');
    expect(sortRows(rows, 'health', 'desc')[0].name).toBe('b');
  });

  it('has what is not known last either way', () => {
    const rows = [rowNamed('a', { docs: undefined }), rowNamed('b'), rowNamed('c', { docs: 99 })];
    const by = (order: 'asc' | 'desc') => sortRows(rows, 'docs', order).map(({ name }) => name);
    expect(by('asc')).toEqual(['b', 'c', 'a']);
    expect(by('desc')).toEqual(['c', 'b', 'a']);
  });

  it('adds up what is shown', () => {
    const rows = [rowNamed('a'), rowNamed('b', { docs: undefined, bytes: undefined, replicas: 0 })];
    expect(totalsOf(rows)).toEqual({
      ...{ count: 2, docs: 10, bytes: 2000, primary_bytes: 2000, shards: 3 },
    });
  });
});

describe('the columns of whoever has chosen none', () => {
  it('are those that tell something', () => {
    const plain = usualColumns([rowNamed('a')], false);
    expect(plain).not.toContain('policy');
    expect(plain).not.toContain('status');
    expect(usualColumns([rowNamed('a', { status: 'close' })], false)).toContain('status');
    expect(plain).not.toContain('write_alias');
    const lifecycle = { policy_id: 'keep', failed: true, completed: false };
    const told = usualColumns([rowNamed('a', { lifecycle })], true);
    expect(told).toEqual(expect.arrayContaining(['policy', 'state', 'problem']));
    expect(usualColumns([rowNamed('a')], true)).not.toContain('problem');
  });
});

describe('the table as a file', () => {
  it('has a line for each row, and nothing that a spreadsheet would run', () => {
    const lifecycle = { policy_id: ' =1+1', failed: true, completed: false, message: 'say "no"' };
    const rows = [rowNamed('a', { lifecycle }), rowNamed('b', { docs: undefined })];
    expect(csvOf(rows, ['name', 'docs', 'policy', 'problem', 'age'], NOW)).toBe(
      'name,docs,policy,problem,age\r\na,10,\' =1+1,"say ""no""",864000\r\nb,,,,864000\r\n'
    );
  });
});

describe('the window of rows', () => {
  it('never draws more than what is in sight and a little beside it', () => {
    for (const top of [0, 5000, 399_000, 1_000_000]) {
      const { first, end, before, after } = rowWindow(10_000, 40, top, 600);
      expect(end - first).toBeLessThan(60);
      expect(before + (end - first) * 40 + after).toBe(400_000);
    }
  });

  it('has the rows that are scrolled to', () => {
    const { first, end } = rowWindow(10_000, 40, 40 * 500, 600);
    expect(first).toBeLessThanOrEqual(500);
    expect(end).toBeGreaterThan(515);
    expect(rowWindow(10_000, 40, 400_000, 600).end).toBe(10_000);
  });

  it('is all of a short table, also where a longer one was scrolled', () => {
    expect(rowWindow(3, 40, 20_000, 600)).toEqual({ first: 0, end: 3, before: 0, after: 0 });
    expect(rowWindow(0, 40, 0, 600)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
  });
});
