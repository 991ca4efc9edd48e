import type { Logger } from 'opensearch-dashboards/server';
import { partitionOf } from '../../../common/hash';
import { messageOf } from '../../../common/errors';
import { pingOf, tickOf, whyNoPing } from '../../../common/notifications/heartbeat/pinging';
import type { Pinged } from '../../../common/notifications/heartbeat/pinging';
import type { Message, MessageStatus } from '../../../common/notifications/message';
import type { Clock } from '../../clock';
import { bulk, demandWritten } from '../../cluster/bulk';
import type { Cluster, DocVersion } from '../../cluster/types';
import type { Ownership } from '../../scheduling/types';
import { placeOf } from '../outbox_store';
import type { OutboxStore } from '../outbox_types';
import type { Delivery } from '../types';

export interface PingerDeps {
  /** As the service account. */
  cluster: Cluster;
  outbox: Pick<OutboxStore, 'get'>;
  delivery: Pick<Delivery, 'claim' | 'offer'>;
  ownership: Ownership;
  /** Those that are to be pinged, whoever owns them. */
  destinations(): Promise<Pinged[]>;
  /** Why not every monitor runs in time; undefined where they do. Throws while the cluster does not answer. */
  whyBehind(): Promise<string | undefined>;
  /** Told while a ping is due and does not go; true when that is news. */
  withheld(destinationId: string, reason: string): boolean;
  pinged(destinationId: string): void;
  clock: Clock;
  logger: Logger;
}

/** How long it is believed which destinations there are, milliseconds. */
const BELIEVED_FOR = 5000;

/**
 * Proves to the outside that all of the way works: every interval a message of its own goes the way of every message,
 * but only while the scheduler is in time, the cluster answers, and the ping before has been settled.
 */
export class Pinger {
  private known: Pinged[] = [];
  private lookedAt: number | undefined;
  /** The last tick of each destination for which there is a message. */
  private readonly ticks = new Map<string, number>();

  constructor(private readonly deps: PingerDeps) {}

  /** Makes what is due. Throws only while it cannot be known what there is to ping. */
  async turn(): Promise<void> {
    const { clock, ownership } = this.deps;
    await this.look();
    const owned = new Set(ownership.owned());
    const due = this.known.filter(
      (each) =>
        owned.has(partitionOf(each.id)) && this.ticks.get(each.id) !== tickOf(each, clock.now())
    );
    if (due.length === 0) return;
    const scheduler = await this.whyBehind();
    for (const each of due) await this.ping(each, scheduler);
  }

  private async look(): Promise<void> {
    const { clock, destinations, ownership, pinged } = this.deps;
    const now = clock.monotonic();
    if (ownership.owned().length === 0) return;
    if (this.lookedAt !== undefined && now - this.lookedAt < BELIEVED_FOR) return;
    const before = this.known;
    this.known = await destinations();
    this.lookedAt = now;
    const ids = new Set(this.known.map(({ id }) => id));
    for (const { id } of before) {
      if (ids.has(id)) continue;
      this.ticks.delete(id);
      pinged(id);
    }
  }

  private async whyBehind(): Promise<string | undefined> {
    try {
      return await this.deps.whyBehind();
    } catch (error) {
      return `The cluster does not answer: ${messageOf(error)}`;
    }
  }

  private async ping(destination: Pinged, scheduler: string | undefined): Promise<void> {
    const { clock, pinged } = this.deps;
    const tick = tickOf(destination, clock.now());
    try {
      const former = scheduler === undefined ? await this.former(destination, tick) : undefined;
      const reason = whyNoPing({
        ...(scheduler === undefined ? {} : { scheduler }),
        ...(former === undefined ? {} : { former }),
      });
      if (reason !== undefined) {
        this.withhold(destination, reason);
        return;
      }
      await this.make(destination, tick);
      this.ticks.set(destination.id, tick);
      pinged(destination.id);
    } catch (error) {
      this.withhold(destination, `The ping could not be made: ${messageOf(error)}`);
    }
  }

  /** Of the last one that this instance has made; after a start, of that of the tick before. */
  private async former(destination: Pinged, tick: number): Promise<MessageStatus | undefined> {
    const last = this.ticks.get(destination.id) ?? tick - 1;
    const entry = await this.deps.outbox.get(placeOf(pingOf(destination, last)));
    return entry?.message.status;
  }

  /** Into the outbox, as a run's messages go; nothing, where another instance has made it. */
  private async make(destination: Pinged, tick: number): Promise<void> {
    const { cluster, delivery } = this.deps;
    const intent = pingOf(destination, tick);
    const fresh: Message = {
      ...intent,
      partition: partitionOf(destination.id),
      status: 'pending',
      attempts: [],
      next_attempt_at: intent.created_at,
    };
    const [message = fresh] = delivery.claim([fresh]);
    const results = await bulk(cluster, [{ kind: 'create', ...placeOf(message), source: message }]);
    demandWritten(results);
    const [result] = results;
    if (result.kind !== 'ok') return;
    const version: DocVersion = result.version;
    delivery.offer([{ message, version }]);
  }

  private withhold({ id, name }: Pinged, reason: string): void {
    const { withheld, logger } = this.deps;
    const text = `No heartbeat goes to "${name}": ${reason}`;
    if (withheld(id, text)) logger.warn(text);
  }
}
