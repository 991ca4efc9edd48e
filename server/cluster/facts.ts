import { messageOf } from '../../common/errors';
import type { PluginStatus } from '../../common/status';
import type { Clock } from '../clock';
import type { Cluster } from './types';

interface Root {
  version: { number: string; distribution?: string };
}

/** An answer is believed for so long, milliseconds. */
const BELIEVED_FOR = 3000;

/** What the cluster is, and whether it answers: asked when somebody wants to know. */
export class ClusterFacts {
  private known: PluginStatus['cluster'] | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;
  private asking: Promise<PluginStatus['cluster']> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly clock: Clock
  ) {}

  async current(): Promise<PluginStatus['cluster']> {
    if (this.known && this.clock.monotonic() - this.askedAt < BELIEVED_FOR) return this.known;
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async ask(): Promise<PluginStatus['cluster']> {
    this.known = await this.read();
    this.askedAt = this.clock.monotonic();
    return this.known;
  }

  private async read(): Promise<PluginStatus['cluster']> {
    try {
      const { body } = await this.cluster.request<Root>(
        { method: 'GET', path: '/' },
        { timeoutMs: 5000 }
      );
      const { number: version, distribution } = body.version;
      return {
        reachable: true,
        distribution: distribution === 'opensearch' ? 'opensearch' : 'elasticsearch',
        version,
      };
    } catch (error) {
      const since = this.known?.reachable === false ? this.known.since : this.clock.now();
      return { reachable: false, since, reason: messageOf(error) };
    }
  }
}
