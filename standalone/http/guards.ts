import type { Request, RouteOptionsApp, Server } from '@hapi/hapi';
import { errorResponse } from './response_adapter';

export interface GuardOptions {
  basePath: string;
  version: string;
  demandsLogin?: boolean;
}

const SAFE_METHODS = ['get', 'head', 'options'];
const LOOPBACK_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** The rules that every request passes: names, base path, headers against forged requests. */
export function addGuards(server: Server, options: GuardOptions): void {
  const { basePath, version, demandsLogin } = options;
  server.ext('onRequest', (request, toolkit) => {
    // Another name that was made to point here (DNS rebinding) would be the same origin to a browser. With a login it
    // gains nothing: the cookie is not sent to that name.
    if (!demandsLogin && !LOOPBACK_NAMES.test(request.info.host)) {
      return errorResponse(403, `The host "${request.info.host}" is not served here.`);
    }
    return underBasePath(request, basePath)
      ? toolkit.continue
      : errorResponse(404, `Nothing is served outside of ${basePath}.`);
  });
  server.ext('onPostAuth', (request, toolkit) => {
    return refuseForged(request) ?? refuseOtherVersion(request, version) ?? toolkit.continue;
  });
}

/** Takes the base path off the URL. */
function underBasePath(request: Request, basePath: string): boolean {
  if (basePath === '') return true;
  const { pathname, search } = request.url;
  if (pathname !== basePath && !pathname.startsWith(`${basePath}/`)) return false;
  request.setUrl((pathname.slice(basePath.length) || '/') + search);
  return true;
}

function refuseForged({ method, headers, route }: Request) {
  const { xsrfRequired } = (route.settings.app ?? {}) as RouteOptionsApp & {
    xsrfRequired?: boolean;
  };
  if (xsrfRequired === false || SAFE_METHODS.includes(method)) return undefined;
  if ('osd-xsrf' in headers || 'osd-version' in headers) return undefined;
  return errorResponse(400, 'Request must contain the osd-xsrf header.');
}

function refuseOtherVersion({ headers }: Request, version: string) {
  const got = headers['osd-version'];
  if (got === undefined || got === version) return undefined;
  return errorResponse(400, {
    message: `The page is older or newer than the server: load it again (osd-version is "${got}", not "${version}").`,
    attributes: { expected: version, got },
  });
}
