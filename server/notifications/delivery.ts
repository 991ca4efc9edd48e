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
import { Flows } from './flows';
import type { FlowsDeps } from './flows';
import type { GuardedClient } from './outbound/types';
import { createOutboxStore, jobOf, placeOf } from './outbox_store';
import type { DueMessage, OutboxStore } from './outbox_types';
import type { Pauses } from './pause_watch';
import { rulesOf } from './sending_rules';
import { ageOf } from './settle';
import type { Delivery, EnteredMessage, Targets } from './types';

export interface DeliveryDeps {
  /** As the service account. */
  cluster: Cluster;
  ownership: Ownership;
  destinations: Targets;
  pauses: Pauses;
  /** How many share the partitions, and the rates of destinations. Default: this one alone. */
  sharers?(): number;
  client: GuardedClient;
  clock: Clock;
  config: Pick<WatchkeeperConfig, 'outbound' | 'delivery' | 'scheduler'>;
  logger: Logger;
  metrics?: Pick<Metrics, 'delivered'>;
  tuning?: Partial<DeliveryTuning>;
  /** From 0 to 1; chance, unless a test wants to know it. */
  random?(): number;
  /** Instead of the cluster's. */
  store?: OutboxStore;
  /** Instead of those of the kinds. */
  rules?: FlowsDeps['rules'];
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
  settling: 200,
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
  private readonly flows: Flows;
  private readonly queues: DestinationQueues;
  private readonly tuning: DeliveryTuning;
  private readonly limits: SendLimits;
  private timer: NodeJS.Timeout | undefined;
  private sweeping = false;
  private soon = false;
  private state: 'new' | 'running' | 'stopping' = 'new';
  /** Said once, until it works again. */
  private trouble: string | undefined;

  constructor(private readonly deps: DeliveryDeps) {
    const { cluster, destinations: targets, client, ownership, clock, logger, metrics } = deps;
    const { pauses, random = Math.random, sharers = () => 1, rules = rulesOf } = deps;
    this.tuning = { ...TUNING, ...deps.tuning };
    this.limits = limitsOf(deps.config);
    this.store = deps.store ?? createOutboxStore(cluster);
    this.flows = new Flows({
      ...{ targets, clock, random, sharers, rules },
      ready: (destinationId) => this.queues.wake(destinationId),
    });
    this.attempt = new Attempt({
      ...{ store: this.store, targets, client, cluster, ownership, clock, logger, metrics, random },
      limits: this.limits,
      paused: (from, to) => pauses.within(from, to),
      holding: () => this.state === 'stopping' || pauses.hold(),
    });
    this.queues = this.createQueues();
  }

  start(): void {
    if (this.state !== 'new') return;
    this.state = 'running';
    this.schedule(0);
  }

  async stop(deadlineMs: number): Promise<void> {
    this.state = 'stopping';
    clearTimeout(this.timer);
    const givenBack = this.letGo();
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
      const room = rooms.get(destinationId) ?? this.roomFor(destinationId);
      const claimed = room > 0 && isShort(message) && this.attempt.claimNew(message);
      rooms.set(destinationId, claimed ? room - 1 : room);
      return claimed || message;
    });
  }

  offer(entered: readonly EnteredMessage[]): void {
    const fresh = new Map<string, Record<'claimed' | 'free', DueMessage[]>>();
    for (const { message, version } of entered) {
      const place = placeOf(message);
      const entry = version && isShort(message) && { ...place, ...version, message };
      const job = { ...jobOf(place, message), ...(entry ? { entry } : {}) };
      const { destination_id: destinationId } = message;
      const jobs = fresh.get(destinationId) ?? { claimed: [], free: [] };
      fresh.set(destinationId, jobs);
      jobs[message.status === 'sending' ? 'claimed' : 'free'].push(job);
    }
    for (const [destinationId, { claimed, free }] of fresh) {
      if (this.isHolding()) claimed.forEach((job) => void this.attempt.giveBack(job));
      else this.queues.add(destinationId, claimed, free);
    }
  }

  private createQueues(): DestinationQueues {
    const { flows, attempt } = this;
    return new DestinationQueues({
      ...this.tuning,
      turn: (destinationId, load) => flows.turn(destinationId, load),
      work: (jobs, ticket, sent) => attempt.make(jobs, ticket, sent),
      isOver: (destinationId, job) => this.isOver(destinationId, job),
      end: (destinationId, job) => attempt.end(job, flows.timeLimit(destinationId)),
      giveBack: (job) => attempt.giveBack(job),
      drained: () => this.sweepSoon(),
    });
  }

  private roomFor(destinationId: string): number {
    const waiting = this.queues.waiting(destinationId);
    return Math.min(this.queues.room(destinationId), this.flows.free(destinationId, waiting));
  }

  private isHolding(): boolean {
    return this.state === 'stopping' || this.deps.pauses.hold();
  }

  /** It waits for a destination that is down, for longer than it may be tried. */
  private isOver(destinationId: string, { age }: DueMessage): boolean {
    if (!this.flows.isFailing(destinationId)) return false;
    const { clock, pauses } = this.deps;
    const limit = this.flows.timeLimit(destinationId) ?? this.limits.message;
    const paused = (from: number, to: number) => pauses.within(from, to);
    return ageOf(age, { paused }, clock.now()) > limit;
  }

  /** What waits in memory waits in the outbox again. */
  private async letGo(): Promise<void> {
    await Promise.all(this.queues.clear().map((job) => this.attempt.giveBack(job)));
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
      await this.deps.pauses.look();
      if (this.isHolding()) await this.letGo();
      else await this.lookForDue();
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
    this.queues.wakeAll();
    for (const destinationId of await this.store.dueDestinations(partitions, now)) {
      if (this.state !== 'running' || this.queues.room(destinationId) === 0) continue;
      const { capacity } = this.tuning;
      const due = await this.store.due(destinationId, partitions, now, capacity);
      if (this.isHolding()) return;
      this.queues.add(destinationId, [], due);
      if (due.length === capacity) this.queues.expectMore(destinationId);
    }
  }
}

export const createDelivery = (deps: DeliveryDeps): Delivery => new OutboxDelivery(deps);
