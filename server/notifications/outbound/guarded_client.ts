import { Client } from 'undici';
import type { Dispatcher } from 'undici';
import { failureReason } from './failure_reason';
import { BlockedAddress, guardedConnect, systemResolve } from './guarded_connect';
import type { Resolve } from './guarded_connect';
import { KeptConnections } from './kept_connections';
import type { AllowList } from './address_rules';
import type { GuardedClient, OutboundRequest, OutboundResult } from './types';

/** So much of an answer is read; the rest is not waited for. */
const MOST_READ = 64 * 1024;

class TimeLimit extends Error {}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** What is wrong with the URL itself, before anybody is looked up. */
const refusedUrl = (url: URL): string | undefined => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `Only http and https are sent to, not ${url.protocol.replace(':', '')}.`;
  }
  return url.username !== '' || url.password !== ''
    ? `The URL at ${url.host} holds a user or password. Give them as an Authorization header.`
    : undefined;
};

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

const resultOf = (error: unknown, url: URL, timeLimit: number): OutboundResult => {
  if (error instanceof BlockedAddress) return { kind: 'blocked', reason: error.message };
  const reason =
    error instanceof TimeLimit
      ? `${url.origin} did not answer within ${timeLimit / 1000} s.`
      : failureReason(error, url);
  return { kind: 'failed', reason };
};

/**
 * The address is checked for every connection, and a connection is used again only right after it has answered in full:
 * whatever went wrong closes it. Redirects are answers; no proxy is asked.
 */
export const createGuardedClient = (
  allow: AllowList,
  resolve: Resolve = systemResolve
): GuardedClient => {
  const underWay = new Set<Client>();
  const kept = new KeptConnections();

  let closed = false;

  const connect = (origin: string, timeLimit: number): Client =>
    new Client(origin, { connect: guardedConnect(allow, timeLimit, resolve) });

  const ask = async (request: OutboundRequest, url: URL): Promise<OutboundResult> => {
    const { method, headers, body } = request;
    // undici throws at anything but whole milliseconds, and what is left of a lease is none.
    const timeLimit = Math.max(1, Math.floor(request.timeLimit));
    const client = kept.take(url.origin) ?? connect(url.origin, timeLimit);
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(new TimeLimit()), timeLimit);
    underWay.add(client);
    let whole = false;
    try {
      const answer = await client.request({
        path: `${url.pathname}${url.search}`,
        method: method as Dispatcher.HttpMethod,
        headers: { 'user-agent': 'Watchkeeper', ...headers },
        body: body ?? null,
        headersTimeout: timeLimit,
        bodyTimeout: timeLimit,
        signal: abort.signal,
      });
      const start = await readStart(answer.body);
      ({ whole } = start);
      return answerOf(answer, start.text, url);
    } catch (error) {
      return resultOf(error, url, timeLimit);
    } finally {
      clearTimeout(timer);
      underWay.delete(client);
      if (whole && !closed) kept.keep(url.origin, client);
      else client.destroy().catch(() => undefined);
    }
  };

  return {
    async send(request) {
      if (!URL.canParse(request.url)) return { kind: 'blocked', reason: 'This is not a URL.' };
      const url = new URL(request.url);
      const reason = refusedUrl(url);
      return reason === undefined ? ask(request, url) : { kind: 'blocked', reason };
    },

    async close() {
      closed = true;
      kept.close();
      await Promise.allSettled([...underWay].map((client) => client.destroy()));
    },
  };
};
