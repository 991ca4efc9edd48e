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

/**
 * The cluster as the host's own user and as the caller. Callers act with the `authorization` header
 * of their request; without one they act as the host's user, since the host has no login yet and
 * serves only the machine that it runs on.
 */
export class ClusterClient implements ICustomClusterClient {
  private readonly internal: Client;
  private readonly anonymous: Client;

  constructor(
    options: ClientOptions,
    log: Logger,
    private readonly forwardedHeaders: string[] = DEFAULT_FORWARDED_HEADERS
  ) {
    this.internal = createLoggingClient(options, log);
    this.anonymous = createLoggingClient({ ...options, auth: undefined }, log);
  }

  get asInternalUser(): OpenSearchClient {
    return this.internal as OpenSearchClient;
  }

  asScoped({ headers }: ScopeableRequest): IScopedClusterClient {
    const forwarded = this.forwarded(headers);
    const asCurrentUser =
      'authorization' in forwarded
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
  return new ClusterClient(options, log, requestHeadersWhitelist);
}
