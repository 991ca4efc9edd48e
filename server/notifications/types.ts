import type { Follows } from '../../common/alerts/incidents';
import type { Message } from '../../common/notifications/message';
import type { DocVersion } from '../cluster/types';
import type { SharedTemplates } from '../../common/notifications/templates/shared/include';
import type { Destination } from '../../common/notifications/destination';
import type { Secrets } from '../../common/notifications/kinds/registry';

/** Messages of the outbox, for the pages of other rooms. */
export interface MessageStore {
  /** In no order; ids that are not there are left out. */
  byIds(ids: readonly string[]): Promise<Message[]>;
  /** Newest first, the last thousand. */
  ofAlert(alertId: string): Promise<Message[]>;
}

/** A message in the outbox, and where it stands there when that is known. */
export interface EnteredMessage {
  message: Message;
  version?: DocVersion;
}

/**
 * Marks those of new messages that this instance sends at once as its own, so that no write of its own claims them; the
 * others stay as they are. One a message, in order. Whoever writes them hands them to `offer` then.
 */
export type Claim = (messages: Message[]) => Message[];

export interface Delivery {
  /** Returns at once; never waits for the cluster. */
  start(): void;
  /** Starts nothing more, and waits for what is under way until the deadline (milliseconds from now). */
  stop(deadlineMs: number): Promise<void>;
  claim: Claim;
  /** Messages that have just entered the outbox: sent at once, without waiting for the next look into it. */
  offer(entered: readonly EnteredMessage[]): void;
}

/** Which destinations keep an incident. */
export interface Followed {
  /** As far as it is known: `known` or `now` comes first. Where nothing is, none does. */
  follows: Follows;
  /** Waits only where nothing is known yet. Never throws. */
  known(): Promise<void>;
  /** As it is saved at this moment. Throws while the cluster does not answer. */
  now(): Promise<void>;
}

/** The shared templates that messages may name. */
export interface CurrentTemplates {
  /** As far as they are known: `known` or `now` comes first. */
  templates(): SharedTemplates | undefined;
  /** Waits only where nothing is known yet, or one of these is not: it may have just been saved. Never throws. */
  known(names?: readonly string[]): Promise<void>;
  /** As they are saved at this moment. Throws while the cluster does not answer. */
  now(): Promise<void>;
}

/** The monitors that name shared templates, with the names. */
export type NamesTemplates = () => Promise<
  Array<{ id: string; name: string; templates: readonly string[] }>
>;

/** Which monitors send to a destination. */
export type UsedBy = (destinationId: string) => Promise<Array<{ id: string; name: string }>>;

/** Everything that it takes to send to a destination. */
export type Target =
  | { kind: 'ready'; destination: Destination; secrets: Secrets }
  /** Deleted, or its secrets cannot be used: why, as a sentence. */
  | { kind: 'unusable'; reason: string };

/** Finds destinations as the service account. Throws while the cluster does not answer. */
export interface Targets {
  resolve(destinationId: string): Promise<Target>;
}

/** What the room gives to others. */
export interface Notifications {
  delivery: Delivery;
  messages: MessageStore;
  /** How many messages of this instance's partitions are not settled yet. Throws while the cluster does not answer. */
  waiting(): Promise<number>;
  /** Ids that are not there are left out. */
  destinationNames(ids: readonly string[]): Promise<Map<string, string>>;
  /**
   * How many incidents stand open at a destination that were told of there; 0 for kinds that keep none. Throws while the
   * cluster does not answer.
   */
  openIncidents(destinationId: string, kind: string): Promise<number>;
  /** False: saving a secret is refused. */
  encryptionKey: boolean;
  /** What an operator must mend in the configuration, for the status page. */
  problems(): string[];
  /** Compares the encryption key with that of the other instances. Throws while the cluster does not answer. */
  lookAtKey(): Promise<void>;
  /** Makes the pings to the outside that are due. */
  ping(): Promise<void>;
}
