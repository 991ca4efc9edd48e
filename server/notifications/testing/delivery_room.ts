import type { Destination } from '../../../common/notifications/destination';
import { FREE } from '../../../common/notifications/flow/flow';
import type { SendingRules } from '../../../common/notifications/flow/flow';
import type { Message } from '../../../common/notifications/message';
import {
  NEVER_PAUSED,
  isPaused,
  pausedWithin,
  setPause,
} from '../../../common/notifications/pause';
import type { PauseSwitch } from '../../../common/notifications/pause';
import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { silentLogger } from '../../cluster/testing/test_clock';
import { configSchema } from '../../config';
import { createDelivery } from '../delivery';
import type { OutboundResult } from '../outbound/types';
import { placeOf } from '../outbox_store';
import type { Delivery, Target } from '../types';
import { FakeOutbox } from './fake_outbox';
import type { Fault } from './fake_outbox';

export const TICK = 100;

/** What a receiver does with one request. */
export type Reception =
  | { status: number; retryAfter?: number; took?: number }
  /** Nobody answers, or the connection is refused. */
  | { failed: string; took?: number };

export interface Received {
  destination: string;
  /** Of all messages that the request told of. */
  ids: string[];
  at: number;
  took: boolean;
  /** Whether everything was paused as it came. */
  duringPause: boolean;
}

/** One process. */
export interface Instance {
  delivery: Delivery;
  life: { dead: boolean };
  /** Milliseconds for which its leases still hold. */
  lease: { remaining: number };
}

const ID = /<([\w.]+)>/g;

const targetOf = (id: string): Target => {
  if (id === 'gone') return { kind: 'unusable', reason: 'The destination was deleted.' };
  const destination = {
    ...{ type: 'webhook', name: id, origin: 'https://example.com', method: 'POST' },
    ...{ header_names: [], body: '{"of":"{{subject}}","says":"{{message}}"}' },
    ...(id === 'muted' ? { muted: true } : {}),
  } as Destination;
  return { kind: 'ready', destination, secrets: { url: `https://example.com/${id}`, headers: {} } };
};

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A world of instances, an outbox and receivers, whose time a test lets pass: under Jest's fake timers. A destination's
 * name is its id; `gone` is deleted, `muted` is muted.
 */
export class DeliveryRoom {
  readonly outbox = new FakeOutbox();
  readonly received: Received[] = [];
  readonly rules = new Map<string, SendingRules>();
  readonly instances: Instance[] = [];
  pause: PauseSwitch = NEVER_PAUSED;
  /** What is done with the next request to a destination. */
  receive: (destination: string) => Reception = () => ({ status: 200 });
  /** What happens to the next write of an outcome or a claim. */
  fault: () => Fault = () => undefined;
  random: () => number = () => 0.5;

  constructor(private readonly timeLimitMinutes = 2880) {}

  start(): Instance {
    const life = { dead: false };
    const lease = { remaining: 60_000 };
    let known: PauseSwitch | undefined;
    const clock = { now: () => Date.now(), monotonic: () => Date.now() };
    const delivery = createDelivery({
      cluster: new FakeCluster(),
      store: this.outbox.handOf(life, () => this.fault()),
      ownership: {
        instance: `instance ${this.instances.length + 1}`,
        owned: () => (lease.remaining > 0 ? [0] : []),
        remaining: () => lease.remaining,
      },
      destinations: { resolve: async (id) => targetOf(id) },
      rules: ({ name }) => this.rules.get(name) ?? FREE,
      pauses: {
        look: async () => (known = this.pause),
        hold: () => known === undefined || isPaused(known, Date.now()),
        within: (from, to) => pausedWithin(known ?? NEVER_PAUSED, from, to),
      },
      client: {
        send: ({ url, body }) => this.take(url.split('/').at(-1) ?? '', String(body)),
        connect: () => Promise.reject(new Error('Nobody connects here.')),
        close: async () => {},
      },
      clock,
      config: configSchema.parse({ delivery: { time_limit_minutes: this.timeLimitMinutes } }),
      logger: silentLogger,
      random: () => this.random(),
    });
    delivery.start();
    const instance = { delivery, life, lease };
    this.instances.push(instance);
    return instance;
  }

  /** As a SIGKILL does it: nothing that it has begun is ever written. */
  kill(instance: Instance): void {
    instance.life.dead = true;
    instance.lease.remaining = 0;
  }

  /** A commit of this instance. */
  enter(instance: Instance, ...messages: Message[]): void {
    const claimed = instance.delivery.claim(messages);
    const entered = claimed.map((message) => ({ message, version: this.outbox.put(message) }));
    if (!instance.life.dead) instance.delivery.offer(entered);
  }

  setPaused(paused: boolean, until?: number): void {
    const wanted = paused ? { paused, ...(until === undefined ? {} : { until }) } : { paused };
    this.pause = setPause(this.pause, wanted as { paused: true }, undefined, Date.now());
  }

  /** Lets the time pass. */
  async pass(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
  }

  /** The requests that a destination took, each as the ids that it told of. */
  taken(destination: string): string[][] {
    return this.received
      .filter((each) => each.destination === destination && each.took)
      .map(({ ids }) => ids);
  }

  place(id: string) {
    const message = this.outbox.message(id);
    if (!message) throw new Error(`There is no message ${id}.`);
    return placeOf(message);
  }

  private async take(destination: string, body: string): Promise<OutboundResult> {
    const reception = this.receive(destination);
    const took = 'status' in reception && reception.status < 300;
    const ids = [...new Set([...body.matchAll(ID)].map(([, id]) => id))];
    const duringPause = isPaused(this.pause, Date.now());
    this.received.push({ destination, ids, at: Date.now(), took, duringPause });
    await later(reception.took ?? 20);
    if ('failed' in reception) return { kind: 'failed', reason: reception.failed };
    const { status, retryAfter } = reception;
    const asked = retryAfter === undefined ? {} : { retryAfter: String(retryAfter) };
    return { kind: 'answer', status, text: '', ...asked };
  }
}
