import type { ClientOptions } from '@opensearch-project/opensearch';
import { Client } from '@opensearch-project/opensearch';

/** What the cluster says about credentials. */
export type ClusterVerdict =
  | { kind: 'user'; name: string }
  | { kind: 'refused' }
  /** It has no security, and knows no users. */
  | { kind: 'no_users' }
  | { kind: 'unavailable'; reason: string };

interface AuthInfo {
  user_name?: string | null;
  username?: string;
}

/** Of OpenSearch, of Open Distro, and of Elasticsearch's own security. */
const PATHS = [
  '/_plugins/_security/authinfo',
  '/_opendistro/_security/authinfo',
  '/_security/_authenticate',
];
/** Without the plugin the path is no handler, or taken for an index. */
const UNKNOWN_PATH = [400, 404, 405];
const REFUSED = [401, 403];
const TIMEOUT_MS = 10_000;

/** Asks the cluster who somebody is. */
export class ClusterUsers {
  private readonly client: Client;

  constructor(options: ClientOptions) {
    this.client = new Client({ ...options, auth: undefined, requestTimeout: TIMEOUT_MS });
  }

  /** @param authorization Header of whoever is to be checked; without one: what the cluster says to strangers. */
  async ask(authorization?: string): Promise<ClusterVerdict> {
    try {
      for (const path of PATHS) {
        const verdict = await this.askAt(path, authorization);
        if (verdict !== undefined) return verdict;
      }
      return { kind: 'no_users' };
    } catch (error) {
      return {
        kind: 'unavailable',
        reason: error instanceof Error ? error.message : String(error),
      };
    }
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  private async askAt(path: string, authorization?: string): Promise<ClusterVerdict | undefined> {
    const { statusCode, body } = await this.client.transport.request(
      { method: 'GET', path },
      {
        ignore: [...UNKNOWN_PATH, ...REFUSED],
        maxRetries: 0,
        headers: authorization === undefined ? {} : { authorization },
      }
    );
    if (statusCode === null || UNKNOWN_PATH.includes(statusCode)) return undefined;
    if (REFUSED.includes(statusCode)) return { kind: 'refused' };
    const { user_name: ours, username } = (body ?? {}) as AuthInfo;
    const name = ours ?? username;
    return name ? { kind: 'user', name } : { kind: 'refused' };
  }
}
