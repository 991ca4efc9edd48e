import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import type { Message } from '../../common/notifications/message';
import type { Clock } from '../clock';
import type { Metrics } from '../health/types';
import type { Cluster } from '../cluster/types';
import type { WatchkeeperConfig } from '../config';
import type { Ownership } from '../scheduling/types';
import { Attempt } from './attempt';
import type { SendLimits } from './attempt';
import { DestinationQueues } from './destination_queues';
import type { GuardedClient } from './outbound/types';
import { createOutboxStore, placeOf } from './outbox_store';
import type { OutboxStore } from './outbox_store';
import type { Delivery, EnteredMessage, Targets } from './types';

export interface DeliveryDeps {
  /** As the service account. */
  cluster: Cluster;
  ownership: Ownership;
  destinations: Targets;
  client: GuardedClient;
  clock: Clock;
  config: Pick<WatchkeeperConfig, 'outbound' | 'delivery' | 'scheduler'>;
  logger: Logger;
  metrics?: Pick<Metrics, 'delivered'>;
  tuning?: Partial<DeliveryTuning>;
}

export interface DeliveryTuning {
  /** Milliseconds between two looks into the outbox. */
  sweepEvery: number;
  /** Milliseconds between two looks when more is known to wait: a search must have had time to see what was sent. */
  sweepSoon: number;
  atOnce: number;
  settling: number;
  capacity: number;
}

const TUNING: DeliveryTuning = {
  sweepEvery: 2_000,
  sweepSoon: 1_000,
  atOnce: 32,
  settling: 64,
  capacity: 2000,
};

/** Longer ones, in characters, wait in the outbox and not in memory. */
const MOST_REMEMBERED = 16_384;

const isShort = ({ message, subject }: Message): boolean =>
  message.length + subject.length <= MOST_REMEMBERED;

/** A send may take at least this part of a lease's time to live, however little is left. */
const SHORTEST_OF_LEASE = 0.4;

const limitsOf = ({ outbound, delivery, scheduler }: DeliveryDeps['config']): SendLimits => {
  const send = outbound.timeout_seconds * 1000;
  return {
    send,
    shortest: Math.min(send, scheduler.lease_ttl_seconds * 1000 * SHORTEST_OF_LEASE),
    message: delivery.time_limit_minutes * 60_000,
  };
};

/** Empties the outbox: what is offered at once, everything else by looking for it every few seconds. */
class OutboxDelivery implements Delivery {
  private readonly store: OutboxStore;
  private readonly attempt: Attempt;
  private readonly queues: DestinationQueues;
  private readonly tuning: DeliveryTuning;
  private timer: NodeJS.Timeout | undefined;
  private sweeping = false;
  private soon = false;
  private state: 'new' | 'running' | 'stopping' = 'new';
  /** Said once, until it works again. */
  private trouble: string | undefined;

  constructor(private readonly deps: DeliveryDeps) {
    const { cluster, destinations: targets, client, ownership, clock, logger, metrics } = deps;
    this.tuning = { ...TUNING, ...deps.tuning };
    this.store = createOutboxStore(cluster);
    this.attempt = new Attempt({
      ...{ store: this.store, targets, client, ownership, clock, logger, metrics },
      limits: limitsOf(deps.config),
      random: Math.random,
      stopping: () => this.state === 'stopping',
    });
    this.queues = new DestinationQueues({
      ...this.tuning,
      work: (job, sent) => this.attempt.make(job, sent),
      drained: () => this.sweepSoon(),
    });
  }

  start(): void {
    if (this.state !== 'new') return;
    this.state = 'running';
    this.schedule(0);
  }

  async stop(deadlineMs: number): Promise<void> {
    this.state = 'stopping';
    clearTimeout(this.timer);
    const givenBack = Promise.all(this.queues.clear().map((job) => this.attempt.giveBack(job)));
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, deadlineMs);
    });
    await Promise.race([Promise.all([givenBack, this.queues.idle()]), deadline]);
    clearTimeout(timer);
  }

  claim(messages: Message[]): Message[] {
    const rooms = new Map<string, number>();
    return messages.map((message) => {
      const { destination_id: destinationId } = message;
      const room = rooms.get(destinationId) ?? this.queues.room(destinationId);
      const claimed = room > 0 && isShort(message) && this.attempt.claimNew(message);
      rooms.set(destinationId, claimed ? room - 1 : room);
      return claimed || message;
    });
  }

  offer(entered: readonly EnteredMessage[]): void {
    for (const { message, version } of entered) {
      const place = placeOf(message);
      const entry = version && isShort(message) && { ...place, ...version, message };
      const job = { ...place, partition: message.partition, ...(entry ? { entry } : {}) };
      const claimed = message.status === 'sending';
      if (this.state !== 'stopping') this.queues.add(message.destination_id, job, claimed);
      else void this.attempt.giveBack(job);
    }
  }

  private schedule(wait: number): void {
    if (this.state !== 'running') return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.sweep(), wait);
    this.timer.unref();
  }

  private sweepSoon(): void {
    this.soon = true;
    if (!this.sweeping) this.schedule(this.tuning.sweepSoon);
  }

  /** Never throws: it runs in a timer. */
  private async sweep(): Promise<void> {
    this.sweeping = true;
    this.soon = false;
    try {
      await this.lookForDue();
      this.trouble = undefined;
    } catch (error) {
      const text = messageOf(error);
      if (text !== this.trouble) this.deps.logger.warn(`The outbox cannot be read: ${text}`);
      this.trouble = text;
    } finally {
      this.sweeping = false;
      this.schedule(this.soon ? this.tuning.sweepSoon : this.tuning.sweepEvery);
    }
  }

  private async lookForDue(): Promise<void> {
    const { ownership, clock } = this.deps;
    const partitions = ownership.owned();
    const now = clock.now();
    for (const destinationId of await this.store.dueDestinations(partitions, now)) {
      if (this.state !== 'running' || this.queues.room(destinationId) === 0) continue;
      const { capacity } = this.tuning;
      const due = await this.store.due(destinationId, partitions, now, capacity);
      for (const job of due) this.queues.add(destinationId, job);
      if (due.length === capacity) this.queues.expectMore(destinationId);
    }
  }
}

export const createDelivery = (deps: DeliveryDeps): Delivery => new OutboxDelivery(deps);
