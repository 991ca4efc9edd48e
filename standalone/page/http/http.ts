import type {
  HttpFetchOptions,
  HttpHandler,
  HttpSetup,
  IBasePath,
} from 'opensearch-dashboards/public';
import type { Observable } from 'rxjs';
import { BehaviorSubject } from 'rxjs';
import { HttpFetchError } from './fetch_error';

const JSON_TYPE = /^application\/([\w.+-]*\+)?json/;
const NDJSON_TYPE = 'application/ndjson';

/** The browser's way to the server, with the headers that the server wants. */
export function createHttp(
  serverBasePath: string,
  version: string,
  onLoggedOut: () => void = () => undefined
): HttpSetup {
  const basePath = createBasePath(serverBasePath);
  const loading$ = new BehaviorSubject(0);
  const count = (change: number) => loading$.next(loading$.value + change);
  const handler =
    (method: string): HttpHandler =>
    async <T>(path: string, options: HttpFetchOptions = {}) => {
      const request = createRequest(method, path, options, basePath, version);
      count(1);
      try {
        return (await send(request)) as T;
      } catch (error) {
        if (isLoggedOut(error)) onLoggedOut();
        throw error;
      } finally {
        count(-1);
      }
    };
  return {
    basePath,
    fetch: handler('GET'),
    get: handler('GET'),
    post: handler('POST'),
    put: handler('PUT'),
    patch: handler('PATCH'),
    delete: handler('DELETE'),
    head: handler('HEAD'),
    addLoadingCountSource: (source$) => followCount(source$, count),
    getLoadingCount$: () => loading$,
  };
}

/** The host wants a login, or the cluster takes the one that there is no more. */
function isLoggedOut(error: unknown): boolean {
  return error instanceof HttpFetchError && error.response?.status === 401;
}

function createBasePath(serverBasePath: string): IBasePath {
  return {
    serverBasePath,
    get: () => serverBasePath,
    prepend: (path) => `${serverBasePath}${path}`,
    remove(path) {
      if (path === serverBasePath) return '';
      return path.startsWith(`${serverBasePath}/`) ? path.slice(serverBasePath.length) : path;
    },
  };
}

function createRequest(
  method: string,
  path: string,
  options: HttpFetchOptions,
  basePath: IBasePath,
  version: string
): Request {
  const { query = {}, headers = {}, body, signal, prependBasePath = true } = options;
  for (const name of Object.keys(headers)) {
    if (/^osd-/i.test(name)) throw new Error(`The header ${name} is set by the host only.`);
  }
  const url = new URL(prependBasePath ? basePath.prepend(path) : path, window.location.href);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined) url.searchParams.append(name, String(one));
    }
  }
  return new Request(url.href, {
    method,
    body,
    signal,
    credentials: 'same-origin',
    headers: {
      ...defined({ 'Content-Type': 'application/json', ...headers }),
      ...(options.asSystemRequest ? { 'osd-system-request': 'true' } : {}),
      ...(url.origin === window.location.origin
        ? { 'osd-version': version, 'osd-xsrf': 'osd-fetch' }
        : {}),
    },
  });
}

/** A header that is undefined is one that the browser sets itself. */
function defined(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  );
}

async function send(request: Request): Promise<unknown> {
  let response: Response;
  try {
    response = await window.fetch(request);
  } catch (error) {
    const { message, name } = error as Error;
    throw new HttpFetchError(message, name, request);
  }
  const body = await parseBody(request, response);
  if (response.ok) return body;
  const text = response.statusText || String(response.status);
  throw new HttpFetchError(text, 'HttpFetchError', request, response, body);
}

async function parseBody(request: Request, response: Response): Promise<unknown> {
  if (response.status === 204 || request.method === 'HEAD') return undefined;
  const type = response.headers.get('content-type') ?? '';
  try {
    if (type.startsWith(NDJSON_TYPE)) return await response.blob();
    return JSON_TYPE.test(type) ? await response.json() : await response.text();
  } catch (error) {
    const { message, name } = error as Error;
    throw new HttpFetchError(message, name, request, response);
  }
}

function followCount(source$: Observable<number>, count: (change: number) => void): void {
  let before = 0;
  source$.subscribe((now) => {
    count(now - before);
    before = now;
  });
}
