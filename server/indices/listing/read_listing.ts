import { WatchkeeperError } from '../../../common/errors';
import { buildRows } from '../../../common/indices/rows/build_rows';
import type {
  AliasesByIndex,
  CatIndex,
  DataStreams,
  HiddenSettings,
} from '../../../common/indices/rows/build_rows';
import type { IndexListing } from '../../../common/indices/rows/index_row';
import type { Cluster, ClusterRequest } from '../../cluster/types';

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

interface Part<T> {
  body?: T;
  gap?: string;
}

/** What the rows can do without. A cluster that does not know the call has nothing to tell by it. */
const readPart = async <T>(
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

/**
 * All indices that the caller may see.
 *
 * @throws WatchkeeperError where `_cat/indices` itself is refused; what else is refused becomes a gap
 */
export const readListing = async (asCaller: Cluster, at: number): Promise<IndexListing> => {
  const [cat, aliases, streams, hidden] = await Promise.all([
    asCaller.request<CatIndex[]>(catRequest(), { timeoutMs: PATIENCE_MS }),
    readPart<AliasesByIndex>(asCaller, 'Aliases', {
      method: 'GET',
      path: '/*/_alias',
      query: { expand_wildcards: 'all' },
    }),
    readPart<DataStreams>(asCaller, 'Data streams', { method: 'GET', path: '/_data_stream/*' }),
    readPart<HiddenSettings>(asCaller, 'Which indices are hidden', {
      method: 'GET',
      path: '/*/_settings/index.hidden',
      query: { expand_wildcards: 'all', flat_settings: true },
    }),
  ]);
  return {
    at,
    rows: buildRows({
      cat: cat.body,
      aliases: aliases.body,
      data_streams: streams.body,
      hidden: hidden.body,
    }),
    gaps: [aliases, streams, hidden].flatMap(({ gap }) => gap ?? []),
  };
};
