import { WatchkeeperError } from '../../../common/errors';
import { indexNameSchema } from '../../../common/indices/indices_api';
import type {
  NodeFacts,
  RolloverFacts,
  ShardFacts,
  TaskFacts,
} from '../../../common/indices/tasks/facts';
import { sourcesOf, targetOf } from '../../../common/indices/tasks/kinds/registry';
import type { TaskSpec } from '../../../common/indices/tasks/kinds/registry';
import type { Cluster } from '../../cluster/types';
import { inGroups, indexPath } from '../index_path';
import { orGap, readSources } from './read_sources';

const segment = encodeURIComponent;

interface Target {
  target?: TaskFacts['target'];
  target_blocked?: boolean;
}

type SettingsByIndex = Record<string, { settings?: Record<string, unknown> }>;

const isStream = async (asCaller: Cluster, name: string): Promise<boolean> => {
  const { status } = await asCaller.request(
    { method: 'GET', path: `/_data_stream/${segment(name)}` },
    // Clusters without data streams take it for an index.
    { ignore: [400, 404, 405] }
  );
  return status === 200;
};

/** What bears this name. A name that none can have is of nothing. */
const readTarget = async (asCaller: Cluster, name: string | undefined): Promise<Target> => {
  if (name === undefined || !indexNameSchema.safeParse(name).success) return {};
  const { status, body } = await asCaller.request<SettingsByIndex>(
    {
      ...{ method: 'GET', path: `/${segment(name)}/_settings` },
      query: { flat_settings: true, expand_wildcards: 'all' },
    },
    { ignore: [404] }
  );
  if (status === 404) return {};
  const blocked = Object.values(body).some(
    ({ settings }) => String(settings?.['index.blocks.write']) === 'true'
  );
  if (name in body) return { target: 'index', target_blocked: blocked };
  return (await isStream(asCaller, name)) ? { target: 'data_stream' } : { target: 'alias' };
};

const readNodes = async (asCaller: Cluster): Promise<NodeFacts[]> => {
  const { body } = await asCaller.request<Array<Record<string, string | null>>>({
    ...{ method: 'GET', path: '/_cat/allocation' },
    query: { format: 'json', bytes: 'b', h: 'node,disk.avail' },
  });
  return body.flatMap(({ node, 'disk.avail': free }) =>
    node && free ? [{ name: node, free_bytes: Number(free) }] : []
  );
};

const readShards = async (asCaller: Cluster, index: string): Promise<ShardFacts[]> => {
  const { body } = await asCaller.request<Array<Record<string, string | null>>>({
    ...{ method: 'GET', path: `/_cat/shards/${segment(index)}` },
    query: { format: 'json', h: 'index,shard,state,node' },
  });
  return body.flatMap(({ index: name, shard, state, node }) =>
    state === 'STARTED' && node && name ? [{ index: name, shard: Number(shard), node }] : []
  );
};

type Rolled = Pick<RolloverFacts, 'old_index' | 'new_index' | 'refused'>;

const dryRun = async (asCaller: Cluster, target: string, newName?: string): Promise<Rolled> => {
  const name = newName ? `/${segment(newName)}` : '';
  try {
    const { body } = await asCaller.request<Rolled>({
      ...{ method: 'POST', path: `/${segment(target)}/_rollover${name}`, query: { dry_run: true } },
    });
    return { old_index: body.old_index, new_index: body.new_index };
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    return { refused: error.message };
  }
};

const providedName = async (asCaller: Cluster, index: string): Promise<string | undefined> => {
  const { body } = await asCaller.request<SettingsByIndex>({
    ...{ method: 'GET', path: `/${segment(index)}/_settings/index.provided_name` },
    query: { flat_settings: true, expand_wildcards: 'all' },
  });
  const provided = body[index]?.settings?.['index.provided_name'];
  return typeof provided === 'string' ? provided : undefined;
};

