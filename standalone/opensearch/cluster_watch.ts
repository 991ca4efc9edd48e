import type { ClientOptions } from '@opensearch-project/opensearch';
import { Client } from '@opensearch-project/opensearch';
import type { Logger, ServiceStatus } from 'opensearch-dashboards/server';
import type { BehaviorSubject } from 'rxjs';
import { SERVICE_STATUS_LEVELS } from '../status/status';

const INTERVAL_MS = 2_500;
const TIMEOUT_MS = 5_000;

/** Asks the cluster every few seconds whether it is there, and tells the log when that changes. */
export class ClusterWatch {
  private readonly client: Client;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    options: ClientOptions,
    private readonly status$: BehaviorSubject<ServiceStatus>,
    private readonly log: Logger
  ) {
    // A client of its own: the errors of a cluster that is down are told once, not at every look.
    this.client = new Client({ ...options, requestTimeout: TIMEOUT_MS, maxRetries: 0 });
  }

  /** Looks once, then goes on by itself. Resolves with whether the cluster answered. */
  async start(): Promise<boolean> {
    const reachable = await this.look();
    this.schedule();
    return reachable;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client.close();
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.look().then(() => this.schedule()), INTERVAL_MS);
  }

  private async look(): Promise<boolean> {
    try {
      const { body } = await this.client.info();
      const { number, distribution = 'elasticsearch' } = body.version;
      const what = distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch';
      this.tell({
        level: SERVICE_STATUS_LEVELS.available,
        summary: `${what} ${number} is available`,
      });
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const summary = `The cluster does not answer: ${reason}`;
      this.tell({ level: SERVICE_STATUS_LEVELS.critical, summary });
      return false;
    }
  }

  private tell(status: ServiceStatus): void {
    if (this.stopped) return;
    const before = this.status$.value;
    this.status$.next(status);
    if (before.level === status.level && before.summary === status.summary) return;
    if (status.level === SERVICE_STATUS_LEVELS.available) this.log.info(status.summary);
    else this.log.error(status.summary);
  }
}
