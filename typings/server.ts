/**
 * The part of the OpenSearch Dashboards server contract that Watchkeeper uses, written by hand.
 *
 * Types only: import with `import type { ... } from 'opensearch-dashboards/server'`. The names are
 * those of Dashboards 2.19 and 3.x, so that the sources also compile inside a Dashboards tree.
 */
import type { Observable } from 'rxjs';

// ---------------------------------------------------------------------------------------------
// Logging and the initializer context

/** Optional structured data beside a log message. */
export type LogMeta = Record<string, unknown>;

export interface Logger {
  trace(message: string, meta?: LogMeta): void;
  debug(message: string, meta?: LogMeta): void;
  info(message: string, meta?: LogMeta): void;
  warn(errorOrMessage: string | Error, meta?: LogMeta): void;
  error(errorOrMessage: string | Error, meta?: LogMeta): void;
  fatal(errorOrMessage: string | Error, meta?: LogMeta): void;
  /** A logger whose context is this one's, extended by the parts. */
  get(...childContextPaths: string[]): Logger;
}

export interface LoggerFactory {
  get(...contextParts: string[]): Logger;
}

export interface PackageInfo {
  version: string;
  branch: string;
  buildNum: number;
  buildSha: string;
  dist: boolean;
}

export interface EnvironmentMode {
  name: 'development' | 'production';
  dev: boolean;
  prod: boolean;
}

export interface PluginInitializerContext<ConfigSchema = unknown> {
  opaqueId: symbol;
  env: {
    mode: Readonly<EnvironmentMode>;
    packageInfo: Readonly<PackageInfo>;
    /** Stays the same over restarts: it is kept in the data folder of the host. */
    instanceUuid: string;
  };
  logger: LoggerFactory;
  config: {
    create<T = ConfigSchema>(): Observable<T>;
    createIfExists<T = ConfigSchema>(): Observable<T | undefined>;
  };
}

/**
 * What the host asks of a config schema. It is found by the flag, so a plugin may bring a validator
 * of its own. `validate` returns the value with its defaults filled in, or throws.
 */
export interface ConfigSchemaType<T> {
  readonly __isOsdConfigSchemaType: true;
  validate(value: unknown, context?: Record<string, unknown>, namespace?: string): T;
}

export interface PluginConfigDescriptor<T = unknown> {
  schema: ConfigSchemaType<T>;
  /** Never set this for a key that holds a secret: the value is printed into every page. */
  exposeToBrowser?: { [K in keyof T]?: boolean };
}

/** A plugin's server side: what the function that is exported as `plugin` returns. */
export interface Plugin<TSetup = void, TStart = void> {
  /** Has 30 s; never waits for the cluster. */
  setup(core: CoreSetup, plugins: Record<string, unknown>): TSetup | Promise<TSetup>;
  /** Has 30 s; never waits for the cluster. The host does not listen yet. */
  start(core: CoreStart, plugins: Record<string, unknown>): TStart | Promise<TStart>;
  /** Awaited without a limit: bring a deadline of your own. */
  stop?(): void | Promise<void>;
}

export type PluginInitializer<TSetup = void, TStart = void> = (
  context: PluginInitializerContext
) => Plugin<TSetup, TStart>;

// ---------------------------------------------------------------------------------------------
// HTTP

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

export interface HttpAuth {
  get<T = unknown>(
    request: OpenSearchDashboardsRequest
  ): {
    status: 'authenticated' | 'unauthenticated' | 'unknown';
    state: T;
  };
  isAuthenticated(request: OpenSearchDashboardsRequest): boolean;
}

export interface HttpServiceSetup {
  /** The same router for every call of one plugin. */
  createRouter(): IRouter;
  basePath: IBasePath;
  auth: HttpAuth;
  getServerInfo(): HttpServerInfo;
}

export interface HttpServiceStart {
  basePath: IBasePath;
  auth: HttpAuth;
  getServerInfo(): HttpServerInfo;
}

