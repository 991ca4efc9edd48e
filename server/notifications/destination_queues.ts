import type { DueMessage } from './outbox_store';

export interface QueueOptions {
  /** Jobs under way at once for one destination. */
  atOnce: number;
  /** Jobs that wait at most for one destination; what goes beyond stays in the outbox. */
  capacity: number;
  /** Never throws. */
  work(job: DueMessage): Promise<void>;
  /** A queue that had turned jobs away has room again. */
  drained(): void;
}

interface Queue {
  waiting: DueMessage[];
  running: number;
  turnedAway: boolean;
}

/** A queue for each destination, so that a slow or dead one holds up nobody else. */
export class DestinationQueues {
  private readonly queues = new Map<string, Queue>();
  private readonly known = new Set<string>();
  private readonly idleWaiters: Array<() => void> = [];
  private running = 0;

  constructor(private readonly options: QueueOptions) {}

  isFull(destinationId: string): boolean {
    return (this.queues.get(destinationId)?.waiting.length ?? 0) >= this.options.capacity;
  }

  /** A job that waits or is under way already is not taken twice. */
  add(destinationId: string, job: DueMessage): void {
    if (this.known.has(job.id)) return;
    const queue = this.queueOf(destinationId);
    if (queue.waiting.length >= this.options.capacity) {
      queue.turnedAway = true;
      return;
    }
    this.known.add(job.id);
    queue.waiting.push(job);
    this.pump(destinationId, queue);
  }

  /** More is due than was taken: say so when there is room again. */
  expectMore(destinationId: string): void {
    const queue = this.queues.get(destinationId);
    if (queue) queue.turnedAway = true;
    else this.options.drained();
  }

  /** Forgets what waits. What is under way goes on. */
  clear(): void {
    for (const { waiting } of this.queues.values()) {
      for (const { id } of waiting.splice(0)) this.known.delete(id);
    }
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    if (this.running === 0) return Promise.resolve();
    return new Promise((resolve) => this.idleWaiters.push(resolve));
  }

  private queueOf(destinationId: string): Queue {
    const existing = this.queues.get(destinationId);
    if (existing) return existing;
    const queue: Queue = { waiting: [], running: 0, turnedAway: false };
    this.queues.set(destinationId, queue);
    return queue;
  }

  private pump(destinationId: string, queue: Queue): void {
    while (queue.running < this.options.atOnce) {
      const job = queue.waiting.shift();
      if (!job) break;
      queue.running++;
      this.running++;
      void this.options.work(job).then(() => this.finish(destinationId, queue, job));
    }
  }

  private finish(destinationId: string, queue: Queue, job: DueMessage): void {
    queue.running--;
    this.running--;
    this.known.delete(job.id);
    this.pump(destinationId, queue);
    if (queue.turnedAway && queue.waiting.length <= this.options.capacity / 2) {
      queue.turnedAway = false;
      this.options.drained();
    }
    if (queue.running === 0 && queue.waiting.length === 0) this.queues.delete(destinationId);
    if (this.running === 0) this.idleWaiters.splice(0).forEach((resolve) => resolve());
  }
}
