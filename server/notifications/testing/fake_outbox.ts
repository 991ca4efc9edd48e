import { WatchkeeperError } from '../../../common/errors';
import type { Message } from '../../../common/notifications/message';
import { jobOf, placeOf } from '../outbox_store';
import type { Entry, OutboxStore } from '../outbox_types';

interface Doc {
  message: Message;
  seq_no: number;
}

/** What happens to a write: it never arrives, or it is carried out and its answer is lost. */
export type Fault = 'before' | 'after' | undefined;

const isDue = (
  { status, next_attempt_at: next, claim_expires_at: until = 0 }: Message,
  now: number
) => (status === 'pending' && next <= now) || (status === 'sending' && until <= now);

const byMaking = (a: Message, b: Message): number => a.created_at - b.created_at || a.rev - b.rev;

const gone = () => new WatchkeeperError('cluster_unreachable', 'The cluster does not answer.');

/** The outbox in memory, with compare-and-swap as the cluster has it; a search sees every write at once. */
export class FakeOutbox {
  private readonly docs = new Map<string, Doc>();
  private seqNo = 0;

  messages(): Message[] {
    return [...this.docs.values()].map(({ message }) => message);
  }

  message(id: string): Message | undefined {
    return this.docs.get(id)?.message;
  }

  /** Writes it, as a commit does, and says where it stands. */
  put(message: Message) {
    const seq_no = ++this.seqNo;
    this.docs.set(message.id, { message, seq_no });
    return { seq_no, primary_term: 1 };
  }

  /** The hands of one instance. Once it is dead, nothing that it does has an effect, and nothing answers it. */
  handOf(life: { dead: boolean }, fault: () => Fault = () => undefined): OutboxStore {
    const alive = async <T>(work: () => T): Promise<T> => {
      if (life.dead) return new Promise<T>(() => {});
      return work();
    };
    const of = (destinationId: string, key?: string) =>
      this.messages().filter(
        ({ destination_id: id, facts }) =>
          id === destinationId && (key === undefined || facts?.dedup_key === key)
      );
    return {
      get: (place) => alive(() => this.entry(place.id)),
      swap: (entry, message) => alive(() => this.swap(entry, message, fault())),
      dueDestinations: (_partitions, now) =>
        alive(() => [
          ...new Set(
            this.messages()
              .filter((message) => isDue(message, now))
              .map(({ destination_id: id }) => id)
          ),
        ]),
      due: (destinationId, _partitions, now, size) =>
        alive(() =>
          of(destinationId)
            .filter((message) => isDue(message, now))
            .sort(byMaking)
            .slice(0, size)
            .map((message) => jobOf(placeOf(message), message))
        ),
      standing: ({ destinationId, key }) =>
        alive(() => {
          const made = (...statuses: Array<Message['status']>) =>
            of(destinationId, key)
              .filter(({ status }) => statuses.includes(status))
              .sort(byMaking);
          const from = made('pending', 'sending').at(0);
          const upTo = made('sent').at(-1);
          return { ...(from ? { unsettledFrom: from } : {}), ...(upTo ? { sentUpTo: upTo } : {}) };
        }),
      lastSaid: ({ destinationId, key }) =>
        alive(
          () =>
            of(destinationId, key)
              .filter(({ status }) => status === 'sent')
              .sort(byMaking)
              .at(-1)?.facts?.event
        ),
      lastReceiver: ({ destinationId, key }) =>
        alive(
          () =>
            of(destinationId, key)
              .filter(({ status, receiver }) => status === 'sent' && receiver)
              .sort(byMaking)
              .at(-1)?.receiver
        ),
      byIds: (ids) => alive(() => this.messages().filter(({ id }) => ids.includes(id))),
      ofAlert: (alertId) =>
        alive(() => this.messages().filter(({ alert_ids: ids }) => ids.includes(alertId))),
    };
  }

  private entry(id: string): Entry | undefined {
    const doc = this.docs.get(id);
    return doc && { ...placeOf(doc.message), ...doc, primary_term: 1 };
  }

  private swap(entry: Entry, message: Message, fault: Fault): Entry | undefined {
    if (fault === 'before') throw gone();
    if (this.docs.get(entry.id)?.seq_no !== entry.seq_no) {
      if (fault === 'after') throw gone();
      return undefined;
    }
    const version = this.put(message);
    if (fault === 'after') throw gone();
    return { ...entry, ...version, message };
  }
}