// ---------------------------------------------------------------------------------------------
// OpenSearch

export interface TransportRequestParams {
  method: string;
  path: string;
  querystring?: Record<string, unknown>;
  /** An object is sent as JSON, a string as it is. */
  body?: string | object;
  /** For `_bulk` and `_msearch`: lines of newline-delimited JSON, or one ready text. */
  bulkBody?: string | object[];
}

export interface TransportRequestOptions {
  /** Statuses that are answers, not errors; `[404]` keeps an expected 404 out of the host's log. */
  ignore?: number[];
  /** In milliseconds, or as `30s`. */
  requestTimeout?: number | string;
  maxRetries?: number;
  headers?: Record<string, string>;
  opaqueId?: string;
  /** The body is then the raw `Readable`, whatever the status: errors are not thrown. */
  asStream?: boolean;
}

export interface ClientResponse<T = unknown> {
  body: T;
  statusCode: number | null;
  headers: Record<string, unknown> | null;
  warnings: string[] | null;
}

/** A request under way; `abort()` closes its connection (and rejects with `RequestAbortedError`). */
export interface TransportRequestPromise<T> extends Promise<T> {
  abort(): void;
}

/**
 * The cluster, through the one method that every version of the client has. Rejects with errors that
 * have a `name`: `ResponseError` (with `statusCode`, `body`, `headers`), `ConnectionError`,
 * `TimeoutError`, `NoLivingConnectionsError`, `RequestAbortedError`.
 */
export interface OpenSearchClient {
  transport: {
    request<T = unknown>(
      params: TransportRequestParams,
      options?: TransportRequestOptions
    ): TransportRequestPromise<ClientResponse<T>>;
  };
}

export interface IScopedClusterClient {
  readonly asCurrentUser: OpenSearchClient;
  readonly asInternalUser: OpenSearchClient;
}

export interface IClusterClient {
  readonly asInternalUser: OpenSearchClient;
  asScoped(request: ScopeableRequest): IScopedClusterClient;
}

export interface ICustomClusterClient extends IClusterClient {
  close(): Promise<void>;
}

export interface OpenSearchClientConfig {
  hosts: string[];
  username: string;
  password: string;
  /** Sent with every request of the client. */
  customHeaders: Record<string, string>;
  /** Headers of a request that `asScoped` hands on to the cluster. */
  requestHeadersWhitelist: string[];
}

export interface OpenSearchServiceStart {
  readonly client: IClusterClient;
  /** A client of one's own; whoever makes it closes it. Unset keys are those of the host. */
  createClient(type: string, clientConfig?: Partial<OpenSearchClientConfig>): ICustomClusterClient;
}

// ---------------------------------------------------------------------------------------------
// Saved objects

export interface SavedObjectReference {
  name: string;
  type: string;
  id: string;
}

export interface SavedObjectError {
  error: string;
  message: string;
  statusCode: number;
  metadata?: Record<string, unknown>;
}

export type SavedObjectsMigrationVersion = Record<string, string>;

export interface SavedObject<T = unknown> {
  id: string;
  type: string;
  attributes: T;
  references: SavedObjectReference[];
  /** Opaque; changes with every write. */
  version?: string;
  /** ISO 8601. */
  updated_at?: string;
  migrationVersion?: SavedObjectsMigrationVersion;
  namespaces?: string[];
  originId?: string;
  workspaces?: string[];
  /** Set in bulk answers when this one object failed. */
  error?: SavedObjectError;
}

export interface SavedObjectsBaseOptions {
  namespace?: string;
  workspaces?: string[] | null;
}

export type MutatingOperationRefreshSetting = boolean | 'wait_for';

export interface SavedObjectsCreateOptions extends SavedObjectsBaseOptions {
  id?: string;
  overwrite?: boolean;
  /** With `overwrite`: the version that is overwritten; another one is a conflict. */
  version?: string;
  migrationVersion?: SavedObjectsMigrationVersion;
  references?: SavedObjectReference[];
  refresh?: MutatingOperationRefreshSetting;
  originId?: string;
  initialNamespaces?: string[];
}

