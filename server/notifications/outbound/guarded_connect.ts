import { lookup as resolve } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { CONFIG_KEY, addressOf, isAllowed } from './address_rules';
import type { AllowList } from './address_rules';

/** The address is not public, and no rule lets it through. */
export class BlockedAddress extends Error {
  constructor(host: string, addresses: readonly string[], port: number) {
    const where =
      addresses.length === 0 || addressOf(host) ? host : `${host} (${addresses.join(', ')})`;
    super(
      `${where} is not a public address, and requests to it are refused. If it should be reached, add "${host.includes(':') ? `[${host}]` : host}:${port}" to ${CONFIG_KEY}.`
    );
    this.name = 'BlockedAddress';
  }
}

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
const guardedLookup =
  (allow: AllowList, port: number, resolveHost: Resolve): LookupFunction =>
  (host, options, callback) => {
    resolveHost(host).then(
      (addresses) => {
        const good = addresses.filter(({ address }) => isAllowed(allow, host, address, port));
        const [first] = good;
        if (first === undefined) {
          const refused = addresses.map(({ address }) => address);
          callback(new BlockedAddress(host, refused, port), '', 0);
        } else if (options.all) callback(null, good);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0)
    );
  };

/** How the guarded client makes its sockets. TLS is verified against the host's name, not the address. */
export const guardedConnect =
  (
    allow: AllowList,
    timeout: number,
    resolveHost: Resolve = systemResolve
  ): buildConnector.connector =>
  (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const { hostname } = options;
    // A literal address is never looked up.
    if (addressOf(hostname) && !isAllowed(allow, hostname, hostname, port)) {
      callback(new BlockedAddress(hostname, [], port), null);
      return;
    }
    const lookup = guardedLookup(allow, port, resolveHost);
    buildConnector({ timeout, lookup, rejectUnauthorized: true })(options, callback);
  };
