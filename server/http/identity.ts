import { createHash } from 'crypto';
import { WatchkeeperError } from '../../common/errors';
import type { Privilege } from '../../common/status';
import type { Clock } from '../clock';
import type { WatchkeeperConfig } from '../config';
import type { Cluster } from '../cluster/types';
import type { Caller } from './types';

/** How long an answer of the security plugin is believed, in milliseconds. */
const BELIEVED_FOR = 30_000;
const MOST_REMEMBERED = 1000;

interface AuthInfo {
  user_name?: string;
  roles?: string[];
  backend_roles?: string[];
  user_requested_tenant?: string | null;
}

type RequestHeaders = { headers: Readonly<Record<string, unknown>> };

export interface Identity {
  callerOf(cluster: Cluster, request: RequestHeaders): Promise<Caller>;
  /** @throws WatchkeeperError `forbidden`, naming who lacks what. */
  demand(caller: Caller, privilege: Privilege): void;
}

const NEEDS: Readonly<Record<Privilege, readonly Privilege[]>> = {
  read: ['read', 'acknowledge', 'write'],
  acknowledge: ['acknowledge', 'write'],
  write: ['write'],
};

/** Roles in the config: a privilege is had by whoever has a role of it or of a higher one. */
export const privilegesOf = (
  roles: readonly string[],
  configured: WatchkeeperConfig['roles']
): Record<Privilege, boolean> => {
  const nobodyNamed = Object.values(configured).every((names) => names.length === 0);
  const has = (privilege: Privilege): boolean =>
    nobodyNamed ||
    roles.includes('all_access') ||
    NEEDS[privilege].some((level) => configured[level].some((name) => roles.includes(name)));
  return { read: has('read'), acknowledge: has('acknowledge'), write: has('write') };
};

const EVERYTHING: Record<Privilege, boolean> = { read: true, acknowledge: true, write: true };

const authInfo = async (cluster: Cluster): Promise<AuthInfo | undefined> => {
  for (const path of ['/_plugins/_security/authinfo', '/_opendistro/_security/authinfo']) {
    const { status, body } = await cluster.request<AuthInfo>(
      { method: 'GET', path },
      // Without the security plugin the path is not a handler (400), or taken for an index (404, 405).
      { ignore: [400, 404, 405] }
    );
    if (status === 200) return body;
  }
  return undefined;
};

const tenantOf = (info: AuthInfo): string | undefined => {
  const tenant = info.user_requested_tenant;
  return tenant && tenant !== 'global' && tenant !== 'global_tenant' ? tenant : undefined;
};

/** A hash, so that no credentials stay in memory for longer than their request. */
const keyOf = ({ authorization, cookie, securitytenant }: Readonly<Record<string, unknown>>) =>
  createHash('sha256')
    .update(JSON.stringify([authorization, cookie, securitytenant]))
    .digest('base64');

/** Asks the cluster who calls, and remembers the answer for a short while per credentials. */
export const createIdentity = (roles: WatchkeeperConfig['roles'], clock: Clock): Identity => {
  const remembered = new Map<string, { caller: Caller; at: number }>();

  const ask = async (cluster: Cluster): Promise<Caller> => {
    try {
      const info = await authInfo(cluster);
      if (!info) return { roles: [], secured: false, may: EVERYTHING };
      const held = [...(info.roles ?? []), ...(info.backend_roles ?? [])];
      return {
        name: info.user_name,
        roles: held,
        secured: true,
        tenant: tenantOf(info),
        may: privilegesOf(held, roles),
      };
    } catch (error) {
      // A cluster that is down must not hide the page that says so; nothing can be read through it anyway.
      if (error instanceof WatchkeeperError && error.code === 'cluster_unreachable') {
        return { roles: [], secured: false, may: EVERYTHING, unknown: true };
      }
      throw error;
    }
  };

  return {
    async callerOf(cluster, { headers }) {
      const key = keyOf(headers);
      const known = remembered.get(key);
      if (known && clock.monotonic() - known.at < BELIEVED_FOR) return known.caller;
      const caller = await ask(cluster);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      if (!caller.unknown) remembered.set(key, { caller, at: clock.monotonic() });
      return caller;
    },

    demand(caller, privilege) {
      if (caller.may[privilege]) return;
      const names = roles[privilege].join(', ') || 'none';
      throw new WatchkeeperError(
        'forbidden',
        `${caller.name ?? 'The caller'} may not ${privilege} in Watchkeeper. It needs one of these roles: ${names}.`,
        { user: caller.name, privilege }
      );
    },
  };
};
