import type { Logger } from 'opensearch-dashboards/server';
import type { Message } from '../../common/notifications/message';
import { messageOf } from '../../common/errors';
import { TemplateError } from '../../common/notifications/templates/template';
import type { Clock } from '../clock';
import type { Metrics } from '../health/types';
import type { Ownership } from '../scheduling/types';
import { sendTo } from './destinations/registry';
import type { GuardedClient } from './outbound/types';
import type { DueMessage, Entry, OutboxStore } from './outbox_store';
import { bury, claim, release, settle } from './settle';
import type { SendOutcome } from './destinations/types';
import type { Target, Targets } from './types';

type ReadyTarget = Extract<Target, { kind: 'ready' }>;

export interface AttemptDeps {
  store: OutboxStore;
  targets: Targets;
  client: GuardedClient;
  ownership: Ownership;
  clock: Clock;
  logger: Logger;
  metrics?: Pick<Metrics, 'delivered'>;
  limits: SendLimits;
  /** From 0 to 1. */
  random(): number;
  stopping(): boolean;
}

/** All in milliseconds. */
export interface SendLimits {
  /** A send's time-out, as configured. */
  send: number;
  /** The lease must last at least so long for a send to start. */
  shortest: number;
  /** A message's whole life. */
  message: number;
}

/** A claim outlives its send by so much, for the write that settles it and for clocks that differ. */
const CLAIM_MARGIN = 15_000;
/** Of the lease, for the claim and the start of the send. */
const LEASE_MARGIN = 250;
/** When the cluster would not say where to send to. */
const AFTER_TROUBLE = 5_000;
const SETTLE_FIRST_WAIT = 250;

const isOpen = (
  { status, next_attempt_at: next, claim_expires_at: until = 0 }: Message,
  now: number
) => (status === 'pending' && next <= now) || (status === 'sending' && until <= now);

/** For the write that settles it, and for clocks that differ: so much a claim must have left when its send may end. */
const LEAST_MARGIN = CLAIM_MARGIN / 2;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/**
 * One attempt at one message: claim, send, settle. Sends only what it has claimed, and only while the partition is ours
 * for longer than the send may take.
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
  async make(job: DueMessage, sent: () => void): Promise<void> {
    const { logger } = this.deps;
    if (this.timeLimit(job.partition) === 0) return this.giveBack(job);
    try {
      const claimed = await this.claimed(job);
      if (claimed) await this.deliver(claimed, sent);
    } catch (error) {
      // Nothing was sent. The look into the outbox, which meets the same trouble, says it once for all of them.
      logger.debug(`Message ${job.id} stays in the outbox for now: ${messageOf(error)}`);
    }
  }

  /** Milliseconds that a send in this partition may take; 0: it must not start. */
  private timeLimit(partition: number): number {
    const { ownership, limits, stopping } = this.deps;
    const left = ownership.remaining(partition) - LEASE_MARGIN;
    return stopping() || left < limits.shortest ? 0 : Math.min(limits.send, left);
  }

  /** The message as ours to send; undefined where it is not. */
  private async claimed(job: DueMessage): Promise<Entry | undefined> {
    const { clock, limits, store } = this.deps;
    const entry = job.entry ?? (await store.get(job));
    if (!entry) return undefined;
    const { status, claim_expires_at: until = 0 } = entry.message;
    const now = clock.now();
    // Only what is handed on as it was written can be a claim of our own.
    const isOurs = job.entry !== undefined && status === 'sending';
    if (isOurs && now + limits.send + LEAST_MARGIN <= until) return entry;
    if (!isOurs && !isOpen(entry.message, now)) return undefined;
    return store.swap(entry, this.asClaimed(entry.message));
  }

  private asClaimed(message: Message): Message {
    const { clock, limits, ownership } = this.deps;
    return claim(message, ownership.instance, clock.now() + limits.send + CLAIM_MARGIN);
  }

  private async deliver(claimed: Entry, sent: () => void): Promise<void> {
    const message = await this.next(claimed.message);
    sent();
    await this.settle(claimed, message);
  }

  /** What becomes of a claimed message. Never throws: a claim must be settled. */
  private async next(message: Message): Promise<Message> {
    const { clock, targets } = this.deps;
    try {
      const target = await targets.resolve(message.destination_id);
      if (target.kind === 'unusable') return bury(message, target.reason, clock.now());
      const timeLimit = this.timeLimit(message.partition);
      this.trouble = undefined;
      // The look-up may have taken so long that neither lease nor claim outlasts the send any more.
      const { claim_expires_at: until = 0 } = message;
      if (timeLimit === 0 || clock.now() + timeLimit > until) return release(message, clock.now());
      return await this.send(message, target, timeLimit);
    } catch (error) {
      this.tellTrouble(messageOf(error));
      return release(message, clock.now() + AFTER_TROUBLE);
    }
  }

  /** Once, and not for each message that meets it. */
  private tellTrouble(text: string): void {
    if (text === this.trouble) return;
    this.trouble = text;
    this.deps.logger.warn(`Messages wait, since destinations cannot be read: ${text}`);
  }

  private async send(message: Message, target: ReadyTarget, timeLimit: number): Promise<Message> {
    const { clock, limits, random } = this.deps;
    const at = clock.now();
    const began = clock.monotonic();
    const outcome = await this.say(message, target, timeLimit);
    const took = clock.monotonic() - began;
    const { type: kind } = target.destination;
    this.deps.metrics?.delivered({ kind, result: outcome.result, took });
    return settle(message, outcome, { at, took }, limits.message, random());
  }

  private async say(
    message: Message,
    { destination, secrets }: ReadyTarget,
    timeLimit: number
  ): Promise<SendOutcome> {
    const { client, clock, logger } = this.deps;
    try {
      return await sendTo(destination, secrets, message, { client, timeLimit, now: clock.now() });
    } catch (error) {
      // Before anything went out: the next attempt would end in the same way.
      logger.error(`Message ${message.id} could not be put together: ${messageOf(error)}`);
      const why = error instanceof TemplateError ? error.message : 'The log says why.';
      return { result: 'parked', answer: `The message could not be put together. ${why}` };
    }
  }

  /** Tries for as long as the claim lasts: once it is forgotten, the message would go out again. */
  private async settle(claimed: Entry, message: Message): Promise<void> {
    const { clock, logger, limits, store } = this.deps;
    const deadline = clock.monotonic() + limits.send + CLAIM_MARGIN;
    for (let wait = SETTLE_FIRST_WAIT; ; wait *= 2) {
      try {
        if (!(await store.swap(claimed, message))) {
          logger.debug(`Message ${claimed.id} was settled already, or taken over.`);
        } else if (message.status === 'dead') {
          logger.warn(
            `Message ${claimed.id} to ${message.destination_id} is dead: ${message.reason}`
          );
        }
        return;
      } catch (error) {
        if (clock.monotonic() + wait > deadline) {
          const { id } = claimed;
          logger.error(`What became of message ${id} could not be written: ${messageOf(error)}`);
          return;
        }
        await pause(wait);
      }
    }
  }
}