const readRollover = async (
  asCaller: Cluster,
  { target, new_name: newName }: TaskSpec & { kind: 'rollover' }
): Promise<RolloverFacts | undefined> => {
  const { target: is } = await readTarget(asCaller, target);
  if (is !== 'alias' && is !== 'data_stream') return undefined;
  const rolled = await dryRun(asCaller, target, newName === '' ? undefined : newName);
  if (is === 'data_stream') return { is, indices: [], ...rolled };
  const { body } = await asCaller.request<
    Record<string, { aliases: Record<string, { is_write_index?: boolean }> }>
  >({ method: 'GET', path: `/_alias/${segment(target)}` });
  const indices = Object.entries(body).map(([name, { aliases }]) => ({
    name,
    ...(aliases[target]?.is_write_index === undefined
      ? {}
      : { is_write_index: aliases[target].is_write_index }),
  }));
  const { old_index: old } = rolled;
  const provided = old === undefined ? undefined : await providedName(asCaller, old);
  return {
    ...{ is, indices, ...rolled },
    ...(provided === undefined ? {} : { provided_name: provided }),
  };
};

interface Validation {
  valid: boolean;
  error?: string;
  explanations?: Array<{ error?: string }>;
}

/** `ParsingException[what is wrong]; nested: …` */
const EXCEPTION = /[A-Z]\w*Exception\[((?:[^[\]]|\[[^[\]]*\])*)\]/;

const aboutQuery = async (
  asCaller: Cluster,
  names: readonly string[],
  query: object
): Promise<string | undefined> => {
  const { status, body } = await asCaller.request<Validation>(
    {
      ...{ method: 'POST', path: `/${indexPath(names)}/_validate/query` },
      ...{ query: { explain: true }, body: { query } },
    },
    { ignore: [400] }
  );
  if (status === 200 && body.valid) return undefined;
  const reason = body.error ?? body.explanations?.find(({ error }) => error)?.error;
  const plain = reason === undefined ? undefined : (EXCEPTION.exec(reason)?.[1] ?? reason);
  return `The cluster does not understand it${plain ? `: ${plain}` : '.'}`;
};

const count = async (asCaller: Cluster, names: string[], query?: object): Promise<number> => {
  let total = 0;
  for (const group of inGroups(names)) {
    const { body } = await asCaller.request<{ count: number }>({
      ...{ method: 'POST', path: `/${indexPath(group)}/_count` },
      ...(query ? { body: { query } } : {}),
    });
    total += body.count;
  }
  return total;
};

type CopyFacts = Pick<TaskFacts, 'query_refused' | 'matching' | 'pipeline_missing'>;

const readCopy = async (
  asCaller: Cluster,
  { query, pipeline }: TaskSpec & { kind: 'reindex' },
  open: string[],
  gaps: string[]
): Promise<CopyFacts> => {
  if (open.length === 0) return {};
  const [first] = inGroups(open);
  const refused = query
    ? await orGap(gaps, 'The query could not be checked', () => aboutQuery(asCaller, first, query))
    : undefined;
  if (refused !== undefined) return { query_refused: refused };
  const matching = await orGap(gaps, 'The documents could not be counted', () =>
    count(asCaller, open, query)
  );
  const pipe = pipeline
    ? await orGap(gaps, 'Whether the pipeline exists is not known', () =>
        asCaller.request(
          { method: 'GET', path: `/_ingest/pipeline/${segment(pipeline)}` },
          { ignore: [404] }
        )
      )
    : undefined;
  return {
    ...(matching === undefined ? {} : { matching }),
    ...(pipe?.status === 404 ? { pipeline_missing: true } : {}),
  };
};

/**
 * What has to be known before a task begins, read as the caller.
 *
 * @throws WatchkeeperError where the indices themselves cannot be read; what is only good to know becomes a gap
 */
export const readFacts = async (asCaller: Cluster, spec: TaskSpec): Promise<TaskFacts> => {
  const gaps: string[] = [];
  const names = sourcesOf(spec);
  const found = await readSources(asCaller, names, spec.kind === 'reindex');
  const target = await readTarget(asCaller, targetOf(spec));
  if (spec.kind === 'rollover') {
    const rollover = await readRollover(asCaller, spec);
    return { ...found, ...target, ...(rollover ? { rollover } : {}), gaps };
  }
  const nodes = await orGap(gaps, 'Free disk could not be read', () => readNodes(asCaller));
  const shards =
    spec.kind === 'shrink' && found.sources.length > 0
      ? await orGap(gaps, 'Where the shards are could not be read', () =>
          readShards(asCaller, spec.source)
        )
      : undefined;
  const open = found.sources.filter(({ status }) => status === 'open').map(({ name }) => name);
  return {
    ...{ ...found, ...target, gaps },
    ...(spec.kind === 'reindex' ? await readCopy(asCaller, spec, open, gaps) : {}),
    ...(nodes ? { nodes } : {}),
    ...(shards ? { shards } : {}),
  };
};
