import { checkComponentTemplate, checkIndexTemplate } from './check_template';
import { fromLegacy, isOfTheSystem, templateRow } from './read_template';
import { settingIn, withSetting } from './usual_settings';
import { freePriority, rankFault, rivalsOf, templatesForName } from './which_template';

const row = (name: string, patterns: string[], priority: number) =>
  templateRow(name, 'composable', { index_patterns: patterns, priority });
const legacy = (name: string, patterns: string[], order: number) =>
  templateRow(name, 'legacy', { index_patterns: patterns, order });

describe('which template an index is made by', () => {
  const rows = [
    row('all', ['*'], 0),
    row('logs', ['logs-*', 'log'], 100),
    row('app', ['logs-app-*'], 200),
    legacy('old', ['logs-*', 'orders'], 2),
    legacy('older', ['o*'], 1),
  ];

  it('is the one with the highest priority of those that match, and no other', () => {
    const { winner, passed_over: others, merged } = templatesForName(rows, 'logs-app-1');
    expect(winner?.name).toBe('app');
    expect(others.map(({ name }) => name)).toEqual(['logs', 'all', 'old']);
    expect(merged).toEqual([]);
  });

  it('takes a pattern without an asterisk for that name alone', () => {
    expect(templatesForName(rows, 'log').winner?.name).toBe('logs');
    expect(templatesForName(rows, 'logs').winner?.name).toBe('all');
  });

  it('are all legacy ones together, the highest order last, where none of today matches', () => {
    const { winner, merged } = templatesForName(rows.slice(1), 'orders');
    expect(winner).toBeUndefined();
    expect(merged.map(({ name }) => name)).toEqual(['older', 'old']);
  });
});

describe('templates whose patterns overlap', () => {
  const rows = [row('logs', ['logs-*'], 100), row('app', ['*-app'], 101), row('b', ['b*'], 100)];

  it('are refused with the same priority, with a way out', () => {
    const fault = rankFault(row('new', ['logs-x*'], 100), rows);
    expect(fault).toContain('“logs-x*” overlaps with “logs-*” of the template logs');
    // 101 is taken by another one only where that overlaps too.
    expect(fault).toContain('such as 102');
    expect(freePriority(row('new', ['logs-x'], 100), rows)).toBe(101);
  });

  it('stand beside each other with different ones, and a template does not rival itself', () => {
    expect(rankFault(row('new', ['logs-x*'], 99), rows)).toBeUndefined();
    expect(rivalsOf(row('new', ['logs-x*'], 99), rows).map((rival) => rival.row.name)).toEqual([
      'logs',
      'app',
    ]);
    expect(rankFault(row('logs', ['logs-*'], 100), rows)).toBeUndefined();
  });

  it('count no priority as 0', () => {
    expect(templateRow('x', 'composable', { index_patterns: 'a*' })).toMatchObject({
      ...{ priority: 0, index_patterns: ['a*'] },
    });
  });
});

describe('an index template', () => {
  const good = {
    ...{ index_patterns: ['logs-*'], priority: 5, version: 1, composed_of: ['a', 'b'] },
    ...{ data_stream: {}, template: { settings: {}, mappings: {} }, _meta: { x: 1 } },
  };

  it('is taken with members that nobody knows', () => {
    expect(checkIndexTemplate({ ...good, from_tomorrow: [1] })).toEqual([]);
  });

  it.each([
    [{ index_patterns: [] }, 'body.index_patterns'],
    [{ index_patterns: ['Logs-*'] }, 'body.index_patterns'],
    [{ index_patterns: ['_logs'] }, 'body.index_patterns'],
    [{ index_patterns: ['logs *'] }, 'body.index_patterns'],
    [{ priority: -1 }, 'body.priority'],
    [{ priority: 'high' }, 'body.priority'],
    [{ version: 1.5 }, 'body.version'],
    [{ composed_of: ['a', 'a'] }, 'body.composed_of'],
    [{ composed_of: 'a' }, 'body.composed_of'],
    [{ data_stream: true }, 'body.data_stream'],
    [{ template: { settings: [] } }, 'body.template.settings'],
  ])('is refused at its place: %j', (change, field) => {
    expect(checkIndexTemplate({ ...good, ...change }).map((problem) => problem.field)).toEqual([
      field,
    ]);
  });

  it('is made of a legacy one with all that this says', () => {
    const old = {
      ...{ order: 3, index_patterns: ['a*'], version: 2, own: true },
      ...{ settings: { index: { codec: 'best_compression' } }, mappings: {}, aliases: { x: {} } },
    };
    expect(fromLegacy(old)).toEqual({
      ...{ own: true, index_patterns: ['a*'], priority: 3, version: 2 },
      template: { settings: { index: { codec: 'best_compression' } }, aliases: { x: {} } },
    });
  });

  it('is of the system where all its indices begin with a dot', () => {
    expect(isOfTheSystem(row('a', ['.a*', '.b'], 0))).toBe(true);
    expect(isOfTheSystem(row('a', ['.a*', 'b'], 0))).toBe(false);
  });
});

it('a component template needs something that it brings', () => {
  expect(checkComponentTemplate({}).map(({ field }) => field)).toEqual(['body.template']);
  expect(checkComponentTemplate({ template: {} })).toEqual([]);
});

describe('a usual setting', () => {
  it.each([
    { index: { number_of_shards: '2' } },
    { index: { number_of_shards: 2 }, x: 1 },
    { 'index.number_of_shards': 2 },
    { number_of_shards: 2 },
  ])('is read and changed however it is written: %j', (settings) => {
    expect(settingIn(settings, 'number_of_shards')).toBe('2');
    const changed = withSetting(settings, 'number_of_shards', '3');
    expect(settingIn(changed, 'number_of_shards')).toBe('3');
    expect(JSON.stringify(changed).replace(/"?3"?/, '2')).toBe(
      JSON.stringify(settings).replace(/"2"/, '2')
    );
  });

  it('is put within index where it is new, and goes with what is empty then', () => {
    const alias = 'plugins.index_state_management.rollover_alias';
    const set = withSetting({ index: { codec: 'default' } }, alias, 'logs');
    expect(set).toEqual({
      index: {
        ...{ codec: 'default' },
        plugins: { index_state_management: { rollover_alias: 'logs' } },
      },
    });
    expect(withSetting(set, alias, '')).toEqual({ index: { codec: 'default' } });
    expect(withSetting({ index: { number_of_shards: 1 } }, 'number_of_shards', '')).toEqual({});
    expect(
      settingIn({ index: { 'plugins.index_state_management.rollover_alias': 'a' } }, alias)
    ).toBe('a');
  });

  it('is written once where it stood twice', () => {
    const twice = { number_of_shards: 1, index: { number_of_shards: 2 } };
    expect(withSetting(twice, 'number_of_shards', '3')).toEqual({
      index: { number_of_shards: '3' },
    });
  });
});
