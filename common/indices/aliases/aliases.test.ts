import { aliasRows, isWriteAlias, writeIndexOf } from './alias_rows';
import { aliasRequest, checkAlias, planAlias } from './plan_alias';

describe('the aliases of a cluster', () => {
  const rows = aliasRows(
    {
      'app-2': { aliases: { app: { is_write_index: true }, all: {} } },
      'app-1': { aliases: { app: { is_write_index: false, filter: { term: { a: 1 } } } } },
      '.ds-logs-1': { aliases: { all: { is_hidden: false } } },
      other: { aliases: {} },
      lone: { aliases: { one: { index_routing: '1', search_routing: '1,2' } } },
    },
    { data_streams: [{ name: 'logs', indices: [{ index_name: '.ds-logs-1' }] }] }
  );
  const named = (name: string) => rows.find((row) => row.name === name);

  it('stand by their names, with what they are on each index', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(['all', 'app', 'one']);
    expect(named('app')).toEqual({
      ...{ name: 'app', write_index: 'app-2', is_hidden: false, data_streams: [] },
      members: [
        { index: 'app-1', is_write_index: false, filter: { term: { a: 1 } } },
        { index: 'app-2', is_write_index: true },
      ],
    });
    expect(named('all')?.data_streams).toEqual(['logs']);
    expect(named('one')?.members).toEqual([
      { index: 'lone', index_routing: '1', search_routing: '1,2' },
    ]);
  });

  it('are written to where one says so, or where there is only one that does not deny it', () => {
    expect(named('all')).not.toHaveProperty('write_index');
    expect(named('one')?.write_index).toBe('lone');
    expect(writeIndexOf([{ index: 'a', is_write_index: false }])).toBeUndefined();
    expect(isWriteAlias(named('app')?.members ?? [])).toBe(true);
    expect(isWriteAlias(named('one')?.members ?? [])).toBe(false);
  });
});

describe('a change of an alias', () => {
  const before = [
    { index: 'a', is_write_index: true },
    { index: 'b', filter: { term: { x: 1 } } },
    { index: 'c' },
  ];

  it('touches only what changes, in one request', () => {
    const after = [
      { index: 'b', filter: { term: { x: 1 } } },
      { index: 'c', is_write_index: true },
      { index: 'd' },
    ];
    const steps = planAlias(before, after);
    expect(steps.map(({ kind, index }) => `${kind} ${index}`)).toEqual([
      'remove a',
      'change c',
      'add d',
    ]);
    expect(aliasRequest('x', steps)).toEqual({
      actions: [
        { remove: { index: 'a', alias: 'x' } },
        { add: { index: 'c', alias: 'x', is_write_index: true } },
        { add: { index: 'd', alias: 'x' } },
      ],
    });
    expect(planAlias(before, [...before].reverse())).toEqual([]);
  });

  it('is refused where the cluster would refuse it', () => {
    const known = new Set(['a', 'b']);
    const faults = (name: string, members: Parameters<typeof checkAlias>[1]) =>
      checkAlias(name, members, known).map(({ field, message }) => `${field}: ${message}`);
    expect(faults('x', [{ index: 'a' }])).toEqual([]);
    expect(faults('X.y', [{ index: 'a' }])).toEqual([]);
    expect(faults('b', [{ index: 'a' }])).toEqual(['name: An index is called b already.']);
    expect(faults('-x', [{ index: 'a' }])).toHaveLength(1);
    expect(faults('x y', [{ index: 'a' }])).toEqual(['name: A name has no “blank” in it.']);
    expect(faults('x', [])).toEqual(['members: Name at least one index.']);
    expect(faults('x', [{ index: 'z' }])).toEqual(['members: There is no index z.']);
    expect(faults('x', [{ index: 'a' }, { index: 'a' }])).toEqual([
      'members: a stands there twice.',
    ]);
    const written = { is_write_index: true };
    expect(
      faults('x', [
        { index: 'a', ...written },
        { index: 'b', ...written },
      ])
    ).toEqual(['members: Only one index can be written to, not both a and b.']);
    expect(faults('x', [{ index: 'a', is_hidden: true }, { index: 'b' }])).toHaveLength(1);
  });
});
