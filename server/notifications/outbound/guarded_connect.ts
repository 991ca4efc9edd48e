import { lookup as resolve } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { ALLOW_KEY, DENY_KEY, isAllowed, isDenied, isDeniedName, isLiteral } from './address_rules';
import type { AllowList } from './address_rules';
import { connectionOptions } from './tls_options';
import type { TlsOptions } from './types';

/** The address is not public and no rule lets it through, or it is denied. The message has the remedy. */
export class BlockedAddress extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BlockedAddress';
  }
}

/** Which of the two it is, in words. */
export const blockedAddress = (
  allow: AllowList,
  host: string,
  addresses: readonly string[],
  port: number
): BlockedAddress => {
  const where =
    addresses.length === 0 || isLiteral(host) ? host : `${host} (${addresses.join(', ')})`;
  const all = addresses.length === 0 ? [host] : addresses;
  if (all.some((address) => isDenied(allow, host, address, port))) {
    return new BlockedAddress(`${where} is refused by ${DENY_KEY}.`);
  }
  const entry = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new BlockedAddress(
    `${where} is not a public address, and requests to it are refused. If it should be reached, add "${entry}" to ${ALLOW_KEY}.`
  );
};

export type Resolve = (host: string) => Promise<LookupAddress[]>;

export const systemResolve: Resolve = (host) =>
  new Promise((done, fail) => {
    resolve(host, { all: true, verbatim: true }, (error, addresses) =>
      error ? fail(error) : done(addresses)
    );
  });

/**
 * Looks a name up, checks every address of the answer and hands on only those that are let through. The socket connects
 * to what comes out of here, so a name that changes its address in between gains nothing.
 */
export const guardedLookup =
  (allow: AllowList, port: number, resolveHost: Resolve): LookupFunction =>
  (host, options, callback) => {
    resolveHost(host).then(
      (addresses) => {
        const good = addresses.filter(({ address }) => isAllowed(allow, host, address, port));
        const [first] = good;
        if (first === undefined) {
          const refused = addresses.map(({ address }) => address);
          callback(blockedAddress(allow, host, refused, port), '', 0);
        } else if (options.all) callback(null, good);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0)
    );
  };

/** What is refused before anybody is looked up: a literal address never is, and a denied name need not be. */
export const refusedHost = (
  allow: AllowList,
  host: string,
  port: number
): BlockedAddress | undefined => {
  const refused = isLiteral(host)
    ? !isAllowed(allow, host, host, port)
    : isDeniedName(allow, host, port);
  return refused ? blockedAddress(allow, host, [], port) : undefined;
};

export interface ConnectSettings {
  allow: AllowList;
  /** Milliseconds. */
  timeLimit: number;
  resolve: Resolve;
  tls?: TlsOptions;
}

/** How the guarded client makes its sockets. TLS is verified against the host's name, not the address. */
export const guardedConnect =
  ({ allow, timeLimit, resolve: resolveHost, tls }: ConnectSettings): buildConnector.connector =>
  (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const { hostname } = options;
    const refused = refusedHost(allow, hostname, port);
    if (refused) {
      callback(refused, null);
      return;
    }
    const lookup = guardedLookup(allow, port, resolveHost);
    const servername = tls?.serverName || options.servername;
    buildConnector({ timeout: timeLimit, lookup, ...connectionOptions(tls) })(
      { ...options, servername },
      callback
    );
  };
