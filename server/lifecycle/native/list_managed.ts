import { isRecord } from '../../../common/json/record';
import { readExplainAnswer, totalOf } from '../../../common/lifecycle/native/read_explain';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { Cluster } from '../../cluster/types';
import { ISM_TIMEOUT } from './dialect';
import type { Dialect } from './dialect';

/** At once: with security each of a page costs the server a question of its own. */
const PAGE = 100;

/** What a search of the cluster can page through. */
const MOST_PAGED = 10_000;

export interface ManagedFound {
  indices: ManagedIndex[];
  /** There are more than the engine can list. */
  cut: boolean;
}

/** How many indices an answer is about, whether a policy manages them or not. */
const countIn = (body: unknown): number =>
  isRecord(body) ? Object.values(body).filter(isRecord).length : 0;

/**
 * Every managed index that the caller may see, page by page. Those that the caller may not see leave a page short, and
 * are left out of its total as well: so the total counts only beside what that page has brought.
 */
export const listManaged = async (cluster: Cluster, dialect: Dialect): Promise<ManagedFound> => {
  const indices: ManagedIndex[] = [];
  for (let from = 0; from + PAGE <= MOST_PAGED; from += PAGE) {
    const { body } = await cluster.request(
      { method: 'GET', path: `${dialect}/explain`, query: { size: PAGE, from } },
      { timeoutMs: ISM_TIMEOUT }
    );
    indices.push(...readExplainAnswer(body));
    if (totalOf(body) <= from + countIn(body)) return { indices, cut: false };
  }
  return { indices, cut: true };
};
