import type { Client, ClientOptions } from '@opensearch-project/opensearch';
import type {
  Headers,
  ICustomClusterClient,
  IScopedClusterClient,
  Logger,
  OpenSearchClient,
  OpenSearchClientConfig,
  ScopeableRequest,
} from 'opensearch-dashboards/server';
import { createLoggingClient } from './client';

const DEFAULT_FORWARDED_HEADERS = ['authorization'];

export interface ScopeOptions {
  /** Headers of a request that go on to the cluster. */
  forwardedHeaders?: string[];
  /** Who has not logged in is a stranger to the cluster, and not the host's user. */
  demandsLogin?: boolean;
}

/**
 * The cluster as the host's own user and as the caller. Callers act with the `authorization` header
 * of their request; without one they act as the host's user: the host has let them in, or serves only
 * the machine that it runs on.
 */
export class ClusterClient implements ICustomClusterClient {
  private readonly internal: Client;
  private readonly anonymous: Client;
  private readonly forwardedHeaders: string[];
  private readonly demandsLogin: boolean;

  constructor(
    options: ClientOptions,
    log: Logger,
    { forwardedHeaders = DEFAULT_FORWARDED_HEADERS, demandsLogin = false }: ScopeOptions = {}
  ) {
    this.forwardedHeaders = forwardedHeaders;
    this.demandsLogin = demandsLogin;
    this.internal = createLoggingClient(options, log);
    this.anonymous = createLoggingClient({ ...options, auth: undefined }, log);
  }

  get asInternalUser(): OpenSearchClient {
    return this.internal as OpenSearchClient;
  }

  asScoped(request: ScopeableRequest): IScopedClusterClient {
    const forwarded = this.forwarded(request.headers);
    const isStranger = this.demandsLogin && 'auth' in request && !request.auth.isAuthenticated;
    const asCurrentUser =
      'authorization' in forwarded || isStranger
        ? this.anonymous.child({ headers: forwarded })
        : this.internal.child({ headers: forwarded });
    return {
      asInternalUser: this.asInternalUser,
      asCurrentUser: asCurrentUser as OpenSearchClient,
    };
  }

  private forwarded(headers: Headers): Record<string, string> {
    const names = this.forwardedHeaders.map((name) => name.toLowerCase());
    const entries = Object.entries(headers)
      .filter(([name, value]) => names.includes(name.toLowerCase()) && value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), String(value)]);
    return Object.fromEntries(entries) as Record<string, string>;
  }

  async close(): Promise<void> {
    await Promise.all([this.internal.close(), this.anonymous.close()]);
  }
}

/** A client of the plugin's own: the host's settings, with those that are given in their place. */
export function createCustomClient(
  hostOptions: ClientOptions,
  config: Partial<OpenSearchClientConfig>,
  log: Logger
): ICustomClusterClient {
  const { hosts, username, password, customHeaders, requestHeadersWhitelist } = config;
  const options: ClientOptions = {
    ...hostOptions,
    ...(hosts === undefined ? {} : { nodes: hosts }),
    ...(username === undefined ? {} : { auth: { username, password: password ?? '' } }),
    ...(customHeaders === undefined ? {} : { headers: customHeaders }),
  };
  return new ClusterClient(options, log, { forwardedHeaders: requestHeadersWhitelist });
}
