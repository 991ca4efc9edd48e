import type { Client, Dispatcher } from 'undici';
import type { AllowList } from './address_rules';
import { failureReason } from './failure_reason';
import { BlockedAddress, systemResolve } from './guarded_connect';
import type { Resolve } from './guarded_connect';
import { connectGuarded } from './guarded_socket';
import { KeptConnections } from './kept_connections';
import { NO_PROXIES, ProxyTrouble } from './proxies';
import type { Proxies } from './proxies';
import { refusedRequest } from './request_rules';
import { routeFor } from './routes_out';
import type { Route } from './routes_out';
import type { GuardedClient, OutboundRequest, OutboundResult } from './types';

/** So much of an answer is read; the rest is not waited for. */
const MOST_READ = 64 * 1024;

class TimeLimit extends Error {}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

interface Start {
  text: string;
  /** Nothing of the answer is left on the connection. */
  whole: boolean;
}

/** The start of the body. What arrived counts even when the rest does not: the status has been said. */
const readStart = async (body: Dispatcher.ResponseData['body']): Promise<Start> => {
  const chunks: Buffer[] = [];
  let size = 0;
  let whole = true;
  body.on('error', () => undefined);
  try {
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size >= MOST_READ) {
        whole = false;
        break;
      }
    }
  } catch {
    // Cut off, or over the time limit.
    whole = false;
  }
  return { text: Buffer.concat(chunks).subarray(0, MOST_READ).toString('utf8'), whole };
};

const redirectTarget = (location: string | undefined, url: URL): string | undefined =>
  location !== undefined && URL.canParse(location, url) ? new URL(location, url).origin : undefined;

const answerOf = (
  { statusCode, headers }: Dispatcher.ResponseData,
  text: string,
  url: URL
): OutboundResult => {
  const retryAfter = single(headers['retry-after']);
  const redirectsTo = isRedirect(statusCode)
    ? redirectTarget(single(headers.location), url)
    : undefined;
  return {
    kind: 'answer',
    status: statusCode,
    text,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(redirectsTo === undefined ? {} : { redirectsTo }),
  };
};

/** A name of its own that a request gives goes before ours. */
const headersOf = (route: Route, given: OutboundRequest['headers']): Record<string, string> => {
  const own = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const ours = Object.entries(route.headers).filter(([name]) => !own.has(name));
  return { ...Object.fromEntries(ours), ...given };
};

const reasonOf = (error: unknown, url: URL, timeLimit: number): string => {
  if (error instanceof TimeLimit)
    return `${url.origin} did not answer within ${timeLimit / 1000} s.`;
  return error instanceof ProxyTrouble ? error.message : failureReason(error, url);
};

const resultOf = (error: unknown, url: URL, timeLimit: number): OutboundResult =>
  error instanceof BlockedAddress
    ? { kind: 'blocked', reason: error.message }
    : { kind: 'failed', reason: reasonOf(error, url, timeLimit) };

/** The end of what is waited for, even where that itself cannot be stopped, as looking up a name. */
const orAborted = async <T>(action: Promise<T>, signal: AbortSignal): Promise<T> => {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_done, fail) => {
    stop = () => fail(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([action, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

/**
 * The address is checked for every connection, and a connection is used again only right after it has answered in full:
 * whatever went wrong closes it. Redirects are answers; of proxies only those are asked that the operator lists.
 */
export const createGuardedClient = (
  allow: AllowList,
  resolve: Resolve = systemResolve,
  proxies: Proxies = NO_PROXIES
): GuardedClient => {
  const underWay = new Set<Client>();
  const kept = new KeptConnections();

  let closed = false;

  const ask = async (
    { method, headers, body }: OutboundRequest,
    route: Route,
    timeLimit: number,
    signal: AbortSignal
  ): Promise<{ answer: Dispatcher.ResponseData; text: string }> => {
    await orAborted(route.check(), signal);
    const client = kept.take(route.key) ?? route.open();
    underWay.add(client);
    let whole = false;
    try {
      const answer = await client.request({
        path: route.path,
        method: method as Dispatcher.HttpMethod,
        headers: headersOf(route, headers),
        body: body ?? null,
        headersTimeout: timeLimit,
        bodyTimeout: timeLimit,
        signal,
      });
      const start = await readStart(answer.body);
      ({ whole } = start);
      return { answer, text: start.text };
    } finally {
      underWay.delete(client);
      if (whole && !closed) kept.keep(route.key, client);
      else client.destroy().catch(() => undefined);
    }
  };

  return {
    async send(request) {
      const refused = refusedRequest(request, allow);
      if (refused !== undefined) return { kind: 'blocked', reason: refused };
      const url = new URL(request.url);
      // undici throws at anything but whole milliseconds, and what is left of a lease is none.
      const timeLimit = Math.max(1, Math.floor(request.timeLimit));
      const route = routeFor(
        request,
        url,
        { allow, timeLimit, resolve, tls: request.tls },
        proxies
      );
      if (typeof route === 'string') return { kind: 'blocked', reason: route };
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(new TimeLimit()), timeLimit);
      try {
        const { answer, text } = await ask(request, route, timeLimit, abort.signal);
        return answerOf(answer, text, url);
      } catch (error) {
        return resultOf(error, url, timeLimit);
      } finally {
        clearTimeout(timer);
      }
    },

    connect: (request) => connectGuarded(request, allow, resolve),

    async close() {
      closed = true;
      kept.close();
      await Promise.allSettled([...underWay].map((client) => client.destroy()));
    },
  };
};
