import { randomUUID } from 'node:crypto';
import type { Request } from '@hapi/hapi';
import type {
  OpenSearchDashboardsRequest,
  RouteMethod,
  RouteValidatorConfig,
} from 'opensearch-dashboards/server';
import type { Observable } from 'rxjs';
import { fromEvent, merge } from 'rxjs';
import { first, map, shareReplay, takeUntil } from 'rxjs/operators';
import { credentialsOf } from '../auth/principal';
import { validatePart } from './route_validation';

/** Makes what handlers see of a request. Throws when a part of it does not pass its validator. */
export function toRequest<P, Q, B>(
  request: Request,
  validate: RouteValidatorConfig<P, Q, B> | false
): OpenSearchDashboardsRequest<P, Q, B> {
  const rules = validate === false ? {} : validate;
  return {
    id: randomUUID(),
    uuid: randomUUID(),
    url: request.url,
    route: { path: request.path, method: request.method as RouteMethod },
    headers: Object.freeze(headersOf(request)),
    params: validatePart(rules.params, request.params, 'request params'),
    query: validatePart(rules.query, request.query, 'request query'),
    body: validatePart(rules.body, request.payload, 'request body'),
    auth: { isAuthenticated: Boolean(request.auth.isAuthenticated) },
    isSystemRequest: request.headers['osd-system-request'] === 'true',
    events: eventsOf(request),
  };
}

/** For whoever is logged in, the `authorization` is what the cluster is to be asked with, whatever let them in here. */
function headersOf(request: Request): OpenSearchDashboardsRequest['headers'] {
  const credentials = credentialsOf(request);
  if (credentials === undefined) return { ...request.headers };
  const headers = { ...request.headers };
  const { authorization } = credentials.principal;
  if (authorization === undefined) delete headers.authorization;
  else headers.authorization = authorization;
  return headers;
}

function eventsOf({ raw }: Request): OpenSearchDashboardsRequest['events'] {
  const finished$ = once(raw.res, 'finish');
  const aborted$ = once(raw.res, 'close').pipe(takeUntil(finished$), shareReplay(1));
  return { aborted$, completed$: merge(finished$, aborted$).pipe(first(), shareReplay(1)) };
}

function once(emitter: NodeJS.EventEmitter, event: string): Observable<void> {
  return fromEvent(emitter, event).pipe(
    first(),
    map(() => undefined),
    shareReplay(1)
  );
}
