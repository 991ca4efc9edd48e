import { WatchkeeperError } from '../../../common/errors';
import { buildRows } from '../../../common/indices/rows/build_rows';
import type {
  AliasesByIndex,
  CatIndex,
  ResolvedIndices,
} from '../../../common/indices/rows/build_rows';
import type { IndexListing } from '../../../common/indices/rows/index_row';
import { withLifecycle } from '../../../common/indices/rows/lifecycle';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import type { By, ManagedAnswer, ManagedReader } from '../types';

/** Ten thousand indices take the cluster some seconds. */
const PATIENCE_MS = 60_000;

const COLUMNS =
  'index,uuid,health,status,pri,rep,docs.count,docs.deleted,store.size,pri.store.size,creation.date';

/** `_cat/indices` of all indices, or of one. */
export const catRequest = (index?: string): ClusterRequest => ({
  method: 'GET',
  path: `/_cat/indices${index === undefined ? '' : `/${encodeURIComponent(index)}`}`,
  query: { format: 'json', bytes: 'b', expand_wildcards: 'all', h: COLUMNS },
});

export interface Part<T> {
  body?: T;
  gap?: string;
}

/** What the rows can do without. A cluster that does not know the call has nothing to tell by it. */
export const readPart = async <T>(
  asCaller: Cluster,
  what: string,
  request: ClusterRequest
): Promise<Part<T>> => {
  try {
    const { status, body } = await asCaller.request<T>(request, {
      ignore: [400, 404, 405],
      timeoutMs: PATIENCE_MS,
    });
    return status === 200 ? { body } : {};
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    return { gap: `${what} could not be read: ${error.message}` };
  }
};

const CUT =
  'Index State Management tells of the first 10,000 managed indices only: the policies of further ones are not shown.';

/** The engine asks an index of its own, page by page, and may not answer at all: the table does not wait for that. */
const POLICIES_PATIENCE_MS = 10_000;

const SLOW: Part<ManagedAnswer> = {
  gap: 'Which policies manage the indices is not shown: Index State Management has not answered in 10 seconds.',
};

const inTime = async (reading: Promise<Part<ManagedAnswer>>): Promise<Part<ManagedAnswer>> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Part<ManagedAnswer>>((resolve) => {
    timer = setTimeout(() => resolve(SLOW), POLICIES_PATIENCE_MS);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** What manages the indices, where the cluster has something that does. */
const readManaged = async (managed: ManagedReader, by: By): Promise<Part<ManagedAnswer>> => {
  try {
    const body = await managed(by);
    return body ? { body, ...(body.cut ? { gap: CUT } : {}) } : {};
  } catch (error) {
    if (!(error instanceof WatchkeeperError) || error.code === 'internal') throw error;
    return { gap: `Which policies manage the indices could not be read: ${error.message}` };
  }
};

/**
 * All indices that the caller may see, in three requests beside what tells of policies.
 *
 * @throws WatchkeeperError where `_cat/indices` itself is refused; what else is refused becomes a gap
 */
export const readListing = async (
  by: By,
  managed: ManagedReader,
  at: number
): Promise<IndexListing> => {
  const { cluster } = by;
  const [cat, aliases, resolved, policies] = await Promise.all([
    cluster.request<CatIndex[]>(catRequest(), { timeoutMs: PATIENCE_MS }),
    readPart<AliasesByIndex>(cluster, 'Aliases', {
      method: 'GET',
      path: '/*/_alias',
      query: { expand_wildcards: 'all' },
    }),
    readPart<ResolvedIndices>(cluster, 'Data streams, and which indices are hidden,', {
      method: 'GET',
      path: '/_resolve/index/*',
      query: { expand_wildcards: 'all' },
    }),
    inTime(readManaged(managed, by)),
  ]);
  const rows = buildRows({ cat: cat.body, aliases: aliases.body, resolved: resolved.body });
  return {
    at,
    rows: policies.body ? withLifecycle(rows, policies.body.indices) : rows,
    has_lifecycle: policies.body !== undefined,
    gaps: [aliases, resolved, policies].flatMap(({ gap }) => gap ?? []),
  };
};
