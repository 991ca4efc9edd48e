import { WatchkeeperError, invalidInput } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import type { Cluster } from '../../cluster/types';
import { inGroups, indexPath } from '../index_path';

const PATIENCE_MS = 30_000;
const MOST_NAMED = 3;

/** The data stream of each index that names stand for, where it belongs to one. */
type Found = Map<string, string | undefined>;

const lookUp = async (asCaller: Cluster, names: readonly string[]): Promise<Found> => {
  const { status, body } = await asCaller.request(
    {
      ...{ method: 'GET', path: `/${indexPath(names)}` },
      query: {
        ...{ ignore_unavailable: true, expand_wildcards: 'all' },
        filter_path: '*.data_stream,*.settings.index.uuid',
      },
    },
    { ignore: [404], timeoutMs: PATIENCE_MS }
  );
  const entries = status === 200 && isRecord(body) ? Object.entries(body) : [];
  return new Map(
    entries.map(([index, entry]) => {
      const stream = isRecord(entry) ? entry.data_stream : undefined;
      return [index, typeof stream === 'string' ? stream : undefined];
    })
  );
};

const some = (names: readonly string[]): string =>
  `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ' and others' : ''}`;

const demandNoGroup = (name: string, found: Found): void => {
  if (found.size === 0 || found.has(name)) return;
  const message = `“${name}” is an alias or a data stream, not an index: it would be done to all of its indices. Name those that are meant one by one (${some([...found.keys()])}).`;
  throw invalidInput([{ field: 'indices', message }]);
};

/** What the cluster says of names that are to be indices. */
export interface Sighted {
  found: Found;
  /** Those that the caller may not look at: nobody can say that they are indices. */
  refused: ReadonlyMap<string, WatchkeeperError>;
}

const lookUpOne = async (
  asCaller: Cluster,
  name: string,
  refused: Map<string, WatchkeeperError>
): Promise<Found> => {
  try {
    const found = await lookUp(asCaller, [name]);
    demandNoGroup(name, found);
    return found;
  } catch (error) {
    if (!(error instanceof WatchkeeperError) || error.code !== 'forbidden') throw error;
    refused.set(name, error);
    return new Map();
  }
};

/** Undefined where one of them keeps the others from being looked at. */
const lookUpGroup = async (
  asCaller: Cluster,
  names: readonly string[]
): Promise<Found | undefined> => {
  try {
    return await lookUp(asCaller, names);
  } catch (error) {
    if (error instanceof WatchkeeperError && error.code === 'forbidden') return undefined;
    throw error;
  }
};

/**
 * Looks whether names are those of indices: the cluster takes an alias or a data stream for all of its indices. What is
 * not there at all the cluster refuses by itself.
 *
 * @throws WatchkeeperError `invalid_input` at `indices` where one is an alias or a data stream
 */
export const demandExactIndices = async (
  asCaller: Cluster,
  names: readonly string[]
): Promise<Sighted> => {
  const found: Found = new Map();
  const refused = new Map<string, WatchkeeperError>();
  for (const group of inGroups(names)) {
    const together = await lookUpGroup(asCaller, group);
    const missing = group.filter((name) => !together?.has(name));
    for (const [index, stream] of together ?? []) found.set(index, stream);
    // An alias comes back under the names of its indices.
    for (const name of missing) {
      for (const [index, stream] of await lookUpOne(asCaller, name, refused)) {
        found.set(index, stream);
      }
    }
  }
  return { found, refused };
};

interface RawStream {
  name: string;
  indices: Array<{ index_name: string }>;
}

/**
 * The cluster deletes no index that a data stream writes to, nor the others of the same request.
 *
 * @throws WatchkeeperError `invalid_input` at `indices`
 */
export const demandNotWritten = async (
  asCaller: Cluster,
  names: readonly string[],
  { found }: Sighted
): Promise<void> => {
  const streams = new Set(names.flatMap((name) => found.get(name) ?? []));
  for (const group of inGroups([...streams])) {
    const { body } = await asCaller.request<{ data_streams: RawStream[] }>(
      { method: 'GET', path: `/_data_stream/${indexPath(group)}` },
      { timeoutMs: PATIENCE_MS }
    );
    for (const { name: stream, indices } of body.data_streams) {
      const written = indices[indices.length - 1]?.index_name;
      if (written === undefined || !names.includes(written)) continue;
      const message = `${written} is the index that the data stream “${stream}” writes to, and cannot be deleted. Roll the data stream over first, or leave this index out. Nothing was deleted.`;
      throw invalidInput([{ field: 'indices', message }]);
    }
  }
};
