import type { Logger } from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../common/errors';
import type { Clock } from '../clock';
import { indicesIn } from '../cluster/permissions';
import type { Cluster, ClusterRequest } from '../cluster/types';

/** A permission that nobody has missed for so long counts no more, milliseconds: what asked for it asks no more. */
const REMEMBERED_FOR = 15 * 60_000;
const MOST = 50;

interface Missing {
  message: string;
  /** The kind of request that was refused: when it works again, nothing is missing. */
  request: string;
  seenAt: number;
}

/** Requests that need the same permission look alike: the document's id does not count. */
const kindOf = ({ method, path }: ClusterRequest): string => {
  const verbs = path.split('/').filter((part) => part.startsWith('_'));
  return [method, indicesIn(path).join(','), ...verbs].join(' ');
};

/**
 * Notices which permissions the service account lacks, by the requests that the plugin makes anyway: a probe of its own
 * would need rights that nobody should have to give.
 */
export class PermissionWatch {
  private readonly found = new Map<string, Missing>();

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger
  ) {}

  /** The same cluster, watched. */
  over(cluster: Cluster): Cluster {
    return {
      request: (request, options) => this.follow(request, cluster.request(request, options)),
      text: (request, options) => this.follow(request, cluster.text(request, options)),
    };
  }

  /** Who lacks what on which: a sentence each. */
  missing(): string[] {
    const now = this.clock.monotonic();
    return [...this.found.values()]
      .filter(({ seenAt }) => now - seenAt < REMEMBERED_FOR)
      .map(({ message }) => message);
  }

  private async follow<T>(request: ClusterRequest, answer: Promise<T>): Promise<T> {
    try {
      const got = await answer;
      if (this.found.size > 0) this.works(kindOf(request));
      return got;
    } catch (error) {
      if (error instanceof WatchkeeperError && error.code === 'forbidden') {
        this.refused(request, error);
      }
      throw error;
    }
  }

  private works(request: string): void {
    for (const [key, missing] of this.found) {
      if (missing.request === request) this.found.delete(key);
    }
  }

  private refused(request: ClusterRequest, { message, details }: WatchkeeperError): void {
    // Another kind of 403, such as a block of an index, says nothing about the account.
    if (!('permissions' in details)) return;
    const isNews = !this.found.has(message);
    const seenAt = this.clock.monotonic();
    this.found.set(message, { message, request: kindOf(request), seenAt });
    if (this.found.size > MOST) this.forgetOldest();
    if (isNews) this.logger.error(`The service account lacks a permission: ${message}`);
  }

  private forgetOldest(): void {
    const [oldest] = this.found.keys();
    this.found.delete(oldest);
  }
}
