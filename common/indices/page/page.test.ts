import { indexEditSchema } from './edits';
import { mappedFields, newFields, searchFields, typeConflicts } from './mapping';
import {
  changedSince,
  readSettings,
  settingChanges,
  settingKind,
  settingsOfKind,
} from './settings';

describe('the settings of an index', () => {
  it.each([
    ['index.number_of_replicas', 'dynamic'],
    ['index.number_of_shards', 'final'],
    ['index.sort.field', 'final'],
    ['index.analysis.analyzer.mine.type', 'closed'],
    ['index.uuid', 'private'],
    ['index.version.created', 'private'],
    ['index.something.of.a.plugin', 'dynamic'],
  ])('%s is %s', (name, kind) => {
    expect(settingKind(name)).toBe(kind);
  });

  it('are those of a kind, by name', () => {
    const settings = { 'index.uuid': 'u', 'index.refresh_interval': '1s', 'index.priority': '1' };
    expect(Object.keys(settingsOfKind(settings, 'dynamic'))).toEqual([
      'index.priority',
      'index.refresh_interval',
    ]);
  });

  it('are changed by what differs, and put back to the default by what is gone', () => {
    const before = { 'index.a': '1', 'index.b': ['x'], 'index.c': '3' };
    const after = { 'index.a': '2', 'index.b': ['x'], 'index.d': '4' };
    expect(settingChanges(before, after)).toEqual({
      ...{ 'index.a': '2', 'index.c': null, 'index.d': '4' },
    });
  });

  it('were changed meanwhile only where it matters', () => {
    const now = { 'index.a': '2', 'index.b': '9' };
    expect(changedSince(['index.a', 'index.c'], { 'index.a': '1', 'index.b': '1' }, now)).toEqual([
      'index.a',
    ]);
  });

  it('are read flat, with the prefix that people leave out', () => {
    expect(readSettings('{"refresh_interval": "30s", "index.priority": 5}').settings).toEqual({
      ...{ 'index.refresh_interval': '30s', 'index.priority': '5' },
    });
    expect(readSettings('{').problem).toBeDefined();
    expect(readSettings('[]').problem).toContain('one object');
    expect(readSettings('{"index": {"priority": 1}}').problem).toContain('write it flat');
    expect(readSettings('{"number_of_shards": 2}').problem).toContain('cannot be changed');
  });
});

describe('the mapping of an index', () => {
  const mapping = {
    properties: {
      message: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } },
      host: { properties: { name: { type: 'keyword' }, ip: { type: 'ip' } } },
    },
  };

  it('is a list of fields, each after the one that holds it', () => {
    expect(mappedFields(mapping).map(({ path, type, depth }) => [path, type, depth])).toEqual([
      ['message', 'text', 0],
      ['message.keyword', 'keyword', 1],
      ['host', 'object', 0],
      ['host.name', 'keyword', 1],
      ['host.ip', 'ip', 1],
    ]);
    expect(mappedFields(mapping)[1]).toMatchObject({
      ...{ is_multi_field: true, params: { ignore_above: 256 } },
    });
    expect(mappedFields(undefined)).toEqual([]);
  });

  it('is searched by path and type, with what holds the found', () => {
    const found = (text: string) =>
      searchFields(mappedFields(mapping), text).map((one) => one.path);
    expect(found('NAME')).toEqual(['host', 'host.name']);
    expect(found('ip')).toEqual(['host', 'host.ip']);
    expect(found('nothing')).toEqual([]);
    expect(found(' ')).toHaveLength(5);
  });

  it('keeps the types of its fields', () => {
    const added = { properties: { message: { type: 'keyword' }, level: { type: 'keyword' } } };
    expect(typeConflicts(mapping, added)).toEqual([
      { path: 'message', is: 'text', wanted: 'keyword' },
    ]);
    expect(newFields(mapping, added)).toEqual(['level']);
  });
});

describe('an edit of an index', () => {
  it('names a setting of an index, and something to change', () => {
    const edit = { edit: 'settings', seen: {} };
    expect(indexEditSchema.safeParse({ ...edit, changes: {} }).success).toBe(false);
    expect(indexEditSchema.safeParse({ ...edit, changes: { 'cluster.name': 'x' } }).success).toBe(
      false
    );
    expect(
      indexEditSchema.safeParse({ ...edit, changes: { 'index.priority': null } }).success
    ).toBe(true);
  });

  it.each(['', 'Logs', 'a b', '_a', 'a*', 'a,b'])('takes no alias called “%s”', (alias) => {
    const edit = { edit: 'put_alias', alias, body: {}, seen: null };
    expect(indexEditSchema.safeParse(edit).success).toBe(false);
  });
});
