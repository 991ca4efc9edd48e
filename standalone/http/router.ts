import type { Request, ResponseToolkit, RouteOptions, Server } from '@hapi/hapi';
import type {
  IRouter,
  Logger,
  OpenSearchDashboardsRequest,
  RequestHandler,
  RequestHandlerContext,
  RouteConfig,
  RouteMethod,
  RouteRegistrar,
} from 'opensearch-dashboards/server';
import { toRequest } from './request';
import { responseFactory } from './response';
import { errorResponse, toHapi } from './response_adapter';
import { assertValidators } from './route_validation';

export interface RouterDeps {
  server: Server;
  log: Logger;
  /** The host's services for one request. */
  createContext(request: OpenSearchDashboardsRequest): RequestHandlerContext;
}

/** A router whose routes are those of Dashboards, on hapi. */
export function createRouter(deps: RouterDeps): IRouter {
  const registrar =
    <M extends RouteMethod>(method: M): RouteRegistrar<M> =>
    (route, handler) =>
      addRoute(deps, method, route, handler);
  return {
    routerPath: '',
    get: registrar('get'),
    post: registrar('post'),
    put: registrar('put'),
    patch: registrar('patch'),
    delete: registrar('delete'),
  };
}

function addRoute<P, Q, B, M extends RouteMethod>(
  deps: RouterDeps,
  method: M,
  route: RouteConfig<P, Q, B, M>,
  handler: RequestHandler<P, Q, B>
): void {
  assertValidators(`${method.toUpperCase()} ${route.path}`, route.validate);
  const { tags, timeout, xsrfRequired } = route.options ?? {};
  deps.server.route({
    method,
    path: route.path,
    handler: (request, toolkit) => answer(deps, route, handler, request, toolkit),
    options: {
      app: { xsrfRequired: xsrfRequired ?? method !== 'get' },
      auth: authOf(deps.server, route.options?.authRequired),
      tags: tags === undefined ? undefined : [...tags],
      payload: method === 'get' ? undefined : payloadOptions(route),
      timeout: timeout?.idleSocket === undefined ? undefined : { socket: timeout.idleSocket },
    },
  });
}

/** `optional`: who has not logged in, or whose login has ended, is a stranger, and let through. */
function authOf(server: Server, required: boolean | 'optional' = true): RouteOptions['auth'] {
  const isDemanded = Boolean(server.auth.settings.default);
  if (!isDemanded || required === true) return undefined;
  return required === 'optional' ? { mode: 'try' } : false;
}

/** Without a rule for it, a body is handed on as an unread stream. */
function payloadOptions<P, Q, B, M extends RouteMethod>(route: RouteConfig<P, Q, B, M>) {
  const { body = {}, timeout } = route.options ?? {};
  const wanted = (route.validate !== false && route.validate.body) || route.options?.body;
  const { accepts: allow, maxBytes, output, parse } = body;
  return {
    allow,
    maxBytes,
    output: output ?? (wanted ? undefined : ('stream' as const)),
    parse: parse ?? (wanted ? undefined : false),
    timeout: timeout?.payload,
    multipart: true as never,
  };
}

async function answer<P, Q, B, M extends RouteMethod>(
  { log, createContext }: RouterDeps,
  route: RouteConfig<P, Q, B, M>,
  handler: RequestHandler<P, Q, B>,
  hapiRequest: Request,
  toolkit: ResponseToolkit
) {
  let request: OpenSearchDashboardsRequest<P, Q, B>;
  try {
    request = toRequest(hapiRequest, route.validate);
  } catch (error) {
    return errorResponse(400, error as Error);
  }
  try {
    return toHapi(await handler(createContext(request), request, responseFactory), toolkit);
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    return forUncaught(error, hapiRequest.auth.isAuthenticated);
  }
}

/**
 * A 401 of the cluster is handed on; all else is a plain 500. Where the host has no login page, the browser asks for one
 * by itself.
 */
function forUncaught(error: unknown, isLoggedIn: boolean) {
  const { name, statusCode, message } = error as { statusCode?: number } & Error;
  if (name === 'ResponseError' && statusCode === 401) {
    const headers = { 'www-authenticate': 'Basic realm="Authorization Required"' };
    return errorResponse(401, message, isLoggedIn ? {} : { headers });
  }
  return errorResponse(500, 'An internal server error occurred.');
}
