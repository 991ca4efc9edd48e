import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import { partitionOf } from '../../common/hash';
import type { Clock } from '../clock';
import { compileMonitor } from '../monitors/compiled_monitor';
import { proofOf } from '../storage/authorisations';
import type { Authorisations } from '../storage/authorisations';
import type { MonitorChange, MonitorReader } from '../storage/monitor_reader';
import type { StoredMonitor } from '../storage/monitor_search';
import type { Scheduler } from './scheduler';

const AT_ONCE = 1000;
/** How long the mark of a deleted monitor stays, milliseconds: longer than any run that is under way. */
const KEEP_ENDED = 15 * 60_000;

/** The hands that end what deleted monitors leave behind. */
export interface Undertaker {
  /** Ends its alerts and marks its state. */
  remove(monitorId: string): Promise<void>;
  /** Takes the mark away, unless the monitor has come back. */
  sweep(monitorId: string): Promise<void>;
}

/** Decides which saved monitors run here: enabled, of an owned partition, and proven by somebody who may run them. */
export class Admission {
  private readonly waiting = new Set<string>();
  private readonly removed = new Set<string>();
  /** Ended here, and since when, on the monotonic clock: their marks are swept away later. */
  private readonly ended = new Map<string, number>();
  /** Partitions in which states without a monitor have not been looked for. */
  private readonly unchecked = new Set<number>();

  constructor(
    private readonly reader: MonitorReader,
    private readonly scheduler: Scheduler,
    private readonly authorisations: Authorisations,
    private readonly undertaker: Undertaker,
    private readonly timeoutSeconds: number,
    private readonly clock: Clock,
    private readonly logger: Logger
  ) {
    reader.onChange((change) => this.note(change));
  }

  /** A partition was won: its monitors are admitted at the next turn, and states without a monitor are ended. */
  partitionLoaded(partition: number): void {
    for (const { id } of this.reader.all()) {
      if (partitionOf(id) === partition) this.waiting.add(id);
    }
    this.unchecked.add(partition);
  }

  /** Admits what has changed since the last turn. */
  async turn(): Promise<void> {
    this.findOrphans();
    await this.endRemoved();
    await this.sweepEnded();
    const ids = [...this.waiting];
    for (let i = 0; i < ids.length; i += AT_ONCE) await this.admitAll(ids.slice(i, i + AT_ONCE));
  }

  private async admitAll(ids: string[]): Promise<void> {
    const ours = ids.filter((id) => this.scheduler.memoryOf(partitionOf(id)));
    // Taken out before anything is awaited: what changes meanwhile is noted anew.
    for (const id of ids) this.waiting.delete(id);
    try {
      const enabled = ours.filter((id) => this.reader.get(id)?.monitor.enabled);
      const records = await this.authorisations.read(enabled);
      for (const id of ours) {
        const stored = this.reader.get(id);
        if (stored) this.admitOne(stored, proofOf(stored.monitor, records.get(id)) !== undefined);
      }
    } catch (error) {
      for (const id of ids) this.waiting.add(id);
      throw error;
    }
  }

  /** A defect in one monitor must not keep out the others. */
  private admitOne(stored: StoredMonitor, proven: boolean): void {
    try {
      this.admit(stored, proven);
    } catch (error) {
      this.scheduler.remove(stored.id);
      this.logger.error(`Monitor ${stored.id} cannot be scheduled: ${messageOf(error)}`);
    }
  }

  private admit(stored: StoredMonitor, proven: boolean): void {
    if (stored.monitor.enabled && proven) {
      this.scheduler.put(compileMonitor(stored, this.timeoutSeconds));
      return;
    }
    this.scheduler.remove(stored.id);
    // Somebody who may can adopt it at any time; the next turns look again.
    if (stored.monitor.enabled) this.waiting.add(stored.id);
  }

  private note({ changed, removed }: MonitorChange): void {
    for (const { id } of changed) {
      this.removed.delete(id);
      this.waiting.add(id);
    }
    for (const id of removed) {
      this.waiting.delete(id);
      this.scheduler.remove(id);
      if (!this.reader.faultOf(id)) this.removed.add(id);
    }
  }

  /** Only once all monitors are known: before that, every state would seem to lack one. */
  private findOrphans(): void {
    if (!this.reader.complete) return;
    for (const partition of this.unchecked) {
      for (const id of this.scheduler.memoryOf(partition)?.stateIds() ?? []) {
        if (!this.reader.get(id) && !this.reader.faultOf(id)) this.removed.add(id);
      }
    }
    this.unchecked.clear();
  }

  private async endRemoved(): Promise<void> {
    for (const id of this.removed) {
      const memory = this.scheduler.memoryOf(partitionOf(id));
      if (memory) {
        try {
          // What was read may be older than a state that another owner has written.
          if (await this.reader.exists(id)) this.waiting.add(id);
          else {
            await this.undertaker.remove(id);
            memory.forget(id);
            this.ended.set(id, this.clock.monotonic());
          }
        } catch (error) {
          this.logger.warn(`The deleted monitor ${id} could not be ended yet: ${messageOf(error)}`);
          continue;
        }
      }
      this.removed.delete(id);
    }
  }

  private async sweepEnded(): Promise<void> {
    const before = this.clock.monotonic() - KEEP_ENDED;
    for (const [id, at] of this.ended) {
      if (at > before) continue;
      this.ended.delete(id);
      // Another owner finds the mark when it loads the partition.
      if (!this.scheduler.memoryOf(partitionOf(id))) continue;
      try {
        await this.undertaker.sweep(id);
      } catch (error) {
        this.logger.warn(`What is left of monitor ${id} could not be removed: ${messageOf(error)}`);
        this.ended.set(id, at);
      }
    }
  }
}
