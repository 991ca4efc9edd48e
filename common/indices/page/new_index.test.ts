import { checkNewIndex, indexNameFault } from './new_index';

describe('a new index', () => {
  it.each(['logs-2026.11.22', '.hidden', 'a', 'é'])('may be called %s', (name) => {
    expect(indexNameFault(name)).toBeUndefined();
  });

  it.each([
    ['', /Give it a name/],
    ['Logs', /capitals/],
    ['..', /no name/],
    ['_all', /does not begin/],
    ['-x', /does not begin/],
    ['a,b', /“,”/],
    ['a*', /“\*”/],
    ['a b', /blank/],
    ['é'.repeat(128), /255 bytes/],
  ])('may not be called “%s”', (name, why) => {
    expect(indexNameFault(name)).toMatch(why);
  });

  it('is made of settings, a mapping and aliases, and of nothing else', () => {
    const body = { settings: {}, mappings: [], mapping: {} };
    expect(checkNewIndex('logs', { body }).map(({ field }) => field)).toEqual([
      'body.mappings',
      'body.mapping',
    ]);
    expect(checkNewIndex('logs', { body: { aliases: { all: {} } } })).toEqual([]);
  });
});
