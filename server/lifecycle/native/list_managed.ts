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

/** Pages at once: the engine asks its own index for each, and others want it too. */
const AT_ONCE = 4;

interface PageRead {
  from: number;
  indices: ManagedIndex[];
  total: number;
  count: number;
}

/** Whether nothing comes after it. A total counts only beside what its own page has brought. */
const isLast = ({ from, total, count }: PageRead): boolean => total <= from + count;

const readPage = async (cluster: Cluster, dialect: Dialect, from: number): Promise<PageRead> => {
  const { body } = await cluster.request(
    { method: 'GET', path: `${dialect}/explain`, query: { size: PAGE, from } },
    { timeoutMs: ISM_TIMEOUT }
  );
  return { from, indices: readExplainAnswer(body), total: totalOf(body), count: countIn(body) };
};

/** The pages that the first one promises; those that the caller may not see may leave more to come. */
const startsAfter = ({ total }: PageRead): number[] => {
  const starts: number[] = [];
  for (let from = PAGE; from < total && from + PAGE <= MOST_PAGED; from += PAGE) starts.push(from);
  return starts;
};

/** A few at once; after one that fails, no more are begun. */
const readPages = async (
  starts: readonly number[],
  read: (from: number) => Promise<PageRead>
): Promise<PageRead[]> => {
  const pages: PageRead[] = [];
  let next = 0;
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    while (next < starts.length && !hasFailed) {
      const place = next++;
      try {
        pages[place] = await read(starts[place]);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return pages;
};

/**
 * Every managed index that the caller may see, page by page and a few pages at once. Those that the caller may not see
 * leave a page short, and are left out of its total as well. One that comes twice, since the pages moved meanwhile,
 * counts once.
 */
export const listManaged = async (cluster: Cluster, dialect: Dialect): Promise<ManagedFound> => {
  const read = (from: number): Promise<PageRead> => readPage(cluster, dialect, from);
  const first = await read(0);
  const pages = isLast(first) ? [first] : [first, ...(await readPages(startsAfter(first), read))];
  let last = pages[pages.length - 1];
  while (!isLast(last) && last.from + 2 * PAGE <= MOST_PAGED) {
    last = await read(last.from + PAGE);
    pages.push(last);
  }
  const found = new Map(pages.flatMap(({ indices }) => indices).map((each) => [each.index, each]));
  return { indices: [...found.values()], cut: !isLast(last) };
};
