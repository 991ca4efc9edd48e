import type { DueMessage } from './outbox_store';

export interface QueueOptions {
  /** Jobs that send at once to one destination. */
  atOnce: number;
  /** Jobs that have sent and are being written down. When more wait for that, nothing new is sent. */
  settling: number;
  /** Jobs that wait at most for one destination; what goes beyond stays in the outbox. */
  capacity: number;
  /**
   * Never throws.
   *
   * @param sent to be called when all that is left is to write down what came of it
   */
  work(job: DueMessage, sent: () => void): Promise<void>;
  /** A queue that had turned jobs away has room again. */
  drained(): void;
}

interface Queue {
  waiting: DueMessage[];
  sending: number;
  settling: number;
  turnedAway: boolean;
}

/** A queue for each destination, so that a slow or dead one holds up nobody else. */
export class DestinationQueues {
  private readonly queues = new Map<string, Queue>();
  private readonly known = new Set<string>();
  private readonly idleWaiters: Array<() => void> = [];
  private running = 0;

  constructor(private readonly options: QueueOptions) {}

  /** So many more may wait. */
  room(destinationId: string): number {
    const { length } = this.queues.get(destinationId)?.waiting ?? [];
    return Math.max(0, this.options.capacity - length);
  }

  /**
   * A job that waits or is under way already is not taken twice.
   *
   * @param promised There was room for it when it was asked about; it is not turned away.
   */
  add(destinationId: string, job: DueMessage, promised = false): void {
    if (this.known.has(job.id)) return;
    const queue = this.queueOf(destinationId);
    if (!promised && queue.waiting.length >= this.options.capacity) {
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

  /** Forgets what waits, and says what that was. What is under way goes on. */
  clear(): DueMessage[] {
    const forgotten = [...this.queues.values()].flatMap(({ waiting }) => waiting.splice(0));
    for (const { id } of forgotten) this.known.delete(id);
    return forgotten;
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    if (this.running === 0) return Promise.resolve();
    return new Promise((resolve) => this.idleWaiters.push(resolve));
  }

  private queueOf(destinationId: string): Queue {
    const existing = this.queues.get(destinationId);
    if (existing) return existing;
    const queue: Queue = { waiting: [], sending: 0, settling: 0, turnedAway: false };
    this.queues.set(destinationId, queue);
    return queue;
  }

  private pump(destinationId: string, queue: Queue): void {
    const { atOnce, settling } = this.options;
    while (queue.sending < atOnce && queue.settling < settling) {
      const job = queue.waiting.shift();
      if (!job) break;
      this.running++;
      void this.start(destinationId, queue, job);
    }
  }

  private async start(destinationId: string, queue: Queue, job: DueMessage): Promise<void> {
    let hasSent = false;
    queue.sending++;
    await this.options.work(job, () => {
      hasSent = true;
      queue.sending--;
      queue.settling++;
      this.pump(destinationId, queue);
    });
    if (hasSent) queue.settling--;
    else queue.sending--;
    this.finish(destinationId, queue, job);
  }

  private finish(destinationId: string, queue: Queue, job: DueMessage): void {
    this.running--;
    this.known.delete(job.id);
    this.pump(destinationId, queue);
    if (queue.turnedAway && queue.waiting.length <= this.options.capacity / 2) {
      queue.turnedAway = false;
      this.options.drained();
    }
    if (queue.sending + queue.settling + queue.waiting.length === 0) {
      this.queues.delete(destinationId);
    }
    if (this.running === 0) this.idleWaiters.splice(0).forEach((resolve) => resolve());
  }
}
