import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { errorResponse } from '../http/response_adapter';
import { TooManyAttempts } from './attempts';
import type { Gate } from './gate';
import type { Credentials, Principal } from './principal';

const NAME = 'login';

export interface SchemeOptions {
  gate: Gate;
  cookie: string;
  /** Under which the cookie is sent. */
  basePath: string;
  secureCookie: boolean;
  /** What the host's own parts send as `Authorization: Bearer`. */
  ownToken: string;
}

const OWN: Principal = { name: 'standalone host' };
const REFUSED = 'The name or the password is wrong.';
const ENDED = 'Your session has ended. Log in again.';
const NOBODY =
  'Log in first: on the login page, or with an Authorization header of the kind Basic.';

/** Makes every route demand a login, unless it says otherwise (`auth: false`). */
export function addScheme(server: Server, options: SchemeOptions): void {
  const { cookie, basePath, secureCookie } = options;
  server.state(cookie, {
    path: basePath === '' ? '/' : basePath,
    isHttpOnly: true,
    isSecure: secureCookie,
    // Links of messages lead into pages, so that "Strict" would ask for a login that there is.
    isSameSite: 'Lax',
    encoding: 'none',
    ignoreErrors: true,
    strictHeader: false,
  });
  const authenticate = (request: Request, toolkit: ResponseToolkit) =>
    letIn(request, toolkit, options);
  server.auth.scheme(NAME, () => ({ authenticate: authenticate as never }));
  server.auth.strategy(NAME, NAME);
  server.auth.default(NAME);
}

/** The ids that the request has for a session; more than one when another site of the domain has set one. */
export function sessionIds(request: Request, cookie: string): string[] {
  return [request.state[cookie] ?? []].flat().map(String);
}

async function letIn(request: Request, toolkit: ResponseToolkit, options: SchemeOptions) {
  const { authorization } = request.headers;
  const found =
    authorization === undefined
      ? bySession(request, options)
      : await byHeader(request, authorization, options);
  if ('principal' in found) return toolkit.authenticated({ credentials: found as never });
  if (found.output.statusCode === 401 && request.auth.mode === 'required' && isPage(request)) {
    const login = loginPath(request, options.basePath);
    return toolkit.redirect(login).temporary(true).takeover();
  }
  return toolkit.unauthenticated(found);
}

type Found = Credentials | ReturnType<typeof errorResponse>;

function bySession(request: Request, { cookie, gate }: SchemeOptions): Found {
  const isSystem = request.headers['osd-system-request'] === 'true';
  const ids = sessionIds(request, cookie);
  for (const session of ids) {
    const principal = gate.sessions.find(session, !isSystem);
    if (principal) return { principal, session };
  }
  return refusal(401, ids.length > 0 ? ENDED : NOBODY);
}

async function byHeader(
  request: Request,
  header: string,
  { gate, ownToken }: SchemeOptions
): Promise<Found> {
  if (/^bearer /i.test(header)) {
    return isSame(header.slice('bearer '.length), ownToken)
      ? { principal: OWN }
      : refusal(401, NOBODY);
  }
  try {
    const verdict = await gate.tryHeader(request.info.remoteAddress, header);
    if (verdict.kind === 'let_in') return { principal: verdict.principal };
    if (verdict.kind === 'unavailable') return refusal(503, verdict.reason);
    return refusal(401, REFUSED);
  } catch (error) {
    if (error instanceof TooManyAttempts) return tooMany(error);
    throw error;
  }
}

export function tooMany({ message, wait }: TooManyAttempts) {
  const headers = { 'retry-after': String(Math.ceil(wait / 1000)) };
  return errorResponse(429, { message, attributes: { code: 'too_busy' } }, { headers });
}

/** A scheme that browsers do not know: for "Basic" they would ask with a dialogue of their own. */
const CHALLENGE = { 'www-authenticate': 'Session realm="Watchkeeper"' };

export function refusal(status: 401 | 503, message: string) {
  const code = status === 401 ? 'unauthenticated' : 'cluster_unreachable';
  const headers = status === 401 ? CHALLENGE : {};
  return errorResponse(status, { message, attributes: { code } }, { headers });
}

/** A browser that goes to a page; all else is a program, or a page that asks for data. */
function isPage({ method, path, headers }: Request): boolean {
  const accepts = String(headers.accept ?? '');
  return method === 'get' && accepts.includes('text/html') && !path.startsWith('/api/');
}

function loginPath({ url }: Request, basePath: string): string {
  const wanted = url.pathname + url.search;
  const query = wanted === '/' ? '' : `?next=${encodeURIComponent(basePath + wanted)}`;
  return `${basePath}/login${query}`;
}

function isSame(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(first, second);
}
