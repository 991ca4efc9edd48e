import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

/** Tells the other instances of a deletion at once: it cannot be polled, and a full pass is minutes away. */
export interface Hint {
  at: number;
  kind: 'deleted';
  monitor_id: string;
}

/** Searches see writes late, and clocks differ: a look back overlaps the last one by so many milliseconds. */
const OVERLAP = 15_000;

export const writeHint = async (cluster: Cluster, hint: Hint): Promise<void> => {
  await cluster.request({
    method: 'POST',
    path: `/${indexFor('hints', hint.at)}/_doc`,
    body: hint,
  });
};

/** Hints since an instant, with overlap: a hint may come twice. */
export const readHints = async (cluster: Cluster, since: number): Promise<Hint[]> => {
  const { body } = await cluster.request<{ hits: { hits: Array<{ _source: Hint }> } }>({
    method: 'POST',
    path: `/${aliasOf('hints')}/_search`,
    body: { size: 10_000, query: { range: { at: { gte: since - OVERLAP } } } },
  });
  return body.hits.hits.map(({ _source }) => _source);
};
