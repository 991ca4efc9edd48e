import type { Cluster, ClusterRequest } from '../cluster/types';
import { readFields } from './fields';
import { readValues } from './values';

const can = { searchable: true, aggregatable: true };

/** Answers field capabilities, and every search with the same buckets. */
const clusterWith = (fields: object, buckets: object[] = []) => {
  const asked: ClusterRequest[] = [];
  const cluster: Cluster = {
    request: async <T>(request: ClusterRequest) => {
      asked.push(request);
      const isFields = request.path.endsWith('/_field_caps');
      const body = isFields
        ? { fields }
        : { timed_out: false, aggregations: { values: { buckets } } };
      return { status: 200, body: body as T };
    },
    text: () => Promise.reject(new Error('not asked')),
  };
  return { cluster, asked };
};

describe('the fields of indices', () => {
  it('are those with values, by name, with what holds in every index', async () => {
    const { cluster, asked } = clusterWith({
      level: { keyword: can },
      code: { long: can, keyword: { searchable: true, aggregatable: false } },
      host: { object: can },
      _id: { _id: can },
      _own: { text: { searchable: true, aggregatable: false } },
    });
    expect(await readFields(cluster, ['a-*', 'b/c'])).toEqual({
      fields: [
        { name: '_own', type: 'text', searchable: true, aggregatable: false },
        {
          name: 'code',
          type: 'conflict',
          types: ['long', 'keyword'],
          searchable: true,
          aggregatable: false,
        },
        { name: 'level', type: 'keyword', ...can },
      ],
      left_out: 0,
    });
    expect(asked[0].path).toBe('/a-*,b%2Fc/_field_caps');
  });
});

describe('the values of a field', () => {
  const question = { indices: ['a'], field: 'level', query: '' };

  it('are narrowed down by the cluster, whatever is typed and in whatever case', async () => {
    const { cluster, asked } = clusterWith({ level: { keyword: can } }, [
      { key: 'Er.1', doc_count: 3 },
    ]);
    const { values } = await readValues(cluster, { ...question, query: 'eR.' });
    expect(values).toEqual([{ value: 'Er.1', count: 3 }]);
    expect(asked[1].body).toMatchObject({
      query: { regexp: { level: { value: '[eE][rR]\\..*' } } },
    });
  });

  it('are numbers and truth values as such, looked through here', async () => {
    const numbers = clusterWith({ level: { long: can } }, [
      { key: 500, doc_count: 2 },
      { key: 42, doc_count: 1 },
      { key: 2 ** 60, doc_count: 1 },
    ]);
    expect(await readValues(numbers.cluster, { ...question, query: '5' })).toEqual({
      values: [{ value: 500, count: 2 }],
      partial: false,
    });
    const { cluster } = clusterWith({ level: { boolean: can } }, [
      { key: 1, key_as_string: 'true', doc_count: 2 },
      { key: 0, key_as_string: 'false', doc_count: 1 },
    ]);
    const { values } = await readValues(cluster, question);
    expect(values.map(({ value }) => value)).toEqual([true, false]);
  });

  it('are refused where there are none to list', async () => {
    const problem = { code: 'invalid_input' };
    await expect(readValues(clusterWith({}).cluster, question)).rejects.toMatchObject(problem);
    const text = { level: { text: { searchable: true, aggregatable: false } } };
    await expect(readValues(clusterWith(text).cluster, question)).rejects.toMatchObject(problem);
  });
});
