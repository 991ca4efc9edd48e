import { isRecord } from '../../../common/json/record';
import type { ClusterFacts } from '../../../common/lifecycle/decide/facts';
import type { NodeFacts, Surroundings } from '../../../common/lifecycle/lint/surroundings';
import type { Cluster } from '../../cluster/types';
import type { Gaps } from '../readings';

/** A path that this cluster does not know. */
const UNKNOWN_PATH = [400, 404, 405];

const objectsIn = (value: unknown): Array<Record<string, unknown>> =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const textsIn = (value: unknown): string[] => {
  const list: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [];
  return list.map((each) => String(each).trim()).filter((each) => each !== '');
};

const membersOf = (value: unknown): Array<[string, unknown]> =>
  Object.entries(isRecord(value) ? value : {});

const readRepositories = async (cluster: Cluster): Promise<string[]> =>
  Object.keys((await cluster.request<object>({ method: 'GET', path: '/_snapshot' })).body);

const holdsData = (roles: unknown): boolean =>
  textsIn(roles).some((role) => role === 'data' || role.startsWith('data_'));

const readDataNodes = async (cluster: Cluster): Promise<NodeFacts[]> => {
  const filter = ['name', 'roles', 'attributes'].map((name) => `nodes.*.${name}`).join(',');
  const { body } = await cluster.request<{ nodes?: Record<string, unknown> }>({
    ...{ method: 'GET', path: '/_nodes' },
    query: { filter_path: filter },
  });
  return Object.values(body.nodes ?? {})
    .filter(isRecord)
    .filter(({ roles }) => holdsData(roles))
    .map(({ name, attributes }) => ({
      name: String(name),
      attributes: Object.fromEntries(
        membersOf(attributes).map(([key, value]) => [key, String(value)])
      ),
    }));
};

type Templates = NonNullable<Surroundings['index_templates']>;

/** Those of today and those of old: the cluster applies both. */
const readIndexTemplates = async (cluster: Cluster): Promise<Templates> => {
  const [today, old] = await Promise.all([
    cluster.request<{ index_templates?: unknown }>(
      { method: 'GET', path: '/_index_template' },
      { ignore: UNKNOWN_PATH }
    ),
    cluster.request<unknown>({ method: 'GET', path: '/_template' }, { ignore: UNKNOWN_PATH }),
  ]);
  const composable = today.status === 200 ? objectsIn(today.body.index_templates) : [];
  return [
    ...composable.map(({ name, index_template: template }) => {
      const { index_patterns: patterns, template: made } = isRecord(template) ? template : {};
      const aliases = isRecord(made) ? made.aliases : undefined;
      return namedTemplate(String(name), patterns, aliases);
    }),
    ...membersOf(old.status === 200 ? old.body : {}).map(([name, template]) => {
      const { index_patterns: patterns, aliases } = isRecord(template) ? template : {};
      return namedTemplate(name, patterns, aliases);
    }),
  ];
};

const namedTemplate = (name: string, patterns: unknown, aliases: unknown): Templates[number] => ({
  ...{ name, index_patterns: textsIn(patterns) },
  aliases: membersOf(aliases).map(([alias]) => alias),
});

/** Undefined where the cluster has no notifications. */
const readChannels = async (cluster: Cluster): Promise<string[] | undefined> => {
  const { status, body } = await cluster.request<{ channel_list?: unknown }>(
    { method: 'GET', path: '/_plugins/_notifications/channels' },
    { ignore: UNKNOWN_PATH }
  );
  if (status !== 200) return undefined;
  return objectsIn(body.channel_list).map(({ config_id: id }) => String(id));
};

const isRed = async (cluster: Cluster): Promise<boolean> => {
  const { body } = await cluster.request<{ status?: string }>({
    ...{ method: 'GET', path: '/_cluster/health' },
    query: { filter_path: 'status' },
  });
  return body.status === 'red';
};

interface IsmSettings {
  allow_list?: unknown;
  allow_running_on_red_cluster?: unknown;
  snapshot?: { deny_list?: unknown };
}

/** What is set for the moment comes before what is set for good, and that before the default. */
const LAYERS = ['defaults', 'persistent', 'transient'] as const;
const OWNERS = ['opendistro', 'plugins'] as const;

const readIsmSettings = async (cluster: Cluster): Promise<IsmSettings> => {
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
  const { allow_list: allowed, allow_running_on_red_cluster: runs } = settings ?? {};
  return {
    red: red ?? false,
    ...(String(runs) === 'true' ? { runs_when_red: true } : {}),
    ...(allowed === undefined ? {} : { allowed_actions: textsIn(allowed) }),
  };
};

type ClusterPart = Pick<
  Surroundings,
  'cluster' | 'repositories' | 'data_nodes' | 'index_templates' | 'channels' | 'denied_repositories'
>;

/** What of the cluster a policy rests on, as far as the caller may read it. */
export const readClusterPart = async (cluster: Cluster, gaps: Gaps): Promise<ClusterPart> => {
  const [red, settings, repositories, nodes, templates, channels] = await Promise.all([
    gaps.around('The health of the cluster', () => isRed(cluster)),
    gaps.around('The settings of Index State Management', () => readIsmSettings(cluster)),
    gaps.around('The snapshot repositories', () => readRepositories(cluster)),
    gaps.around('The nodes', () => readDataNodes(cluster)),
    gaps.around('The index templates', () => readIndexTemplates(cluster)),
    gaps.around('The notification channels', () => readChannels(cluster)),
  ]);
  const denied = settings?.snapshot?.deny_list;
  return {
    ...(red === undefined && settings === undefined
      ? {}
      : { cluster: clusterFacts(red, settings) }),
    ...(repositories ? { repositories } : {}),
    ...(nodes ? { data_nodes: nodes } : {}),
    ...(templates ? { index_templates: templates } : {}),
    ...(channels ? { channels } : {}),
    ...(denied === undefined ? {} : { denied_repositories: textsIn(denied) }),
  };
};
