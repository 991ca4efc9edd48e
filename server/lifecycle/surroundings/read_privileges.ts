import { isRecord } from '../../../common/json/record';
import type { Privileges } from '../../../common/lifecycle/lint/surroundings';
import type { Cluster } from '../../cluster/types';
import type { Caller } from '../../http/types';

const PATHS = ['/_plugins/_security/api', '/_opendistro/_security/api'];

type Objects = Record<string, Record<string, unknown>>;

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const objectsIn = (value: unknown): Array<Record<string, unknown>> =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** What the security plugin keeps; undefined where it does not answer there. */
const readKept = async (cluster: Cluster, what: string): Promise<Objects | undefined> => {
  for (const path of PATHS) {
    const { status, body } = await cluster.request<Objects>(
      { method: 'GET', path: `${path}/${what}` },
      { ignore: [400, 404, 405] }
    );
    if (status === 200) return body;
  }
  return undefined;
};

/** Groups of actions hold further groups: they are taken apart down to patterns of actions. */
const takenApart = (names: readonly string[], groups: Objects): string[] => {
  const actions = new Set<string>();
  const seen = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const group = isRecord(groups[name]) ? groups[name] : undefined;
    if (group) open.push(...textsIn(group.allowed_actions));
    else actions.add(name);
  }
  return [...actions].sort();
};

/**
 * What the caller may do, by the roles that the security plugin names. Undefined where the cluster knows no users.
 *
 * @throws WatchkeeperError `forbidden` where only administrators may read the roles
 */
export const readPrivileges = async (
  cluster: Cluster,
  { name, roles, secured }: Caller
): Promise<Privileges | undefined> => {
  if (!secured || name === undefined) return undefined;
  const [kept, groups] = await Promise.all([
    readKept(cluster, 'roles'),
    readKept(cluster, 'actiongroups'),
  ]);
  if (!kept || !groups) return undefined;
  const own = roles.map((role) => kept[role]).filter(isRecord);
  return {
    user: name,
    cluster: takenApart(
      own.flatMap((role) => textsIn(role.cluster_permissions)),
      groups
    ),
    index: own
      .flatMap((role) => objectsIn(role.index_permissions))
      .map(({ index_patterns: patterns, allowed_actions: allowed }) => ({
        // Of a pattern that names the user it is not known here what it takes in: it counts for everything.
        patterns: textsIn(patterns).map((pattern) => pattern.replace(/\$\{[^}]*\}/g, '*')),
        actions: takenApart(textsIn(allowed), groups),
      })),
  };
};
