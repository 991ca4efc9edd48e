import type { Logger } from 'opensearch-dashboards/server';
import { digestOf } from '../../common/notifications/digest';
import { refusesForm } from '../../common/notifications/flow/flow';
import type { Message } from '../../common/notifications/message';
import { messageOf } from '../../common/errors';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { Metrics } from '../health/types';
import type { Ownership } from '../scheduling/types';
import { digestId } from './digest_id';
import type { Ticket } from './flows';
import { heldBack } from './held_back';
import { inOrder } from './in_order';
import type { GuardedClient } from './outbound/types';
import type { DueMessage, Entry, OutboxStore } from './outbox_types';
import { say } from './say';
import type { ReadyTarget } from './say';
import { bury, claim, expire, release, settle, suppress } from './settle';
import type { Lifetime } from './settle';
import type { SendOutcome } from './destinations/types';
import type { Targets } from './types';
import { writeDown } from './write_down';

export interface AttemptDeps {
  store: OutboxStore;
  targets: Targets;
  client: GuardedClient;
  /** As the service account, for what is written into the cluster itself. */
  cluster?: Cluster;
  ownership: Ownership;
  clock: Clock;
  logger: Logger;
  metrics?: Pick<Metrics, 'delivered'>;
  limits: SendLimits;
  /** See `Lifetime`. */
  paused: Lifetime['paused'];
  /** From 0 to 1. */
  random(): number;
  /** Nothing new may go out: this instance stops, or everything is paused. */
  holding(): boolean;
}

/** All in milliseconds. */
export interface SendLimits {
  /** A send's time-out, as configured. */
  send: number;
  /** The lease must last at least so long for a send to start. */
  shortest: number;
  /** A message's whole life, where its destination has no limit of its own. */
  message: number;
}

/** A claim outlives its send by so much, for the write that settles it and for clocks that differ. */
const CLAIM_MARGIN = 15_000;
/** Of the lease, for the claim and the start of the send. */
const LEASE_MARGIN = 250;
/** When the cluster would not say where to send to. */
const AFTER_TROUBLE = 5_000;

const isOpen = (
  { status, next_attempt_at: next, claim_expires_at: until = 0 }: Message,
  now: number
) => (status === 'pending' && next <= now) || (status === 'sending' && until <= now);

/** For the write that settles it, and for clocks that differ: so much a claim must have left when its send may end. */
const LEAST_MARGIN = CLAIM_MARGIN / 2;

/** It died or was sent as a part of another message. */
const asPart = (message: Message, digest: string): Message =>
  message.status === 'pending' ? message : { ...message, digest_id: digest };

/**
 * One attempt: claim, send, settle; at one message, or at several that go out as one. Sends only what it has claimed,
 * and only while the partition is ours for longer than the send may take.
 */
export class Attempt {
  private trouble: string | undefined;

  constructor(private readonly deps: AttemptDeps) {}

  /** A new message that enters the outbox as ours; undefined where this instance may not send it now. */
  claimNew(message: Message): Message | undefined {
    const { clock } = this.deps;
    const may = isOpen(message, clock.now()) && this.timeLimit(message.partition) > 0;
    return may ? this.asClaimed(message) : undefined;
  }

  /** What was claimed when it entered and is not sent after all is everybody's again. Never throws. */
  async giveBack({ entry }: DueMessage): Promise<void> {
    const { clock, logger, store } = this.deps;
    if (entry?.message.status !== 'sending') return;
    try {
      await store.swap(entry, release(entry.message, clock.now()));
    } catch (error) {
      logger.debug(`Message ${entry.id} waits until its claim expires: ${messageOf(error)}`);
    }
  }

  /**
   * Never throws.
   *
   * @param sent called when all that is left is to write down what came of it
   */
  async make(jobs: readonly DueMessage[], ticket: Ticket, sent: () => void): Promise<void> {
    const claimed = await Promise.all(jobs.map((job) => this.claimed(job, ticket.rules.follows)));
    const ours = claimed.filter((entry) => entry !== undefined);
    if (ours.length === 0) return;
    const messages = await this.next(
      ours.map(({ message }) => message),
      ticket
    );
    sent();
    const lasts = this.deps.limits.send + CLAIM_MARGIN;
    await Promise.all(ours.map((entry, i) => writeDown(this.deps, entry, messages[i], lasts)));
  }

  /** A job that has waited for too long at a destination that is down. Never throws. */
  async end(job: DueMessage, limit: number | undefined): Promise<void> {
    const entry = await this.claimed(job, false);
    if (!entry) return;
    const { clock, limits } = this.deps;
    const lifetime = this.lifetime(limit);
    const over = expire(entry.message, lifetime, clock.now());
    await writeDown(this.deps, entry, over, limits.send + CLAIM_MARGIN);
  }

  private lifetime(limit: number | undefined): Lifetime {
    return { limit: limit ?? this.deps.limits.message, paused: this.deps.paused };
  }

  /** Milliseconds that a send in this partition may take; 0: it must not start. */
  private timeLimit(partition: number): number {
    const { ownership, limits, holding } = this.deps;
    const left = ownership.remaining(partition) - LEASE_MARGIN;
    return holding() || left < limits.shortest ? 0 : Math.min(limits.send, left);
  }

