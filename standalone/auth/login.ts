import { randomBytes } from 'node:crypto';
import type { Server } from '@hapi/hapi';
import type { ClientOptions } from '@opensearch-project/opensearch';
import type { Logger } from 'opensearch-dashboards/server';
import { ConfigError } from '../config/config_error';
import type { LoginConfig } from './access_config';
import { Attempts } from './attempts';
import type { Monotonic } from './clock';
import { systemMonotonic } from './clock';
import { ClusterUsers } from './cluster_users';
import { Gate } from './gate';
import { addLoginRoutes } from './routes';
import { addScheme } from './scheme';
import { Sessions } from './sessions';
import { Verifier } from './verifier';

export interface LoginOptions {
  config: LoginConfig;
  cluster: ClientOptions;
  basePath: string;
  /** Two hosts on one machine share their cookies, whatever their ports: each has a name of its own. */
  instanceUuid: string;
  log: Logger;
  now?: Monotonic;
}

export interface Login {
  /** Headers with which the host's own parts are let in. */
  ownHeaders: Record<string, string>;
  close(): Promise<void>;
}

/** Nobody could ever log in. */
export class NoUsersError extends ConfigError {
  constructor() {
    super(
      [
        'This host demands a login, but nobody could log in: the cluster has no users of its own, and the',
        'configuration names none. Do one of these:',
        '  - put one user into the configuration file, with a hash that `npm run hash-password` prints:',
        '      auth: { user: ops, password_hash: "scrypt:…" }',
        '  - use a cluster with the security plugin; its users can log in then.',
        '  - listen on loopback only (leave out --host, `host` and `auth`), where no login is demanded.',
      ].join('\n')
    );
    this.name = 'NoUsersError';
  }
}

/**
 * Puts a login before every route that is added from now on and does not say otherwise.
 *
 * @throws NoUsersError when neither the cluster nor the configuration has users
 */
export async function addLogin(server: Server, options: LoginOptions): Promise<Login> {
  const { config, basePath, instanceUuid, log, now = systemMonotonic } = options;
  const users = new ClusterUsers(options.cluster);
  try {
    if (config.local === undefined) await demandUsers(users, log);
  } catch (error) {
    await users.close();
    throw error;
  }
  const gate = new Gate({
    sessions: new Sessions(config, now),
    attempts: new Attempts(now),
    verifier: new Verifier(users, config.local, now),
    log,
  });
  const cookie = `watchkeeper_sid_${instanceUuid.slice(0, 8)}`;
  const ownToken = randomBytes(32).toString('base64url');
  addScheme(server, { gate, cookie, basePath, secureCookie: config.secureCookie, ownToken });
  addLoginRoutes(server, { gate, cookie, basePath });
  return {
    ownHeaders: { authorization: `Bearer ${ownToken}` },
    close: () => users.close(),
  };
}

/** A cluster that is down may have users: whoever it is, nobody is let in until it says so. */
async function demandUsers(users: ClusterUsers, log: Logger): Promise<void> {
  const stranger = await users.ask();
  if (stranger.kind === 'no_users') throw new NoUsersError();
  if (stranger.kind === 'unavailable') {
    log.warn(`Nobody can log in until the cluster answers: ${stranger.reason}`);
  }
}
