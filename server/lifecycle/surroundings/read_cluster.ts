import { isRecord } from '../../../common/json/record';
import type { ClusterFacts } from '../../../common/lifecycle/decide/facts';
import type { Surroundings } from '../../../common/lifecycle/lint/surroundings';
import type { Cluster } from '../../cluster/types';
import type { By, Gaps } from '../readings';
import { capabilitiesOf, dataNodes, readDistribution, readFree, readNodes } from './read_nodes';
import { readPrivileges } from './read_privileges';
import { readIndexTemplates } from './read_templates';
import { UNKNOWN_PATH, objectsIn, textsIn } from './read_values';

const readRepositories = async (cluster: Cluster): Promise<string[]> =>
  Object.keys((await cluster.request<object>({ method: 'GET', path: '/_snapshot' })).body);

const readPipelines = async (cluster: Cluster): Promise<string[]> => {
  const { status, body } = await cluster.request<object>(
    { method: 'GET', path: '/_ingest/pipeline' },
    { ignore: UNKNOWN_PATH }
  );
  return status === 200 ? Object.keys(body) : [];
};

/** Undefined where the cluster has no notifications. */
const readChannels = async (cluster: Cluster): Promise<string[] | undefined> => {
  const { status, body } = await cluster.request<{ channel_list?: unknown }>(
    { method: 'GET', path: '/_plugins/_notifications/channels' },
    { ignore: UNKNOWN_PATH }
  );
  if (status !== 200) return undefined;
  return objectsIn(body.channel_list).map(({ config_id: id }) => String(id));
};

export const isRed = async (cluster: Cluster): Promise<boolean> => {
  const { body } = await cluster.request<{ status?: string }>({
    ...{ method: 'GET', path: '/_cluster/health' },
    query: { filter_path: 'status' },
  });
  return body.status === 'red';
};

export interface IsmSettings {
  enabled?: unknown;
  /** Minutes. */
  job_interval?: unknown;
  allow_list?: unknown;
  allow_running_on_red_cluster?: unknown;
  snapshot?: { deny_list?: unknown };
  restricted_index_pattern?: unknown;
}

/** What is set for the moment comes before what is set for good, and that before the default. */
const LAYERS = ['defaults', 'persistent', 'transient'] as const;
const OWNERS = ['opendistro', 'plugins'] as const;

export const readIsmSettings = async (cluster: Cluster): Promise<IsmSettings> => {
  const filter = OWNERS.map((owner) => `*.${owner}.index_state_management`).join(',');
  const { body } = await cluster.request<Record<string, Record<string, unknown>>>({
    ...{ method: 'GET', path: '/_cluster/settings' },
    query: { include_defaults: true, filter_path: filter },
  });
  return LAYERS.reduce<IsmSettings>(
    (found, layer) =>
      OWNERS.reduce<IsmSettings>((inner, owner) => {
        const owned = body[layer]?.[owner];
        const set = isRecord(owned) ? owned.index_state_management : undefined;
        return isRecord(set) ? { ...inner, ...set } : inner;
      }, found),
    {}
  );
};

const clusterFacts = (
  red: boolean | undefined,
  settings: IsmSettings | undefined
): ClusterFacts => {
  const { allow_list: allowed, allow_running_on_red_cluster: runs, enabled } = settings ?? {};
  return {
    red: red ?? false,
    ...(String(enabled) === 'false' ? { disabled: true } : {}),
    ...(String(runs) === 'true' ? { runs_when_red: true } : {}),
    ...(allowed === undefined ? {} : { allowed_actions: textsIn(allowed) }),
  };
};

type ClusterPart = Omit<Surroundings, 'now' | 'policy_id' | 'indices' | 'templates'>;

const partOf = <K extends keyof ClusterPart>(name: K, value: ClusterPart[K]): ClusterPart =>
  value === undefined ? {} : { [name]: value };

const readMachines = async (cluster: Cluster, gaps: Gaps): Promise<ClusterPart> => {
  const [nodes, free, distribution] = await Promise.all([
    gaps.around('The nodes', () => readNodes(cluster)),
    gaps.around('The free space of the nodes', () => readFree(cluster)),
    gaps.around('The version of the cluster', () => readDistribution(cluster)),
  ]);
  return {
    ...partOf('data_nodes', nodes && dataNodes(nodes, free)),
    ...partOf('capabilities', capabilitiesOf(nodes, distribution)),
  };
};

const readTemplates = async (cluster: Cluster, gaps: Gaps): Promise<ClusterPart> => {
  const templates = await gaps.around('The index templates', () => readIndexTemplates(cluster));
  // Most clusters have none, and then nobody needs to know which there are.
  const asks = templates?.some(({ pipelines }) => pipelines !== undefined) ?? false;
  return {
    ...partOf('index_templates', templates),
    ...partOf(
      'pipelines',
      asks ? await gaps.around('The ingest pipelines', () => readPipelines(cluster)) : undefined
    ),
  };
};

/** What of the cluster a policy rests on, as far as the caller may read it. */
export const readClusterPart = async (
  { cluster, caller }: By,
  gaps: Gaps
): Promise<ClusterPart> => {
  const [red, settings, repositories, machines, templates, channels, privileges] =
    await Promise.all([
      gaps.around('The health of the cluster', () => isRed(cluster)),
      gaps.around('The settings of Index State Management', () => readIsmSettings(cluster)),
      gaps.around('The snapshot repositories', () => readRepositories(cluster)),
      readMachines(cluster, gaps),
      readTemplates(cluster, gaps),
      gaps.around('The notification channels', () => readChannels(cluster)),
      gaps.around('What your roles allow', () => readPrivileges(cluster, caller)),
    ]);
  const denied = settings?.snapshot?.deny_list;
  const restricted = settings?.restricted_index_pattern;
  return {
    ...(red === undefined && settings === undefined
      ? {}
      : { cluster: clusterFacts(red, settings) }),
    ...partOf('repositories', repositories),
    ...{ ...machines, ...templates },
    ...partOf('channels', channels),
    ...partOf('denied_repositories', denied === undefined ? undefined : textsIn(denied)),
    ...partOf('restricted_pattern', typeof restricted === 'string' ? restricted : undefined),
    ...partOf('privileges', privileges),
  };
};