export interface SavedObjectsBulkCreateObject<T = unknown> {
  id?: string;
  type: string;
  attributes: T;
  version?: string;
  references?: SavedObjectReference[];
  migrationVersion?: SavedObjectsMigrationVersion;
  originId?: string;
  initialNamespaces?: string[];
  workspaces?: string[];
}

export interface SavedObjectsUpdateOptions extends SavedObjectsBaseOptions {
  /** The version that the change is based on; another one is a conflict (409). */
  version?: string;
  references?: SavedObjectReference[];
  refresh?: MutatingOperationRefreshSetting;
}

export interface SavedObjectsBulkUpdateObject<T = unknown> {
  id: string;
  type: string;
  attributes: Partial<T>;
  version?: string;
  references?: SavedObjectReference[];
  namespace?: string;
}

export interface SavedObjectsBulkUpdateOptions extends SavedObjectsBaseOptions {
  refresh?: MutatingOperationRefreshSetting;
}

export interface SavedObjectsDeleteOptions extends SavedObjectsBaseOptions {
  refresh?: MutatingOperationRefreshSetting;
  force?: boolean;
}

export interface SavedObjectsFindOptions {
  type: string | string[];
  /** From 1. `page * perPage` ends at 10,000. */
  page?: number;
  /** 20 unless given. */
  perPage?: number;
  sortField?: string;
  sortOrder?: string;
  /** Attributes to return. */
  fields?: string[];
  /** In the simple query string syntax. */
  search?: string;
  /** Attribute names, without the type. */
  searchFields?: string[];
  hasReference?: { type: string; id: string };
  defaultSearchOperator?: 'AND' | 'OR';
  namespaces?: string[];
  preference?: string;
}

export interface SavedObjectsFindResult<T = unknown> extends SavedObject<T> {
  score: number;
}

export interface SavedObjectsFindResponse<T = unknown> {
  saved_objects: Array<SavedObjectsFindResult<T>>;
  total: number;
  per_page: number;
  page: number;
}

export interface SavedObjectsBulkGetObject {
  id: string;
  type: string;
  fields?: string[];
}

export interface SavedObjectsBulkResponse<T = unknown> {
  saved_objects: Array<SavedObject<T>>;
}

export interface SavedObjectsUpdateResponse<T = unknown> extends Omit<
  SavedObject<T>,
  'attributes' | 'references'
> {
  attributes: Partial<T>;
  references: SavedObjectReference[] | undefined;
}

export interface SavedObjectsBulkUpdateResponse<T = unknown> {
  saved_objects: Array<SavedObjectsUpdateResponse<T>>;
}

export interface SavedObjectsCheckConflictsObject {
  id: string;
  type: string;
}

export interface SavedObjectsCheckConflictsResponse {
  errors: Array<{ id: string; type: string; error: SavedObjectError }>;
}

/** An error of the saved-object client: a Boom with a code of its own. */
export interface SavedObjectsClientError extends Error {
  isBoom: boolean;
  output: { statusCode: number; payload: { statusCode: number; error: string; message: string } };
}

/** The `errors` of every client: makes the client's errors and tells them apart. */
export interface SavedObjectsErrorHelpers {
  isSavedObjectsClientError(error: unknown): boolean;
  isBadRequestError(error: Error): boolean;
  isNotAuthorizedError(error: Error): boolean;
  isForbiddenError(error: Error): boolean;
  isNotFoundError(error: Error): boolean;
  isConflictError(error: Error): boolean;
  createBadRequestError(reason?: string): SavedObjectsClientError;
  createGenericNotFoundError(type?: string | null, id?: string | null): SavedObjectsClientError;
  createConflictError(type: string, id: string): SavedObjectsClientError;
  decorateBadRequestError(error: Error, reason?: string): SavedObjectsClientError;
  decorateForbiddenError(error: Error, reason?: string): SavedObjectsClientError;
  decorateConflictError(error: Error, reason?: string): SavedObjectsClientError;
}

