// The documents have the form of `.opendistro-ism-managed-index-history-*` of OpenSearch 3.4, as recorded.
import { WatchkeeperError } from '../../../common/errors';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { recordedAnswer } from '../testing/answers';
import { readManagedHistory } from './read_history';

const clusterThat = (answer: () => { status: number; body: unknown }) => {
  const asked: ClusterRequest[] = [];
  const cluster = {
    request: async (request: ClusterRequest) => {
      asked.push(request);
      return answer();
    },
  } as unknown as Cluster;
  return { cluster, asked };
};

const BROKEN = 'B_OXu727QPudZLeHTOKrMQ';

describe('the history of a managed index', () => {
  it('is asked for by its UUID, so many and the newest first', async () => {
    const { cluster, asked } = clusterThat(() => recordedAnswer('history').response);
    const { steps, gaps, cut } = await readManagedHistory(cluster, BROKEN);
    expect(steps).toHaveLength(2);
    expect(gaps).toEqual([]);
    expect(cut).toBe(false);
    expect(asked[0]).toMatchObject({
      path: '/.opendistro-ism-managed-index-history-*/_search',
      body: {
        size: 500,
        query: { bool: { filter: [{ term: { 'managed_index_meta_data.index_uuid': BROKEN } }] } },
      },
    });
  });

  it('is a sentence where none is kept, and where it may not be read', async () => {
    const none = clusterThat(() => ({ status: 200, body: { _shards: { total: 0 }, hits: {} } }));
    expect(await readManagedHistory(none.cluster, BROKEN)).toMatchObject({
      steps: [],
      gaps: [expect.stringContaining('keeps no history here')],
    });
    const refused = clusterThat(() => {
      throw new WatchkeeperError('forbidden', 'ivy lacks indices:data/read/search.');
    });
    expect((await readManagedHistory(refused.cluster, BROKEN)).gaps).toEqual([
      'The history of the engine could not be read: ivy lacks indices:data/read/search.',
    ]);
  });
});
