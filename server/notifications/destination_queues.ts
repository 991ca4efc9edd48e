import type { Permit, Ticket } from './flows';
import type { DueMessage } from './outbox_types';

export interface QueueOptions {
  /** Attempts that send at once to one destination. */
  atOnce: number;
  /** Attempts that have sent and are being written down. When more wait for that, nothing new is sent. */
  settling: number;
  /** Jobs that wait at most for one destination; what goes beyond stays in the outbox. */
  capacity: number;
  /** Whether the next may go out, and how many as one. */
  turn(destinationId: string, load: { waiting: number; underWay: number }): Permit;
  /**
   * Never throws.
   *
   * @param jobs one, or several that go out as one message
   * @param sent to be called when all that is left is to write down what came of it
   */
  work(jobs: DueMessage[], ticket: Ticket, sent: () => void): Promise<void>;
  /** Whether a job that cannot go out now has waited for too long. */
  isOver(destinationId: string, job: DueMessage): boolean;
  /** Such a job ends. Never throws. */
  end(destinationId: string, job: DueMessage): Promise<void>;
  /** Nothing goes out for a while: a claim is given back. Never throws. */
  giveBack(job: DueMessage): Promise<void>;
  /** A queue that had turned jobs away has room again. */
  drained(): void;
}

interface Queue {
  waiting: DueMessage[];
  sending: number;
  settling: number;
  turnedAway: boolean;
  /** What messages under way are about. */
  keys: Set<string>;
  timer?: NodeJS.Timeout;
}

/** Claims are given back when nothing goes out for longer than this, milliseconds. */
const LONG_REST = 5000;

/** A queue for each destination, so that a slow or dead one holds up nobody else. */
export class DestinationQueues {
  private readonly queues = new Map<string, Queue>();
  private readonly known = new Set<string>();
  private readonly idleWaiters: Array<() => void> = [];
  private running = 0;

  constructor(private readonly options: QueueOptions) {}

  waiting(destinationId: string): number {
    return this.queues.get(destinationId)?.waiting.length ?? 0;
  }

  /** So many more may wait. */
  room(destinationId: string): number {
    return Math.max(0, this.options.capacity - this.waiting(destinationId));
  }

  /**
   * A job that waits or is under way already is not taken twice.
   *
   * @param promised There was room for these when it was asked about; they are not turned away.
   */
  add(
    destinationId: string,
    promised: readonly DueMessage[],
    others: readonly DueMessage[] = []
  ): void {
    const [claimed, fresh] = [promised, others].map((jobs) =>
      jobs.filter(({ id }) => !this.known.has(id))
    );
    if (claimed.length + fresh.length === 0) return;
    const queue = this.queueOf(destinationId);
    queue.waiting.push(...claimed);
    const taken = fresh.slice(0, this.room(destinationId));
    if (taken.length < fresh.length) queue.turnedAway = true;
    queue.waiting.push(...taken);
    for (const { id } of [...claimed, ...taken]) this.known.add(id);
    this.pump(destinationId, queue);
  }

  /** Looks whether something may go out by now. */
  wake(destinationId: string): void {
    const queue = this.queues.get(destinationId);
    if (queue) this.pump(destinationId, queue);
  }

  wakeAll(): void {
    for (const [id, queue] of this.queues) this.pump(id, queue);
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
    for (const [id, queue] of this.queues) this.tidy(id, queue);
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
    const queue: Queue = {
      ...{ waiting: [], sending: 0, settling: 0, turnedAway: false },
      keys: new Set(),
    };
    this.queues.set(destinationId, queue);
    return queue;
  }

  private pump(destinationId: string, queue: Queue): void {
    const { atOnce, settling, turn } = this.options;
    while (queue.waiting.length > 0 && queue.sending < atOnce && queue.settling < settling) {
      const { length: waiting } = queue.waiting;
      const permit = turn(destinationId, { waiting, underWay: queue.sending });
      if (permit.kind !== 'send') {
        this.rest(destinationId, queue, permit.kind === 'rest' ? permit.wait : undefined);
        break;
      }
      const jobs = this.take(queue, permit.most, permit.ticket.rules.follows);
      if (jobs.length === 0) {
        permit.ticket.close();
        break;
      }
      void this.start(destinationId, queue, jobs, permit.ticket);
    }
  }

  /** The next ones; of those that follow each other, none whose predecessor is under way. */
  private take(queue: Queue, most: number, follows: boolean): DueMessage[] {
    if (!follows) return queue.waiting.splice(0, most);
    const at = queue.waiting.findIndex(({ key }) => key === undefined || !queue.keys.has(key));
    return at === -1 ? [] : queue.waiting.splice(at, 1);
  }

  /** @param wait milliseconds; absent: until something that is under way has ended */
  private rest(destinationId: string, queue: Queue, wait: number | undefined): void {
    if (wait !== undefined) {
      clearTimeout(queue.timer);
      queue.timer = setTimeout(() => this.pump(destinationId, queue), wait);
      queue.timer.unref();
      if (wait > LONG_REST) this.loosen(queue);
    }
    this.endOld(destinationId, queue);
  }

  /** Others shall see that these wait, and not that they are being sent. */
  private loosen(queue: Queue): void {
    queue.waiting = queue.waiting.map((job) => {
      if (job.entry?.message.status !== 'sending') return job;
      void this.options.giveBack(job);
      return { ...job, entry: undefined };
    });
  }

  private endOld(destinationId: string, queue: Queue): void {
    const isOver = (job: DueMessage) => this.options.isOver(destinationId, job);
    const old = queue.waiting.filter(isOver);
    if (old.length === 0) return;
    const ending = new Set(old);
    queue.waiting = queue.waiting.filter((job) => !ending.has(job));
    for (const job of old) {
      this.running++;
      queue.settling++;
      void this.options.end(destinationId, job).then(() => {
        queue.settling--;
        this.finish(destinationId, queue, [job]);
      });
    }
  }

  private async start(
    destinationId: string,
    queue: Queue,
    jobs: DueMessage[],
    ticket: Ticket
  ): Promise<void> {
    let hasSent = false;
    this.running++;
    queue.sending++;
    for (const { key } of jobs) if (key !== undefined) queue.keys.add(key);
    await this.options.work(jobs, ticket, () => {
      hasSent = true;
      queue.sending--;
      queue.settling++;
      this.pump(destinationId, queue);
    });
    ticket.close();
    for (const { key } of jobs) if (key !== undefined) queue.keys.delete(key);
    if (hasSent) queue.settling--;
    else queue.sending--;
    this.finish(destinationId, queue, jobs);
  }

  private finish(destinationId: string, queue: Queue, jobs: readonly DueMessage[]): void {
    this.running--;
    for (const { id } of jobs) this.known.delete(id);
    this.pump(destinationId, queue);
    if (queue.turnedAway && queue.waiting.length <= this.options.capacity / 2) {
      queue.turnedAway = false;
      this.options.drained();
    }
    this.tidy(destinationId, queue);
    if (this.running === 0) this.idleWaiters.splice(0).forEach((resolve) => resolve());
  }

  private tidy(destinationId: string, queue: Queue): void {
    if (queue.sending + queue.settling + queue.waiting.length > 0) return;
    clearTimeout(queue.timer);
    this.queues.delete(destinationId);
  }
}
