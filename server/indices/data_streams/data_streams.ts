import { WatchkeeperError, invalidInput, notFound } from '../../../common/errors';
import type {
  BackingIndex,
  RolledOver,
  StreamDetail,
  StreamRow,
  StreamStatus,
  StreamsAnswer,
} from '../../../common/indices/data_streams/api';
import {
  streamNameFault,
  templateForStream,
} from '../../../common/indices/data_streams/stream_name';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import type { Cluster } from '../../cluster/types';
import { readComposable } from '../index_templates/read_templates';
import { readPart } from '../listing/read_listing';
import type { By, ManagedReader } from '../types';

interface RawStream {
  name: string;
  timestamp_field?: { name?: string };
  indices?: Array<{ index_name: string }>;
  generation?: number;
  status?: string;
  template?: string;
}

interface RawStats {
  data_streams?: Array<{
    data_stream: string;
    store_size_bytes?: number;
    maximum_timestamp?: number;
  }>;
}

/** Where the cluster has none, the path means an index, which is refused in one way or another. */
const UNKNOWN_PATH = [400, 404, 405];

const STATUSES = ['green', 'yellow', 'red'] as const;

const statusOf = (status = ''): StreamStatus =>
  STATUSES.find((known) => known === status.toLowerCase()) ?? 'unknown';

/** The newest first; the last that the cluster names is written to. */
const backingOf = ({ indices = [] }: RawStream): BackingIndex[] =>
  indices
    .map(({ index_name: name }, place) => ({
      ...{ name, is_write_index: place === indices.length - 1 },
    }))
    .reverse();

const rowOf = (
  raw: RawStream,
  stats: RawStats | undefined,
  policies: ReadonlyMap<string, string>
): StreamRow => {
  const { name, generation = 0, template } = raw;
  const backing = backingOf(raw);
  const stat = stats?.data_streams?.find(({ data_stream: stream }) => stream === name);
  const policy = backing.length === 0 ? undefined : policies.get(backing[0].name);
  return {
    ...{ name, status: statusOf(raw.status), backing: backing.length, generation },
    ...(stat?.store_size_bytes === undefined ? {} : { bytes: stat.store_size_bytes }),
    // Without a document the cluster says 0.
    ...(stat?.maximum_timestamp ? { newest_at: stat.maximum_timestamp } : {}),
    ...(template === undefined ? {} : { template }),
    time_field: raw.timestamp_field?.name ?? '@timestamp',
    ...(policy === undefined ? {} : { policy }),
  };
};

interface Found {
  supported: boolean;
  raw: RawStream[];
}

const findStreams = async (asCaller: Cluster): Promise<Found> => {
  const { status, body } = await asCaller.request<{ data_streams?: RawStream[] }>(
    { method: 'GET', path: '/_data_stream' },
    { ignore: UNKNOWN_PATH }
  );
  return status === 200
    ? { supported: true, raw: body.data_streams ?? [] }
    : { supported: false, raw: [] };
};

/** The policy of each index that has one. Where that cannot be read, none is shown: it is told elsewhere. */
const policiesOf = async (managed: ManagedReader, by: By): Promise<ReadonlyMap<string, string>> => {
  try {
    const found = await managed(by);
    return new Map(
      (found?.indices ?? []).flatMap(({ index, policy_id: policy }): Array<[string, string]> =>
        policy ? [[index, policy]] : []
      )
    );
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    return new Map();
  }
};

const readStats = (asCaller: Cluster) =>
  readPart<RawStats>(asCaller, 'The sizes of data streams', {
    ...{ method: 'GET', path: '/_data_stream/_stats' },
  });

/** All data streams that the caller may see. */
export const readStreams = async (by: By, managed: ManagedReader): Promise<StreamsAnswer> => {
  const { supported, raw } = await findStreams(by.cluster);
  if (raw.length === 0) return { supported, streams: [], gaps: [] };
  const [stats, policies] = await Promise.all([readStats(by.cluster), policiesOf(managed, by)]);
  return {
    supported,
    streams: raw.map((each) => rowOf(each, stats.body, policies)),
    gaps: stats.gap === undefined ? [] : [stats.gap],
  };
};

/** @throws WatchkeeperError `not_found` */
export const readStream = async (
  by: By,
  managed: ManagedReader,
  name: string
): Promise<StreamDetail> => {
  const { raw } = await findStreams(by.cluster);
  const found = raw.find((each) => each.name === name);
  if (!found) throw notFound('data stream', name);
  const [stats, policies] = await Promise.all([readStats(by.cluster), policiesOf(managed, by)]);
  return { row: rowOf(found, stats.body, policies), indices: backingOf(found) };
};

const readTemplates = async (asCaller: Cluster): Promise<TemplateRow[] | undefined> => {
  try {
    return await readComposable(asCaller);
  } catch (error) {
    // Who may not read templates may create what they make all the same: the cluster knows.
    if (error instanceof WatchkeeperError && error.code === 'forbidden') return undefined;
    throw error;
  }
};

const templateFault = (rows: readonly TemplateRow[], name: string): string | undefined => {
  const found = templateForStream(rows, name);
  switch (found.kind) {
    case 'found':
      return undefined;
    case 'none':
      return `No index template matches ${name}. Create one first whose patterns take it in, and that makes data streams.`;
    case 'plain':
      return `${name} would be made by the index template ${found.template.name}, which makes plain indices. Change that one, or create another with a higher priority that makes data streams.`;
  }
};

/** @throws WatchkeeperError `invalid_input` where the name or the template is not good for it; `conflict` */
export const createStream = async (asCaller: Cluster, name: string): Promise<void> => {
  const fault = streamNameFault(name);
  if (fault !== undefined) throw invalidInput([{ field: 'name', message: fault }]);
  const { supported, raw } = await findStreams(asCaller);
  if (!supported) {
    throw new WatchkeeperError('not_found', 'This cluster has no data streams.');
  }
  if (raw.some((each) => each.name === name)) {
    throw new WatchkeeperError('conflict', `There is a data stream ${name} already.`, { name });
  }
  const rows = await readTemplates(asCaller);
  const missing = rows && templateFault(rows, name);
  if (missing !== undefined) throw invalidInput([{ field: 'name', message: missing }]);
  await asCaller.request({ method: 'PUT', path: `/_data_stream/${encodeURIComponent(name)}` });
};

const demandStream = async (asCaller: Cluster, name: string): Promise<void> => {
  const { raw } = await findStreams(asCaller);
  // The paths would take the name of an index too.
  if (!raw.some((each) => each.name === name)) throw notFound('data stream', name);
};

/** Begins a new index behind the data stream, which is written to from then on. */
export const rollOverStream = async (asCaller: Cluster, name: string): Promise<RolledOver> => {
  await demandStream(asCaller, name);
  const { body } = await asCaller.request<RolledOver>({
    ...{ method: 'POST', path: `/${encodeURIComponent(name)}/_rollover` },
  });
  return { old_index: body.old_index, new_index: body.new_index };
};

/** @throws WatchkeeperError `invalid_input` where it is not confirmed by its name */
export const removeStream = async (
  asCaller: Cluster,
  name: string,
  confirm: string
): Promise<void> => {
  if (confirm !== name) {
    const message = `Type “${name}” to delete it with all of its documents.`;
    throw invalidInput([{ field: 'confirm', message }]);
  }
  await demandStream(asCaller, name);
  await asCaller.request({ method: 'DELETE', path: `/_data_stream/${encodeURIComponent(name)}` });
};
