import { WatchkeeperError } from '../../common/errors';
import type { Finding } from '../../common/findings/finding';
import type { Cluster } from '../cluster/types';
import { withDocuments } from './related_documents';

const finding = (index: string, ...ids: string[]): Finding => ({
  ...{ id: `m.${index}`, monitor_id: 'm', monitor_name: 'M', index, related_doc_ids: ids },
  ...{ queries: [], timestamp: 1, at: 1, rev: 1 },
});

/** Answers `_mget` of each index. */
const clusterWith = (answers: Record<string, object | Error>) => {
  const asked: string[] = [];
  const cluster: Cluster = {
    request: async <T>({ path }: { path: string }) => {
      const index = decodeURIComponent(path.split('/')[1]);
      asked.push(index);
      const answer = answers[index];
      if (answer instanceof Error) throw answer;
      return { status: 200, body: { docs: answer } as T };
    },
    text: () => Promise.reject(new Error('not asked')),
  };
  return { cluster, asked };
};

const kinds = async (cluster: Cluster, ...findings: Finding[]) =>
  (await withDocuments(cluster, findings)).map(({ documents }) => documents);

describe('withDocuments', () => {
  it('shows what is there, and tells what is gone', async () => {
    const docs = [
      { _id: '1', found: true, _source: { a: 1 } },
      { _id: '2', found: false },
    ];
    const { cluster } = clusterWith({ logs: docs });
    expect(await kinds(cluster, finding('logs', '1'), finding('logs', '2'))).toEqual([
      [{ id: '1', kind: 'found', source: { a: 1 } }],
      [{ id: '2', kind: 'gone' }],
    ]);
  });

  it('asks each index once', async () => {
    const { cluster, asked } = clusterWith({ a: [], b: [] });
    await kinds(cluster, finding('a', '1'), finding('b', '2'), finding('a', '3'));
    expect(asked).toEqual(['a', 'b']);
  });

  it('withholds what the caller may not read, and shows the rest', async () => {
    const { cluster } = clusterWith({
      secret: new WatchkeeperError('forbidden', 'jane lacks indices:data/read/mget on secret.'),
      logs: [{ _id: '1', found: true, _source: {} }],
    });
    expect(await kinds(cluster, finding('secret', '9'), finding('logs', '1'))).toEqual([
      [{ id: '9', kind: 'forbidden', reason: expect.stringContaining('jane lacks') }],
      [{ id: '1', kind: 'found', source: {} }],
    ]);
  });

  it('does so as well where the refusal stands beside the document', async () => {
    const error = {
      type: 'security_exception',
      reason: 'no permissions for [indices:data/read/mget[shard]] and User [name=jane, roles=[]]',
    };
    const { cluster } = clusterWith({ secret: [{ _id: '9', error }] });
    const [[document] = []] = await kinds(cluster, finding('secret', '9'));
    expect(document).toMatchObject({ kind: 'forbidden', reason: expect.stringContaining('jane') });
  });

  it('takes a document of an index that was deleted for gone', async () => {
    const error = { type: 'index_not_found_exception', reason: 'no such index [old]' };
    const { cluster } = clusterWith({ old: [{ _id: '1', error }] });
    expect(await kinds(cluster, finding('old', '1'))).toEqual([[{ id: '1', kind: 'gone' }]]);
  });
});
