import { WatchkeeperError } from '../../common/errors';

/** Who lacks what on which, as far as the cluster says. */
export interface Refusal {
  /** Absent where the cluster does not say who asked. */
  user?: string;
  /** Names of actions such as `indices:data/read/search`. */
  permissions: string[];
  /** Names and patterns; empty for a permission on the whole cluster. */
  indices: string[];
}

interface Reading {
  user?: string;
  permissions: string[];
  /** Named in the reason itself; else those of the request count. */
  indices?: string[];
  /** In place of the sentence that is made of the rest. */
  sentence?: string;
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The security plugin, of OpenSearch and of Open Distro. */
const NO_PERMISSIONS =
  /^no permissions for \[((?:[^[\]]|\[[^\]]*\])*)\](?: and (?:associated roles .*?|User \[name=([^,\]]*)))?/;
/** The alerting plugin, for a user who may not read what a monitor searches. */
const NOT_READABLE = /doesn't have read permissions for one or more configured index \[([^\]]*)\]/;
/** The alerting plugin, where `filter_by_backend_roles` is on. */
const FILTERED = /^Do not have permissions to resource, ([^,]+), with id, (\S+)/;
const ROLES_NOT_HELD = /^User specified backend roles that they don't have access to/;
/** Elasticsearch's own security. The user's roles and the indices are named by later versions only. */
const UNAUTHORIZED =
  /^action \[([^\]]+)\] is unauthorized for (?:API key id \[[^\]]*\] of )?user \[([^\]]*)\](?:.*? on indices \[([^\]]*)\])?/;

const read = (reason: string): Reading | undefined => {
  const plain = NO_PERMISSIONS.exec(reason);
  if (plain) return { permissions: listed(plain[1]), ...(plain[2] ? { user: plain[2] } : {}) };
  const unreadable = NOT_READABLE.exec(reason);
  if (unreadable) {
    return { permissions: ['indices:data/read/search'], indices: listed(unreadable[1]) };
  }
  const filtered = FILTERED.exec(reason);
  if (filtered) {
    const sentence = `The cluster shows the ${filtered[1]} ${filtered[2]} only to users who share a backend role with its author.`;
    return { permissions: [], indices: [], sentence };
  }
  if (ROLES_NOT_HELD.test(reason)) {
    const sentence = 'Only backend roles that you have yourself can be given.';
    return { permissions: [], indices: [], sentence };
  }
  const [, action, user, indices] = UNAUTHORIZED.exec(reason) ?? [];
  if (action === undefined) return undefined;
  return { user, permissions: [action], ...(indices ? { indices: listed(indices) } : {}) };
};

/** Index permissions are asked for names; a permission on the cluster has none. */
const isOnIndices = (permissions: readonly string[]): boolean =>
  permissions.some((permission) => permission.startsWith('indices:'));

const sentenceOf = ({ user, permissions, indices }: Refusal): string => {
  const who = user ?? 'The caller';
  const what =
    permissions.length === 0
      ? 'a permission'
      : `the permission${permissions.length > 1 ? 's' : ''} ${permissions.join(', ')}`;
  const where = indices.length === 0 ? 'the cluster' : indices.join(', ');
  return `${who} lacks ${what} on ${where}.`;
};

/**
 * Reads the reason of a 403: who lacks which permission on what.
 *
 * @param asked the indices that the request was about: the security plugin does not name them
 * @returns undefined for a reason that is not about permissions, such as a block of an index
 */
export const readRefusal = (
  reason: string,
  asked: readonly string[]
): (Refusal & { message: string }) | undefined => {
  const reading = read(reason);
  if (!reading) return undefined;
  const { user, permissions, sentence } = reading;
  const indices = reading.indices ?? (isOnIndices(permissions) ? [...asked] : []);
  const refusal: Refusal = { ...(user ? { user } : {}), permissions, indices };
  return { ...refusal, message: sentence ?? sentenceOf(refusal) };
};

/** The typed error of a 403. What is no matter of permissions keeps the cluster's own reason. */
export const forbidden = (
  reason: string,
  asked: readonly string[],
  details: Record<string, unknown>
): WatchkeeperError => {
  const refusal = readRefusal(reason, asked);
  if (!refusal) return new WatchkeeperError('forbidden', reason, details);
  const { message, ...who } = refusal;
  return new WatchkeeperError('forbidden', message, { ...details, ...who });
};

/** The indices that a path names: `/logs-*,app/_search` is about `logs-*` and `app`. */
export const indicesIn = (path: string): string[] => {
  const [first = ''] = path.replace(/^\//, '').split('/');
  let names = first;
  try {
    names = decodeURIComponent(first);
  } catch {
    // As it stands, then.
  }
  return names.startsWith('_') ? [] : listed(names);
};
