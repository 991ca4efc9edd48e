import type { Destination, MessageContent } from '../../../common/notifications/destination';
import type { DestinationType } from '../../../common/notifications/destination';
import type { SecretsOf } from '../../../common/notifications/kinds/registry';
import type { Cluster } from '../../cluster/types';
import type { GuardedClient } from '../outbound/types';

/** One attempt to say something to a destination. No secret is in it. */
export interface SendOutcome {
  /** `retry`: another attempt may succeed. `parked`: it would fail in the same way. */
  result: 'sent' | 'retry' | 'parked';
  status?: number;
  /** The start of the receiver's answer, or why there was none. */
  answer: string;
  /** Why it is parked or has to be tried again, where the answer alone does not say. */
  reason?: string;
  /** Milliseconds that the receiver asked to be left alone for. */
  retryAfter?: number;
  /** The guard refused the address. */
  blocked?: boolean;
  /** What the receiver gave to change this message by later. Kept with the message; nothing secret. */
  receiver?: Readonly<Record<string, string>>;
}

export interface SendContext {
  client: GuardedClient;
  /** Milliseconds. */
  timeLimit: number;
  /** Epoch milliseconds. */
  now: number;
  /** As the service account, for what is written into the cluster itself. */
  cluster?: Cluster;
  /** What the receiver gave with the last message about the same (`facts.dedup_key`). Absent: nothing is known. */
  previous?(): Promise<Readonly<Record<string, string>> | undefined>;
}

/** Says it once, now. */
export type Send<T extends DestinationType> = (
  destination: Extract<Destination, { type: T }>,
  secrets: SecretsOf<T>,
  content: MessageContent,
  context: SendContext
) => Promise<SendOutcome>;
