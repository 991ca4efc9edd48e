import { newDraft, readDraft } from './draft';

describe('the form of a task, read', () => {
  it('says where a query is no JSON, and that one which is no object is none', () => {
    const copy = newDraft('reindex', ['logs']);
    const at = (query: string) => readDraft({ ...copy, query }).problems;
    expect(at('{\n  "term": {')).toEqual([
      expect.objectContaining({ field: 'query', line: 2, column: expect.any(Number) }),
    ]);
    expect(at('[1]')).toEqual([{ field: 'query', message: 'A query is a JSON object.' }]);
    expect(readDraft({ ...copy, query: '{"match_all": {}}' }).spec).toMatchObject({
      ...{ kind: 'reindex', target: 'logs-reindexed' },
      query: { match_all: {} },
    });
  });

  it('takes an empty number for none where it may be missing, and says so where it may not', () => {
    const shrink = newDraft('shrink', ['.ds-logs-000001']);
    expect(readDraft(shrink).spec).toEqual({
      ...{ kind: 'shrink', source: '.ds-logs-000001', target: 'ds-logs-000001-shrunk', shards: 1 },
    });
    const { problems } = readDraft({ ...shrink, shards: '', replicas: '1.5' });
    expect(problems.map(({ field }) => field).sort()).toEqual(['replicas', 'shards']);
  });
});
