import type { Observable } from 'rxjs';
import type { IScopedClusterClient } from './opensearch';
import type { SavedObjectsClientContract } from './saved_objects_client';
import type { ISavedObjectTypeRegistry } from './saved_objects_service';

export type Headers = Record<string, string | string[] | undefined>;

export type RouteMethod = 'get' | 'options' | 'post' | 'put' | 'delete' | 'patch';

export interface OpenSearchDashboardsRequestRoute {
  readonly path: string;
  readonly method: RouteMethod;
}

/** A request as a route handler sees it; the three generic parts have passed their validators. */
export interface OpenSearchDashboardsRequest<P = unknown, Q = unknown, B = unknown> {
  readonly id: string;
  readonly uuid: string;
  readonly url: URL;
  readonly route: OpenSearchDashboardsRequestRoute;
  /** Names are in lower case. */
  readonly headers: Readonly<Headers>;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly auth: { isAuthenticated: boolean };
  readonly isSystemRequest: boolean;
  readonly events: {
    /** Emits once when the client goes away before it was answered. */
    readonly aborted$: Observable<void>;
    /** Emits once when the request is done with, answered or aborted. */
    readonly completed$: Observable<void>;
  };
}

/** Enough of a request to act as somebody: its headers. */
export interface FakeRequest {
  headers: Headers;
}

export type ScopeableRequest = OpenSearchDashboardsRequest | FakeRequest;

/** Made by {@link RouteValidationResultFactory.badRequest}; `path` names the field at fault. */
export interface RouteValidationError extends Error {
  readonly cause?: Error;
  readonly path: string[];
}

export interface RouteValidationResultFactory {
  ok<T>(value: T): { value: T };
  badRequest(error: Error | string, path?: string[]): { error: RouteValidationError };
}

/** Checks one part of a request. An `error` becomes `400 {statusCode, error, message}`. */
export type RouteValidationFunction<T> = (
  data: unknown,
  validationResult: RouteValidationResultFactory
) => { value: T; error?: never } | { value?: never; error: RouteValidationError };

export interface RouteValidatorConfig<P, Q, B> {
  params?: RouteValidationFunction<P>;
  query?: RouteValidationFunction<Q>;
  body?: RouteValidationFunction<B>;
}

export interface RouteConfigOptionsBody {
  accepts?: string | string[];
  maxBytes?: number;
  output?: 'data' | 'stream';
  parse?: boolean | 'gunzip';
}

export interface RouteConfigOptions<Method extends RouteMethod> {
  authRequired?: boolean | 'optional';
  /** `false` lets a request without the `osd-xsrf` header through. Not for `get`. */
  xsrfRequired?: Method extends 'get' ? never : boolean;
  tags?: readonly string[];
  body?: Method extends 'get' | 'options' ? undefined : RouteConfigOptionsBody;
  timeout?: {
    payload?: Method extends 'get' | 'options' ? undefined : number;
    idleSocket?: number;
  };
}

export interface RouteConfig<P, Q, B, Method extends RouteMethod> {
  /** A full path, such as `/api/watchkeeper/monitors/{id}`. */
  path: string;
  /** `false` gives the handler `{}` for params, query and body. */
  validate: RouteValidatorConfig<P, Q, B> | false;
  options?: RouteConfigOptions<Method>;
}

export type ResponseHeaders = Record<string, string | string[]>;

/** What an error answer is made of; `attributes` goes out beside `message`. */
export type ResponseError =
  string | Error | { message: string | Error; attributes?: Record<string, unknown> };

/** Only made by {@link OpenSearchDashboardsResponseFactory}: the host checks with `instanceof`. */
export interface IOpenSearchDashboardsResponse {
  readonly status: number;
  readonly payload?: unknown;
  readonly options: { headers?: ResponseHeaders };
}

/** A JSON value, text, bytes or a stream. */
export type HttpResponsePayload = string | object | undefined;

export interface HttpResponseOptions {
  body?: HttpResponsePayload;
  headers?: ResponseHeaders;
}

export interface ErrorHttpResponseOptions {
  body?: ResponseError;
  headers?: ResponseHeaders;
}

export interface CustomHttpResponseOptions<T> {
  statusCode: number;
  body?: T;
  headers?: ResponseHeaders;
}

/** Errors leave as `{ statusCode, error, message, attributes? }`. */
export interface OpenSearchDashboardsResponseFactory {
  ok(options?: HttpResponseOptions): IOpenSearchDashboardsResponse;
  accepted(options?: HttpResponseOptions): IOpenSearchDashboardsResponse;
  noContent(options?: HttpResponseOptions): IOpenSearchDashboardsResponse;
  redirected(
    options: HttpResponseOptions & { headers: { location: string } }
  ): IOpenSearchDashboardsResponse;
  badRequest(options?: ErrorHttpResponseOptions): IOpenSearchDashboardsResponse;
  unauthorized(options?: ErrorHttpResponseOptions): IOpenSearchDashboardsResponse;
  forbidden(options?: ErrorHttpResponseOptions): IOpenSearchDashboardsResponse;
  notFound(options?: ErrorHttpResponseOptions): IOpenSearchDashboardsResponse;
  conflict(options?: ErrorHttpResponseOptions): IOpenSearchDashboardsResponse;
  internalError(options?: ErrorHttpResponseOptions): IOpenSearchDashboardsResponse;
  /** `statusCode` is 400 to 599; anything else throws. */
  customError(options: CustomHttpResponseOptions<ResponseError>): IOpenSearchDashboardsResponse;
  custom(
    options: CustomHttpResponseOptions<HttpResponsePayload | ResponseError>
  ): IOpenSearchDashboardsResponse;
}

/** The host's services, bound to one request. */
export interface RequestHandlerContext {
  core: {
    savedObjects: { client: SavedObjectsClientContract; typeRegistry: ISavedObjectTypeRegistry };
    opensearch: { client: IScopedClusterClient };
  };
}

/**
 * Answers a request. What it throws is logged and becomes a plain 500; a 401 of the cluster is
 * handed on as 401.
 */
export type RequestHandler<P = unknown, Q = unknown, B = unknown> = (
  context: RequestHandlerContext,
  request: OpenSearchDashboardsRequest<P, Q, B>,
  response: OpenSearchDashboardsResponseFactory
) => IOpenSearchDashboardsResponse | Promise<IOpenSearchDashboardsResponse>;

export type RouteRegistrar<Method extends RouteMethod> = <P, Q, B>(
  route: RouteConfig<P, Q, B, Method>,
  handler: RequestHandler<P, Q, B>
) => void;

/** Routes can be registered until the host listens. */
export interface IRouter {
  routerPath: string;
  get: RouteRegistrar<'get'>;
  post: RouteRegistrar<'post'>;
  put: RouteRegistrar<'put'>;
  patch: RouteRegistrar<'patch'>;
  delete: RouteRegistrar<'delete'>;
}

export interface IBasePath {
  /** `server.basePath` of the host, without a slash at its end. */
  readonly serverBasePath: string;
  get(request: ScopeableRequest): string;
  prepend(path: string): string;
  remove(path: string): string;
}

export interface HttpServerInfo {
  name: string;
  hostname: string;
  port: number;
  protocol: 'http' | 'https' | 'socket';
}

export interface HttpServiceSetup {
  /** The same router for every call of one plugin. */
  createRouter(): IRouter;
  basePath: IBasePath;
  getServerInfo(): HttpServerInfo;
}

export interface HttpServiceStart {
  basePath: IBasePath;
  getServerInfo(): HttpServerInfo;
}
