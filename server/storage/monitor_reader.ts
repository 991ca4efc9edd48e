import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import { readHints } from './hints';
import { documentPath, readMonitors } from './monitor_search';
import type { IsKnown, ReadMonitor, StoredMonitor } from './monitor_search';

const FULL_PASS_EVERY = 5 * 60_000;
/** Clocks of instances differ, and searches see writes late. */
const OVERLAP = 15_000;

export interface MonitorChange {
  /** New ones and those with a new version. */
  changed: StoredMonitor[];
  removed: string[];
}

/**
 * The monitors as they are saved, kept in memory and followed: by `updated_at` with overlap, by hints for deletions, by a
 * full pass every few minutes for whatever both missed.
 */
export class MonitorReader {
  private readonly monitors = new Map<string, StoredMonitor>();
  private readonly versions = new Map<string, string>();
  private readonly faults = new Map<string, string>();
  private readonly listeners: Array<(change: MonitorChange) => void> = [];
  private fullPassAt = Number.NEGATIVE_INFINITY;
  private lookedAt = 0;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly cluster: Cluster,
    private readonly index: string,
    private readonly clock: Clock,
    private readonly logger: Logger
  ) {}

  get(id: string): StoredMonitor | undefined {
    return this.monitors.get(id);
  }

  all(): IterableIterator<StoredMonitor> {
    return this.monitors.values();
  }

  get size(): number {
    return this.monitors.size;
  }

  /** Why a saved monitor cannot be read; undefined when it can. */
  faultOf(id: string): string | undefined {
    return this.faults.get(id);
  }

  /** True once everything has been read: before that, a monitor that is not known may exist. */
  get complete(): boolean {
    return this.fullPassAt !== Number.NEGATIVE_INFINITY;
  }

  onChange(listener: (change: MonitorChange) => void): void {
    this.listeners.push(listener);
  }

  /** Follows what has changed. Throws when the cluster does not answer. */
  look(): Promise<void> {
    return this.inTurn(() => this.lookOnce());
  }

  /** Sees at once what was just saved here. */
  lookNow(): Promise<void> {
    return this.inTurn(() => this.lookForChanges());
  }

  /**
   * Whether the saved monitor is there at this moment, whatever has been read: asked before what a monitor has left
   * behind is ended, since that cannot be undone.
   */
  async exists(id: string): Promise<boolean> {
    const { status } = await this.cluster.request(
      { method: 'HEAD', path: documentPath(this.index, id) },
      { ignore: [404] }
    );
    return status !== 404;
  }

  /** One look at a time: an answer that was overtaken by a later one would bring back what has changed. */
  private inTurn(look: () => Promise<void>): Promise<void> {
    const next = this.turn.then(look);
    this.turn = next.catch(() => undefined);
    return next;
  }

  private async lookOnce(): Promise<void> {
    const startedAt = this.clock.now();
    if (this.clock.monotonic() - this.fullPassAt >= FULL_PASS_EVERY) await this.fullPass();
    else await this.lookForChanges();
    this.lookedAt = startedAt;
  }

  /** Ids and reasons of what is saved and cannot be read. */
  unreadable(): ReadonlyMap<string, string> {
    return this.faults;
  }

  private async fullPass(): Promise<void> {
    const seen = new Set<string>();
    const known = new Set(this.versions.keys());
    for await (const page of this.read()) {
      for (const read of page) seen.add(idOf(read));
      this.take(page);
    }
    // Only those that were known before the pass began: a newer one may not have been in it yet.
    this.drop([...known].filter((id) => !seen.has(id)));
    this.fullPassAt = this.clock.monotonic();
  }

  private async lookForChanges(): Promise<void> {
    // A clock that was set back since must not hide what is saved now.
    const since = Math.min(this.lookedAt, this.clock.now());
    const hints = await readHints(this.cluster, since);
    for await (const page of this.read(since - OVERLAP)) {
      this.take(page);
    }
    const deleted = hints.filter(
      ({ kind, monitor_id: id, at }) =>
        // A hint comes again while it overlaps; what was written after it stays.
        kind === 'deleted' && (this.monitors.get(id)?.updatedAt ?? 0) <= at
    );
    this.drop(deleted.map(({ monitor_id: id }) => id));
  }

  private read(since?: number): AsyncGenerator<ReadMonitor[]> {
    const isKnown: IsKnown = (id, version) => this.versions.get(id) === version;
    return readMonitors(this.cluster, this.index, isKnown, since);
  }

  private take(page: ReadMonitor[]): void {
    const changed: StoredMonitor[] = [];
    const broken: string[] = [];
    for (const read of page) {
      if (read.kind === 'unchanged') continue;
      const { id, version } = read.kind === 'monitor' ? read.stored : read;
      this.versions.set(id, version);
      if (read.kind === 'monitor') {
        this.faults.delete(id);
        this.monitors.set(id, read.stored);
        changed.push(read.stored);
      } else {
        this.logger.warn(`Monitor ${id} cannot be read and does not run: ${read.reason}`);
        this.faults.set(id, read.reason);
        if (this.monitors.delete(id)) broken.push(id);
      }
    }
    if (changed.length > 0 || broken.length > 0) this.tell({ changed, removed: broken });
  }

  private drop(ids: string[]): void {
    const removed = ids.filter((id) => this.versions.has(id));
    for (const id of removed) {
      this.versions.delete(id);
      this.faults.delete(id);
      this.monitors.delete(id);
    }
    if (removed.length > 0) this.tell({ changed: [], removed });
  }

  private tell(change: MonitorChange): void {
    for (const listener of this.listeners) {
      try {
        listener(change);
      } catch (error) {
        this.logger.error(`A listener to monitor changes failed: ${messageOf(error)}`);
      }
    }
  }
}

const idOf = (read: ReadMonitor): string => (read.kind === 'monitor' ? read.stored.id : read.id);
