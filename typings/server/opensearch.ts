import type { ScopeableRequest } from './http';

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