/** Writes wait for the next refresh (`wait_for`) unless told otherwise. */
export interface SavedObjectsRepositoryContract {
  create<T = unknown>(
    type: string,
    attributes: T,
    options?: SavedObjectsCreateOptions
  ): Promise<SavedObject<T>>;
  bulkCreate<T = unknown>(
    objects: Array<SavedObjectsBulkCreateObject<T>>,
    options?: SavedObjectsCreateOptions
  ): Promise<SavedObjectsBulkResponse<T>>;
  checkConflicts(
    objects?: SavedObjectsCheckConflictsObject[],
    options?: SavedObjectsBaseOptions
  ): Promise<SavedObjectsCheckConflictsResponse>;
  delete(type: string, id: string, options?: SavedObjectsDeleteOptions): Promise<unknown>;
  find<T = unknown>(options: SavedObjectsFindOptions): Promise<SavedObjectsFindResponse<T>>;
  bulkGet<T = unknown>(
    objects?: SavedObjectsBulkGetObject[],
    options?: SavedObjectsBaseOptions
  ): Promise<SavedObjectsBulkResponse<T>>;
  get<T = unknown>(
    type: string,
    id: string,
    options?: SavedObjectsBaseOptions
  ): Promise<SavedObject<T>>;
  update<T = unknown>(
    type: string,
    id: string,
    attributes: Partial<T>,
    options?: SavedObjectsUpdateOptions
  ): Promise<SavedObjectsUpdateResponse<T>>;
  bulkUpdate<T = unknown>(
    objects: Array<SavedObjectsBulkUpdateObject<T>>,
    options?: SavedObjectsBulkUpdateOptions
  ): Promise<SavedObjectsBulkUpdateResponse<T>>;
}

export type ISavedObjectsRepository = SavedObjectsRepositoryContract;

/**
 * What handlers get, and what a wrapper wraps. A wrapper spreads the client it wraps
 * (`{ ...client, create }`), so that members it does not know are handed on. In Dashboards the
 * innermost client keeps its methods on the prototype: bind what you hand on.
 */
export interface SavedObjectsClientContract extends SavedObjectsRepositoryContract {
  errors: SavedObjectsErrorHelpers;
}

export interface SavedObjectsClientWrapperOptions {
  client: SavedObjectsClientContract;
  typeRegistry: ISavedObjectTypeRegistry;
  request: OpenSearchDashboardsRequest;
}

export type SavedObjectsClientWrapperFactory = (
  options: SavedObjectsClientWrapperOptions
) => SavedObjectsClientContract;

export interface SavedObjectMigrationContext {
  log: {
    debug(message: string): void;
    info(message: string): void;
    warning(message: string): void;
  };
}

/** A stored document as a migration sees it, without the saved-object index around it. */
export interface SavedObjectUnsanitizedDoc<T = unknown> {
  id: string;
  type: string;
  attributes: T;
  references?: SavedObjectReference[];
  migrationVersion?: SavedObjectsMigrationVersion;
  updated_at?: string;
}

/** Plain and synchronous. The parameter's type is what the version before it wrote. */
export type SavedObjectMigrationFn<InputAttributes = unknown, MigratedAttributes = unknown> = (
  doc: SavedObjectUnsanitizedDoc<InputAttributes>,
  context: SavedObjectMigrationContext
) => SavedObjectUnsanitizedDoc<MigratedAttributes>;

export interface SavedObjectsFieldMapping {
  type?: string;
  index?: boolean;
  enabled?: boolean;
  dynamic?: false | 'strict';
  ignore_above?: number;
  doc_values?: boolean;
  fields?: Record<string, SavedObjectsFieldMapping>;
  properties?: Record<string, SavedObjectsFieldMapping>;
}

