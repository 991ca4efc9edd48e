import { isRecord } from '../../../common/json/record';
import type { Capabilities, NodeFacts } from '../../../common/lifecycle/lint/surroundings';
import type { Cluster } from '../../cluster/types';

interface Node {
  name: string;
  roles: string[];
  attributes: Record<string, string>;
  version: string;
  plugins: string[];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const nodeOf = (value: Record<string, unknown>): Node => {
  const { name, roles, attributes, version, plugins } = value;
  return {
    ...{ name: String(name), version: String(version ?? ''), roles: listOf(roles).map(String) },
    attributes: Object.fromEntries(
      Object.entries(isRecord(attributes) ? attributes : {}).map(([key, each]) => [
        key,
        String(each),
      ])
    ),
    plugins: listOf(plugins).flatMap((plugin) => (isRecord(plugin) ? [String(plugin.name)] : [])),
  };
};

/** Every node, with what it carries. */
export const readNodes = async (cluster: Cluster): Promise<Node[]> => {
  const wanted = ['name', 'roles', 'attributes', 'version', 'plugins.name'];
  const { body } = await cluster.request<{ nodes?: Record<string, unknown> }>({
    ...{ method: 'GET', path: '/_nodes/plugins' },
    query: { filter_path: wanted.map((name) => `nodes.*.${name}`).join(',') },
  });
  return Object.values(body.nodes ?? {})
    .filter(isRecord)
    .map(nodeOf);
};

const holdsData = ({ roles }: Node): boolean =>
  roles.some((role) => role === 'data' || role.startsWith('data_'));

/** What of the indices that stay in a repository: `search` until 2.x, `warm` since 3.0. */
const holdsRemote = ({ roles }: Node): boolean =>
  roles.includes('search') || roles.includes('warm');

/** @param free bytes by the name of the node; undefined where that could not be read */
export const dataNodes = (
  nodes: readonly Node[],
  free: ReadonlyMap<string, number> | undefined
): NodeFacts[] =>
  nodes.filter(holdsData).map(({ name, attributes }) => {
    const bytes = free?.get(name);
    return { name, attributes, ...(bytes === undefined ? {} : { free_bytes: bytes }) };
  });

/** Bytes that are free on each node. */
export const readFree = async (cluster: Cluster): Promise<ReadonlyMap<string, number>> => {
  const { body } = await cluster.request<{ nodes?: Record<string, unknown> }>({
    ...{ method: 'GET', path: '/_nodes/stats/fs' },
    query: { filter_path: 'nodes.*.name,nodes.*.fs.total.available_in_bytes' },
  });
  const found = Object.values(body.nodes ?? {}).flatMap((node): Array<[string, number]> => {
    const { name, fs } = isRecord(node) ? node : {};
    const total = isRecord(fs) ? fs.total : undefined;
    const bytes = isRecord(total) ? total.available_in_bytes : undefined;
    return typeof bytes === 'number' ? [[String(name), bytes]] : [];
  });
  return new Map(found);
};

const partsOf = (version: string): number[] => version.split('.').map((part) => parseInt(part, 10));

/** While a cluster is being updated, it can do what its oldest node can. */
const oldestOf = (nodes: readonly Node[]): string | undefined =>
  nodes
    .map(({ version }) => version)
    .filter((version) => version !== '')
    .sort((one, other) => {
      const [a, b] = [partsOf(one), partsOf(other)];
      return a[0] - b[0] || a[1] - b[1];
    })
    .at(0);

export const readDistribution = async (
  cluster: Cluster
): Promise<Capabilities['distribution'] | undefined> => {
  const { body } = await cluster.request<{ version?: { distribution?: string } }>({
    ...{ method: 'GET', path: '/' },
  });
  if (!isRecord(body.version)) return undefined;
  return body.version.distribution === 'opensearch' ? 'opensearch' : 'elasticsearch';
};

/** Undefined where it is not known what the cluster is. */
export const capabilitiesOf = (
  nodes: readonly Node[] | undefined,
  distribution: Capabilities['distribution'] | undefined
): Capabilities | undefined => {
  const version = oldestOf(nodes ?? []);
  if (!nodes || version === undefined || distribution === undefined) return undefined;
  return {
    ...{ distribution, version },
    plugins: [...new Set(nodes.flatMap(({ plugins }) => plugins))].sort(),
    search_nodes: nodes.filter(holdsRemote).length,
  };
};
