import type {
  Destination,
  DestinationType,
  MessageContent,
} from '../../../common/notifications/destination';
import type { SecretsOf } from '../../../common/notifications/kinds/registry';
import type { GuardedClient } from '../outbound/types';

/** One attempt to say something to a destination. No secret is in it. */
export interface SendOutcome {
  /** `retry`: another attempt may succeed. `parked`: it would fail in the same way. */
  result: 'sent' | 'retry' | 'parked';
  status?: number;
  /** The start of the receiver's answer, or why there was none. */
  answer: string;
  /** Why it is parked, where the answer alone does not say. */
  reason?: string;
  /** Milliseconds that the receiver asked to be left alone for. */
  retryAfter?: number;
  /** The guard refused the address. */
  blocked?: boolean;
}

export interface SendContext {
  client: GuardedClient;
  /** Milliseconds. */
  timeLimit: number;
  /** Epoch milliseconds. */
  now: number;
}

/** The server half of a kind. */
export interface Sender<T extends DestinationType> {
  type: T;
  send(
    destination: Extract<Destination, { type: T }>,
    secrets: SecretsOf<T>,
    content: MessageContent,
    context: SendContext
  ): Promise<SendOutcome>;
}