export interface SavedObjectsType {
  name: string;
  /** Hidden types are out of reach of clients that do not name them. */
  hidden: boolean;
  namespaceType: 'single' | 'multiple' | 'agnostic';
  mappings: { dynamic?: false | 'strict'; properties: Record<string, SavedObjectsFieldMapping> };
  /** By the semver that introduced the change. */
  migrations?: Record<string, SavedObjectMigrationFn>;
  management?: {
    importableAndExportable?: boolean;
    defaultSearchField?: string;
    /** Name of an EUI icon. */
    icon?: string;
    getTitle?(savedObject: SavedObject): string;
    getEditUrl?(savedObject: SavedObject): string;
    getInAppUrl?(savedObject: SavedObject): { path: string; uiCapabilitiesPath: string };
  };
}

export interface ISavedObjectTypeRegistry {
  getType(type: string): SavedObjectsType | undefined;
  getAllTypes(): SavedObjectsType[];
  getImportableAndExportableTypes(): SavedObjectsType[];
  isHidden(type: string): boolean;
  isImportableAndExportable(type: string): boolean;
}

export interface SavedObjectsServiceSetup {
  /** Only in `setup`. */
  registerType(type: SavedObjectsType): void;
  /**
   * The lowest priority is the outermost wrapper. Two wrappers with one priority stop the host: -3 to
   * 1, 3, 10, 11, 50 and `Number.MAX_VALUE` are taken in Dashboards. Wrappers are around scoped
   * clients (routes, import), not around internal repositories.
   */
  addClientWrapper(priority: number, id: string, factory: SavedObjectsClientWrapperFactory): void;
}

export interface SavedObjectsServiceStart {
  getScopedClient(
    request: OpenSearchDashboardsRequest,
    options?: { includedHiddenTypes?: string[]; excludedWrappers?: string[] }
  ): SavedObjectsClientContract;
  /** Acts as the host's own user. */
  createInternalRepository(includedHiddenTypes?: string[]): ISavedObjectsRepository;
  createScopedRepository(
    request: OpenSearchDashboardsRequest,
    includedHiddenTypes?: string[]
  ): ISavedObjectsRepository;
  getTypeRegistry(): ISavedObjectTypeRegistry;
}

// ---------------------------------------------------------------------------------------------
// Status, capabilities

/** Compared by identity: hand on one that came from the host, never make one. */
export interface ServiceStatusLevel {
  toString(): string;
  valueOf(): number;
}

export interface ServiceStatus {
  level: ServiceStatusLevel;
  summary: string;
  detail?: string;
}

export interface StatusServiceSetup {
  core$: Observable<{ opensearch: ServiceStatus; savedObjects: ServiceStatus }>;
  overall$: Observable<ServiceStatus>;
  set(status$: Observable<ServiceStatus>): void;
}

/** By feature: which of its actions are allowed. */
export type Capabilities = Record<string, Record<string, boolean | Record<string, boolean>>>;

export interface CapabilitiesSetup {
  registerProvider(provider: () => Partial<Capabilities>): void;
  /** Can only flip what a provider declared. */
  registerSwitcher(
    switcher: (
      request: OpenSearchDashboardsRequest,
      uiCapabilities: Capabilities
    ) => Partial<Capabilities> | Promise<Partial<Capabilities>>
  ): void;
}

export interface CapabilitiesStart {
  resolveCapabilities(request: OpenSearchDashboardsRequest): Promise<Capabilities>;
}

// ---------------------------------------------------------------------------------------------
// Core

export interface CoreSetup<TPluginsStart extends object = object, TStart = unknown> {
  capabilities: CapabilitiesSetup;
  http: HttpServiceSetup;
  savedObjects: SavedObjectsServiceSetup;
  status: StatusServiceSetup;
  /** Resolves after this plugin's own `start`. */
  getStartServices(): Promise<[CoreStart, TPluginsStart, TStart]>;
}

export interface CoreStart {
  capabilities: CapabilitiesStart;
  http: HttpServiceStart;
  opensearch: OpenSearchServiceStart;
  savedObjects: SavedObjectsServiceStart;
}
