import type { ManagedHistory } from '../../../common/lifecycle/api';
import { readHistory } from '../../../common/lifecycle/history/read_history';
import type { Cluster } from '../../cluster/types';
import { Gaps } from '../readings';

const HISTORY = '/.opendistro-ism-managed-index-history-*/_search';
const UUID = 'managed_index_meta_data.index_uuid';
const WHEN = 'managed_index_meta_data.history_timestamp';

/** A page shows no more; an index that goes through ten states notes some fifty. */
const MOST = 500;

interface Answer {
  _shards?: { total?: number };
  hits?: { total?: { value?: number }; hits?: Array<{ _source?: unknown }> };
}

const NONE_KEPT =
  'Index State Management keeps no history here that you may read: it may be switched off (plugins.index_state_management.history.enabled), be gone by its age, or be closed to your user.';

/**
 * What the engine noted of an index, by the caller's own permission. Where it may not be read, or nothing is kept, a
 * sentence says so.
 */
export const readManagedHistory = async (
  cluster: Cluster,
  uuid: string
): Promise<ManagedHistory> => {
  const gaps = new Gaps();
  const answer = await gaps.around('The history of the engine', () =>
    cluster.request<Answer>(
      {
        ...{ method: 'POST', path: HISTORY },
        query: { ignore_unavailable: true, allow_no_indices: true, expand_wildcards: 'all' },
        body: {
          ...{ size: MOST, track_total_hits: MOST + 1 },
          query: { bool: { filter: [{ term: { [UUID]: uuid } }] } },
          sort: [{ [WHEN]: { order: 'desc', unmapped_type: 'date' } }],
        },
      },
      { ignore: [404] }
    )
  );
  if (!answer) return { steps: [], cut: false, gaps: gaps.sentences };
  const { _shards: shards, hits } = answer.body;
  const documents = (hits?.hits ?? []).map(({ _source: source }) => source);
  if (answer.status === 404 || (shards?.total ?? 0) === 0) gaps.sentences.push(NONE_KEPT);
  return {
    steps: readHistory(documents, uuid),
    cut: (hits?.total?.value ?? 0) > MOST,
    gaps: gaps.sentences,
  };
};
