import { Client, buildConnector } from 'undici';
import { isAllowed, isAllowedName, isLiteral } from './address_rules';
import type { AllowList } from './address_rules';
import { failureReason } from './failure_reason';
import { blockedAddress, refusedHost } from './guarded_connect';
import type { ConnectSettings, Resolve } from './guarded_connect';
import { connectionOptions } from './tls_options';

const CONFIG_KEY = 'opensearch_watchkeeper.outbound.proxies';

export interface Proxy {
  origin: string;
  /** `Proxy-Authorization`, where the configuration has a user and password for it. */
  authorization?: string;
}

export interface Proxies {
  byOrigin: ReadonlyMap<string, Proxy>;
  /** Entries that could not be read, as sentences that repeat none: they may hold a password. */
  problems: readonly string[];
}

export const NO_PROXIES: Proxies = { byOrigin: new Map(), problems: [] };

const authorizationOf = ({ username, password }: URL): string | undefined =>
  username === '' && password === ''
    ? undefined
    : `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;

const proxyOf = (text: string): Proxy | undefined => {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return undefined;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return undefined;
  try {
    const authorization = authorizationOf(url);
    return { origin: url.origin, ...(authorization === undefined ? {} : { authorization }) };
  } catch {
    return undefined;
  }
};

/** @param entries `http://proxy.example:3128`, or with a user and password for it. */
export const parseProxies = (entries: readonly string[]): Proxies => {
  const byOrigin = new Map<string, Proxy>();
  const problems: string[] = [];
  entries.forEach((entry, position) => {
    const proxy = proxyOf(entry);
    if (proxy) byOrigin.set(proxy.origin, proxy);
    else {
      problems.push(
        `Entry ${position + 1} of ${CONFIG_KEY} is not the address of a proxy, such as http://proxy.example:3128, and is not used.`
      );
    }
  });
  return { byOrigin, problems };
};

/** The proxy that a request names, or why it is not used. */
export const findProxy = ({ byOrigin }: Proxies, wanted: string): Proxy | string => {
  const found = URL.canParse(wanted) ? byOrigin.get(new URL(wanted).origin) : undefined;
  if (found && proxyOf(wanted)?.authorization === undefined) return found;
  return found
    ? `The proxy is named with a user or password. The operator gives those in ${CONFIG_KEY}.`
    : `The proxy is none that may be used. The operator lists those in ${CONFIG_KEY}.`;
};

/** What a proxy says instead of letting us through, and what becomes of the way to it. The message is a sentence. */
export class ProxyTrouble extends Error {}

/** Names that lead to machines nearby wherever they are asked for. */
const NEARBY =
  /^[^.]+$|\.(localhost|local|localdomain|internal|intranet|lan|corp|home|home\.arpa)$/i;
const NOT_KNOWN = new Set(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN']);

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/**
 * A proxy looks the name up by itself, so that what we see is not what it connects to: each address that we see must be
 * let through. A name that is known to the proxy alone is left to it, unless it looks like one of a machine nearby.
 *
 * @throws BlockedAddress
 */
export const checkBehindProxy = async (
  allow: AllowList,
  host: string,
  port: number,
  resolve: Resolve
): Promise<void> => {
  const refused = refusedHost(allow, host, port);
  if (refused) throw refused;
  if (isLiteral(host)) return;
  const addresses = await resolve(host).catch((error: unknown) => {
    if (NOT_KNOWN.has(String(codeOf(error)))) return undefined;
    throw error;
  });
  const bad = addresses?.map(({ address }) => address);
  const isRefused = bad
    ? bad.length === 0 || bad.some((address) => !isAllowed(allow, host, address, port))
    : NEARBY.test(host.replace(/\.$/, '')) && !isAllowedName(allow, host, port);
  if (isRefused) throw blockedAddress(allow, host, bad ?? [], port);
};

const headersFor = ({ authorization }: Proxy): Record<string, string> => ({
  'user-agent': 'Watchkeeper',
  ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
});

/** A connection through the proxy to the end, which TLS then goes over. */
const tunnelTo = async (proxy: Proxy, where: string, timeLimit: number) => {
  const client = new Client(proxy.origin, { connect: { timeout: timeLimit } });
  try {
    const signal = AbortSignal.timeout(timeLimit);
    const headers = { ...headersFor(proxy), host: where };
    const { statusCode, socket } = await client.connect({ path: where, headers, signal });
    if (statusCode >= 200 && statusCode < 300) return socket;
    socket.on('error', () => undefined).destroy();
    throw new ProxyTrouble(
      `The proxy ${proxy.origin} refuses to connect to ${where} (${statusCode}).`
    );
  } catch (error) {
    client.destroy().catch(() => undefined);
    if (error instanceof ProxyTrouble) throw error;
    throw new ProxyTrouble(`By the proxy: ${failureReason(error, new URL(proxy.origin))}`);
  }
};

/** How sockets for https are made behind a proxy. Whoever calls has checked the target. */
export const tunnelConnect =
  (proxy: Proxy, { timeLimit, tls }: ConnectSettings): buildConnector.connector =>
  (options, callback) => {
    const host = options.hostname.includes(':') ? `[${options.hostname}]` : options.hostname;
    const servername = tls?.serverName || options.servername;
    tunnelTo(proxy, `${host}:${Number(options.port) || 443}`, timeLimit).then(
      (duplex) => {
        // A CONNECT is answered with the socket itself.
        const httpSocket = duplex as buildConnector.Options['httpSocket'];
        buildConnector({ timeout: timeLimit, ...connectionOptions(tls) })(
          { ...options, servername, httpSocket },
          callback
        );
      },
      (error: Error) => callback(error, null)
    );
  };

/** For http a proxy is asked for the whole URL. */
export const forwardHeaders = (proxy: Proxy, { host }: URL): Record<string, string> => ({
  ...headersFor(proxy),
  host,
});