  /** The message as ours to send; undefined where it is not. Never throws. */
  private async claimed(job: DueMessage, follows: boolean): Promise<Entry | undefined> {
    if (this.timeLimit(job.partition) === 0) {
      await this.giveBack(job);
      return undefined;
    }
    try {
      return await this.claimIt(job, follows);
    } catch (error) {
      // Nothing was sent. The look into the outbox, which meets the same trouble, says it once for all of them.
      this.deps.logger.debug(`Message ${job.id} stays in the outbox for now: ${messageOf(error)}`);
      return undefined;
    }
  }

  private async claimIt(job: DueMessage, follows: boolean): Promise<Entry | undefined> {
    const { clock, limits, store } = this.deps;
    const entry = job.entry ?? (await store.get(job));
    if (!entry) return undefined;
    const { status, claim_expires_at: until = 0 } = entry.message;
    // Only what is handed on as it was written can be a claim of our own.
    const isOurs = job.entry !== undefined && status === 'sending';
    if (!isOurs && !isOpen(entry.message, clock.now())) return undefined;
    if (follows && !(await this.isNext(job, entry))) return undefined;
    if (isOurs && clock.now() + limits.send + LEAST_MARGIN <= until) return entry;
    return store.swap(entry, this.asClaimed(entry.message));
  }

  /** Whether nothing that was made before it is still to be sent, and nothing that was made after it has been. */
  private async isNext(job: DueMessage, entry: Entry): Promise<boolean> {
    const { clock, store } = this.deps;
    const order = await inOrder(store, entry.message);
    if (order.kind === 'next') return true;
    if (order.kind === 'early') await this.giveBack({ ...job, entry });
    else await store.swap(entry, suppress(entry.message, order.reason, clock.now()));
    return false;
  }

  private asClaimed(message: Message): Message {
    const { clock, limits, ownership } = this.deps;
    return claim(message, ownership.instance, clock.now() + limits.send + CLAIM_MARGIN);
  }

  /** What becomes of claimed messages, one each. Never throws: a claim must be settled. */
  private async next(messages: readonly Message[], ticket: Ticket): Promise<Message[]> {
    const { clock, targets } = this.deps;
    try {
      const target = await targets.resolve(messages[0].destination_id);
      if (target.kind === 'unusable') {
        return messages.map((message) => bury(message, target.reason, clock.now()));
      }
      const { follows } = ticket.rules;
      // One that is told of an end goes alone: nothing is merged where messages follow each other.
      const held = await Promise.all(
        messages.map((message) => heldBack(this.deps, message, target.destination, follows))
      );
      if (held.every((message) => message !== undefined)) return held;
      this.trouble = undefined;
      // The look-up may have taken so long that neither lease nor claim outlasts the send any more.
      const timeLimit = Math.min(...messages.map(({ partition }) => this.timeLimit(partition)));
      const ends = clock.now() + timeLimit;
      if (timeLimit === 0 || messages.some(({ claim_expires_at: until = 0 }) => ends > until)) {
        return messages.map((message) => release(message, clock.now()));
      }
      return await this.send(messages, target, timeLimit, ticket);
    } catch (error) {
      this.tellTrouble(messageOf(error));
      return messages.map((message) => release(message, clock.now() + AFTER_TROUBLE));
    }
  }

  /** Once, and not for each message that meets it. */
  private tellTrouble(text: string): void {
    if (text === this.trouble) return;
    this.trouble = text;
    this.deps.logger.warn(`Messages wait, since destinations cannot be read: ${text}`);
  }

  private async send(
    messages: readonly Message[],
    target: ReadyTarget,
    timeLimit: number,
    ticket: Ticket
  ): Promise<Message[]> {
    const { clock } = this.deps;
    const [first, ...others] = messages;
    const digest = others.length > 0 ? digestId(messages.map(({ id }) => id)) : undefined;
    const content = digest === undefined ? first : digestOf(digest, [first, ...others]);
    const at = clock.now();
    const began = clock.monotonic();
    ticket.spend();
    const outcome = await say(this.deps, content, target, timeLimit);
    const took = clock.monotonic() - began;
    ticket.note(outcome, began, digest !== undefined);
    const { type: kind } = target.destination;
    this.deps.metrics?.delivered({ kind, result: outcome.result, took });
    return this.settled(messages, outcome, { at, took }, ticket, digest);
  }

  private settled(
    messages: readonly Message[],
    outcome: SendOutcome,
    times: { at: number; took: number },
    { rules }: Ticket,
    digest: string | undefined
  ): Message[] {
    const { random } = this.deps;
    const lifetime = this.lifetime(rules.timeLimit);
    const settleOne = (message: Message, what: SendOutcome) =>
      settle(message, what, times, lifetime, random());
    if (digest === undefined) return messages.map((message) => settleOne(message, outcome));
    // It may be only too long, or too many: each is tried by itself.
    const one: SendOutcome = refusesForm(outcome) ? { ...outcome, result: 'retry' } : outcome;
    return messages.map((message) => asPart(settleOne(message, one), digest));
  }
}
