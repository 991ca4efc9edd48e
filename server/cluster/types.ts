export interface ClusterRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  path: string;
  query?: Record<string, string | number | boolean>;
  /** JSON; a text is sent as it is. */
  body?: object | string;
  /** Newline-delimited JSON, ready. */
  lines?: string;
}

export interface ClusterOptions {
  /** Statuses that are answers here, not errors. */
  ignore?: number[];
  timeoutMs?: number;
  headers?: Record<string, string>;
}

export interface ClusterAnswer<T> {
  status: number;
  body: T;
}

/**
 * The cluster as one user sees it. Every failure is a `WatchkeeperError`: `cluster_unreachable`, `forbidden`,
 * `conflict`, `too_busy` or `cluster_refused` with the cluster's reason.
 */
export interface Cluster {
  request<T = unknown>(
    request: ClusterRequest,
    options?: ClusterOptions
  ): Promise<ClusterAnswer<T>>;
  /** The answer's text as it came, so that number types survive. Reads statuses of `ignore` as well. */
  text(request: ClusterRequest, options?: ClusterOptions): Promise<ClusterAnswer<string>>;
}

/** The position of a document: what a compare-and-swap write is conditioned on. */
export interface DocVersion {
  seq_no: number;
  primary_term: number;
}

export interface Stored<T> extends DocVersion {
  id: string;
  source: T;
}
