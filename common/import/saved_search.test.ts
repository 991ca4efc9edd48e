import { readQuery } from '../monitors/query_builder/read_query';
import { readSavedSearch } from './saved_search';
import type { SavedSearch } from './saved_search';

/** As Dashboards saves it. */
const search = (source: object, changes: Partial<SavedSearch> = {}): SavedSearch => ({
  title: 'Errors of the shop',
  searchSource: JSON.stringify({
    ...source,
    indexRefName: 'kibanaSavedObjectMeta.searchSourceJSON.index',
  }),
  columns: ['_source'],
  indexPattern: { title: 'logs-shop-*,logs-pay-*', timeFieldName: 'at' },
  ...changes,
});

const filter = (meta: object, more: object = {}) => ({
  $state: { store: 'appState' },
  meta: { alias: null, disabled: false, negate: false, ...meta },
  ...more,
});

const visualOf = (given: SavedSearch) => {
  const read = readQuery(readSavedSearch(given).query);
  if (read.kind !== 'visual') throw new Error(read.reason);
  return read.query;
};

describe('a saved search as a monitor asks it', () => {
  it('has its name, indices and time field, and looks at what came since the last run', () => {
    const given = search({}, { columns: ['message', '_source'] });
    expect(readSavedSearch(given)).toMatchObject({
      name: 'Errors of the shop',
      indices: ['logs-shop-*', 'logs-pay-*'],
      columns: ['message'],
      notes: [],
    });
    expect(visualOf(given)).toMatchObject({
      timeField: 'at',
      lookBack: { kind: 'since_last_run' },
      documents: 5,
    });
  });

  it.each([
    ['kuery', 'dql', 'level: ERROR and not service: "a b"'],
    ['lucene', 'lucene', 'level:ERROR NOT service:a'],
  ])('keeps a line of %s', (language, ours, text) => {
    const { line, filters } = visualOf(search({ query: { query: text, language } }));
    expect(line).toEqual({ language: ours, text });
    expect(filters).toEqual([]);
  });

  it('has the filters as the builder shows them', () => {
    const given = search({
      query: { query: '', language: 'kuery' },
      filter: [
        filter(
          { type: 'phrase', key: 'level', params: { query: 'ERROR' } },
          { query: { match_phrase: { level: 'ERROR' } } }
        ),
        filter({ type: 'phrases', key: 'host', negate: true, params: ['a', 'b'] }),
        filter({ type: 'range', key: 'took', params: { gte: 5, lt: 10 } }),
        filter({ type: 'exists', key: 'user' }, { exists: { field: 'user' } }),
      ],
    });
    expect(readSavedSearch(given).notes).toEqual([]);
    expect(visualOf(given).filters).toEqual([
      { field: 'level', test: { kind: 'phrase', value: 'ERROR' } },
      { field: 'host', not: true, test: { kind: 'one_of', values: ['a', 'b'] } },
      { field: 'took', test: { kind: 'range', gte: 5, lt: 10 } },
      { field: 'user', test: { kind: 'exists' } },
    ]);
  });

  it('keeps a filter in the DSL that the builder has no word for, and says so', () => {
    const { query, notes } = readSavedSearch(
      search({
        filter: [
          filter(
            { type: 'custom', alias: 'near', key: 'query', negate: true },
            { query: { geo_distance: { distance: '5km' } } }
          ),
        ],
      })
    );
    expect(notes).toEqual([{ kind: 'dsl_filter', name: 'near' }]);
    expect(JSON.parse(query)).toMatchObject({
      query: {
        bool: {
          filter: [
            { range: { at: {} } },
            { bool: { must_not: [{ geo_distance: { distance: '5km' } }] } },
          ],
        },
      },
    });
  });

  it('names what does not come along', () => {
    const { notes } = readSavedSearch(
      search(
        {
          query: { query: 'source = logs', language: 'PPL' },
          filter: [filter({ key: 'level', disabled: true }), 'nonsense', filter({ alias: 'odd' })],
        },
        { indexPattern: undefined }
      )
    );
    expect(notes).toEqual([
      { kind: 'unknown_language', language: 'PPL', text: 'source = logs' },
      { kind: 'disabled_filter', name: 'level' },
      { kind: 'unreadable_filter', name: '' },
      { kind: 'unreadable_filter', name: 'odd' },
      { kind: 'no_index_pattern' },
    ]);
  });

  it('says when it cannot be read, or has no time', () => {
    const timeless = { indexPattern: { title: 'a' }, searchSource: '{' };
    expect(readSavedSearch(search({}, timeless)).notes).toEqual([
      { kind: 'unreadable' },
      { kind: 'no_time_field' },
    ]);
  });
});
