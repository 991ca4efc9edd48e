import type { Severity } from '../monitors/monitor';
import type { MessageFacts } from './message_facts';

export type MessageStatus =
  /** Waits for its first or next attempt. */
  | 'pending'
  /** Claimed by an instance that is sending it. */
  | 'sending'
  | 'sent'
  | 'suppressed'
  /** Given up, with a reason; can be sent again. */
  | 'dead';

/** What a run decided to send, rendered: exactly what the preview showed. Written once, with the commit. */
export interface MessageIntent {
  /** `<monitor>.<revision>.m<ordinal>`; goes with each message as its idempotency key. */
  id: string;
  monitor_id: string;
  monitor_name: string;
  trigger_id: string;
  trigger_name: string;
  action_id: string;
  action_name: string;
  destination_id: string;
  alert_ids: string[];
  severity: Severity;
  subject: string;
  message: string;
  /** Absent in messages of older versions. */
  facts?: MessageFacts;
  period_start: number;
  period_end: number;
  /** The instant of the commit, epoch milliseconds. */
  created_at: number;
  rev: number;
}

export interface DeliveryAttempt {
  at: number;
  /** Milliseconds. */
  took: number;
  /** The receiver's status, when it answered. */
  status?: number;
  /** The start of the receiver's answer, or the reason why there was none. No secrets. */
  answer: string;
  ok: boolean;
}

/** An intent in the outbox. Its status moves by compare-and-swap. */
export interface Message extends MessageIntent {
  partition: number;
  status: MessageStatus;
  attempts: DeliveryAttempt[];
  next_attempt_at: number;
  claimed_by?: string;
  claim_expires_at?: number;
  /** Why it was suppressed or died. */
  reason?: string;
  finished_at?: number;
  /** Its time limit counts from here instead of from its making: it was sent again, or everything was paused. */
  tried_since?: number;
  /** It went out together with others, as this one message. */
  digest_id?: string;
  /** What the receiver gave to change its message by later, for example a chat's time stamp. Nothing secret. */
  receiver?: Readonly<Record<string, string>>;
}
