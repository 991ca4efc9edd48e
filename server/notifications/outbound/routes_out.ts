import { createHash } from 'node:crypto';
import { Client } from 'undici';
import { guardedConnect } from './guarded_connect';
import type { ConnectSettings } from './guarded_connect';
import { checkBehindProxy, findProxy, forwardHeaders, tunnelConnect } from './proxies';
import type { Proxies, Proxy } from './proxies';
import { portOf } from './request_rules';
import { tlsProblem } from './tls_options';
import type { OutboundRequest } from './types';

/** How a request gets to its receiver. */
export interface Route {
  /** Requests may share a connection only where this is the same. */
  key: string;
  path: string;
  /** Beside those of the request. */
  headers: Readonly<Record<string, string>>;
  /** Before each request; a connection of our own is checked when it is made. */
  check(): Promise<void>;
  open(): Client;
}

const USER_AGENT = { 'user-agent': 'Watchkeeper' };

const keyOf = (url: URL, { tls, proxy }: OutboundRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([url.origin, proxy, tls?.ca, tls?.cert, tls?.key, tls?.serverName]))
    .digest('base64');

const direct = (url: URL, settings: ConnectSettings): Omit<Route, 'key'> => ({
  path: `${url.pathname}${url.search}`,
  headers: USER_AGENT,
  check: async () => undefined,
  open: () => new Client(url.origin, { connect: guardedConnect(settings) }),
});

const behind = (proxy: Proxy, url: URL, settings: ConnectSettings): Omit<Route, 'key'> => {
  const { allow, resolve, timeLimit } = settings;
  const path = `${url.pathname}${url.search}`;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const check = () => checkBehindProxy(allow, host, portOf(url), resolve);
  if (url.protocol === 'https:') {
    const open = () => new Client(url.origin, { connect: tunnelConnect(proxy, settings) });
    return { path, headers: USER_AGENT, check, open };
  }
  return {
    path: `${url.origin}${path}`,
    headers: forwardHeaders(proxy, url),
    check,
    open: () => new Client(proxy.origin, { connect: { timeout: timeLimit } }),
  };
};

/** The way there, or why there is none. */
export const routeFor = (
  request: OutboundRequest,
  url: URL,
  settings: ConnectSettings,
  proxies: Proxies
): Route | string => {
  const problem = request.tls && tlsProblem(request.tls);
  if (problem !== undefined) return problem;
  const proxy = request.proxy ? findProxy(proxies, request.proxy) : undefined;
  if (typeof proxy === 'string') return proxy;
  const key = keyOf(url, request);
  return { key, ...(proxy ? behind(proxy, url, settings) : direct(url, settings)) };
};
