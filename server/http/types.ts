import type { z } from 'zod';
import type {
  OpenSearchDashboardsRequest,
  RequestHandlerContext,
  SavedObjectsClientContract,
} from 'opensearch-dashboards/server';
import type { Privilege } from '../../common/status';
import type { Cluster } from '../cluster/types';

/** Who calls, as far as the cluster says. Without security: no name, and every role check passes. */
export interface Caller {
  name?: string;
  roles: string[];
  /** False where the cluster knows no users. */
  secured: boolean;
  /** The Dashboards tenant of the request, when it is not the global one. */
  tenant?: string;
  /** The cluster did not answer: the next request asks again. */
  unknown?: boolean;
  may: Record<Privilege, boolean>;
}

/** What a handler works with: parsed input, and the caller's own hands. */
export interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  caller: Caller;
  /** The cluster as the calling user. */
  cluster: Cluster;
  /** Saved objects as the calling user. */
  savedObjects: SavedObjectsClientContract;
  context: RequestHandlerContext;
  request: OpenSearchDashboardsRequest;
}

export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R> {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  /** What the caller must be allowed to do; `none` for what everybody may see. */
  privilege: Privilege | 'none';
  params?: P;
  query?: Q;
  body?: B;
  /** The largest body, in bytes, where the host's own limit is too small. Not for `get`. */
  maxBytes?: number;
  /** Returns what is sent as JSON, or a `FileAnswer`; throws `WatchkeeperError`. */
  handler(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<R>;
}

/** Registers routes: parses, authorises, calls, maps errors. The rooms hand in their specs. */
export type AddRoute = <
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R = unknown,
>(
  spec: RouteSpec<P, Q, B, R>
) => void;
