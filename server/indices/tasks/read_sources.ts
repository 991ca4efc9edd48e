import { WatchkeeperError } from '../../../common/errors';
import type { SourceFacts } from '../../../common/indices/tasks/facts';
import { buildRows } from '../../../common/indices/rows/build_rows';
import type { CatIndex } from '../../../common/indices/rows/build_rows';
import type { Cluster } from '../../cluster/types';
import { inGroups, indexPath } from '../index_path';
import { catRequest } from '../listing/read_listing';

const PATIENCE_MS = 30_000;

interface RawIndex {
  aliases?: Record<string, { is_write_index?: boolean }>;
  mappings?: Record<string, unknown>;
  settings?: Record<string, unknown>;
  data_stream?: string;
}

const readRaw = async (
  asCaller: Cluster,
  names: readonly string[],
  withMappings: boolean
): Promise<Record<string, RawIndex>> => {
  const parts = ['aliases', 'settings', 'data_stream', ...(withMappings ? ['mappings'] : [])];
  const { body } = await asCaller.request<Record<string, RawIndex>>(
    {
      ...{ method: 'GET', path: `/${indexPath(names)}` },
      query: {
        ...{ flat_settings: true, ignore_unavailable: true, expand_wildcards: 'all' },
        filter_path: parts.map((part) => `*.${part}`).join(','),
      },
    },
    { ignore: [404], timeoutMs: PATIENCE_MS }
  );
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));
};

const readCat = async (asCaller: Cluster, names: readonly string[]): Promise<CatIndex[]> => {
  if (names.length === 0) return [];
  const request = catRequest();
  const { body } = await asCaller.request<CatIndex[]>(
    { ...request, path: `${request.path}/${indexPath(names)}` },
    { timeoutMs: PATIENCE_MS }
  );
  return body;
};

/** The last of a data stream is the one that is written. */
const writtenOfStreams = async (
  asCaller: Cluster,
  streams: readonly string[]
): Promise<Set<string>> => {
  const written = new Set<string>();
  for (const group of inGroups([...new Set(streams)])) {
    const { body } = await asCaller.request<{
      data_streams: Array<{ indices: Array<{ index_name: string }> }>;
    }>({ method: 'GET', path: `/_data_stream/${indexPath(group)}` });
    for (const { indices } of body.data_streams) {
      const last = indices[indices.length - 1];
      if (last) written.add(last.index_name);
    }
  }
  return written;
};

const readGroup = async (
  asCaller: Cluster,
  names: readonly string[],
  withMappings: boolean
): Promise<SourceFacts[]> => {
  const raw = await readRaw(asCaller, names, withMappings);
  const rows = buildRows({ cat: await readCat(asCaller, Object.keys(raw)) });
  const streams = Object.values(raw).flatMap(({ data_stream: stream }) => stream ?? []);
  const written = await writtenOfStreams(asCaller, streams);
  return rows.flatMap((row): SourceFacts[] => {
    const { aliases = {}, settings = {}, mappings = {}, data_stream } = raw[row.name] ?? {};
    const { name, uuid, status, health, primaries, replicas, docs, primary_bytes } = row;
    return [
      {
        ...{ name, uuid, status, health, primaries, replicas, settings, mappings },
        is_written:
          written.has(name) ||
          Object.values(aliases).some(({ is_write_index: isWritten }) => isWritten === true),
        ...(docs === undefined ? {} : { docs }),
        ...(primary_bytes === undefined ? {} : { primary_bytes }),
        ...(data_stream === undefined ? {} : { data_stream }),
      },
    ];
  });
};

/**
 * The named indices, in their order, and those that are not there.
 *
 * @throws WatchkeeperError where the caller may not read them
 */
export const readSources = async (
  asCaller: Cluster,
  names: readonly string[],
  withMappings: boolean
): Promise<{ sources: SourceFacts[]; missing: string[] }> => {
  const found = new Map<string, SourceFacts>();
  for (const group of inGroups(names)) {
    for (const source of await readGroup(asCaller, group, withMappings)) {
      found.set(source.name, source);
    }
  }
  return {
    sources: names.flatMap((name) => found.get(name) ?? []),
    missing: names.filter((name) => !found.has(name)),
  };
};

/** What is good to know but not needed: a refusal becomes a sentence. */
export const orGap = async <T>(
  gaps: string[],
  what: string,
  read: () => Promise<T>
): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    gaps.push(`${what}: ${error.message}`);
    return undefined;
  }
};
