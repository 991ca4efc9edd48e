import type { Message } from '../../common/notifications/message';
import type { MessageEvent } from '../../common/notifications/message_facts';
import type { DocVersion } from '../cluster/types';
import type { MessageStore } from './types';

/** Where a message lies. */
export interface Place {
  index: string;
  id: string;
}

export interface Entry extends Place, DocVersion {
  message: Message;
}

export interface DueMessage extends Place {
  partition: number;
  /** Since when it is tried: of a message. */
  age: Pick<Message, 'created_at' | 'tried_since'>;
  /** What it is about, the same for all that follow each other. */
  key?: string;
  /** As it was written, where that is known: then it need not be read. */
  entry?: Entry;
}

/** Messages that follow each other. */
export interface About {
  destinationId: string;
  key: string;
}

/** When a message was made: the instant, and of two at the same instant the revision of their monitor. */
export type Making = Pick<Message, 'created_at' | 'rev'>;

/** How the messages about one thing stand at one destination. */
export interface Standing {
  /** The first that is not settled. */
  unsettledFrom?: Making;
  /** The last that was sent. */
  sentUpTo?: Making;
}

/** The outbox as delivery sees it. Claims are compare-and-swap writes; searches only propose. */
export interface OutboxStore extends MessageStore {
  /** As it is now, refreshed or not. */
  get(place: Place): Promise<Entry | undefined>;
  /** Undefined when it has changed meanwhile. */
  swap(entry: Entry, message: Message): Promise<Entry | undefined>;
  /** Every destination for which something is due in these partitions. */
  dueDestinations(partitions: readonly number[], now: number): Promise<string[]>;
  /** The oldest that are due for one destination. */
  due(
    destinationId: string,
    partitions: readonly number[],
    now: number,
    size: number
  ): Promise<DueMessage[]>;
  /** Of the messages with this key to this destination, as they are now. */
  standing(about: About): Promise<Standing>;
  /** What the last of them that was sent told; undefined where none was. */
  lastSaid(about: About): Promise<MessageEvent | undefined>;
  /** What the receiver gave with the last of them that was sent. */
  lastReceiver(about: About): Promise<Message['receiver']>;
}
