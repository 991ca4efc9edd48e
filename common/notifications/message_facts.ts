import type { Severity } from '../monitors/trigger';
import type { GroupField } from '../monitors/verdict';

/** What a message tells of. */
export const MESSAGE_EVENTS = [
  /** The condition is true: an alert is new, or goes on. */
  'firing',
  /** Somebody has seen it. Only sent to destinations that keep an incident. */
  'acknowledged',
  /** It is over. */
  'resolved',
  'no_data',
  'data_again',
  /** A monitor or a trigger cannot be evaluated. */
  'error',
  'error_over',
  /** Watchkeeper itself works: a ping. */
  'heartbeat',
  /** Somebody tries a destination. */
  'test',
] as const;
export type MessageEvent = (typeof MESSAGE_EVENTS)[number];

/** One alert, as far as messages show it. Instants are epoch milliseconds. */
export interface AlertFacts {
  id: string;
  event: 'firing' | 'acknowledged' | 'resolved' | 'no_data' | 'error';
  group?: readonly GroupField[];
  /** Those of the trigger; without them, the fields of its group. */
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  start_time: number;
  end_time?: number;
  /** What the condition came to last. */
  value?: string;
  peak?: number;
  /** The page of the alert, where the host's address is known. */
  url?: string;
}

/** The most alerts that a message lists; `alert_count` tells how many there are. */
export const MOST_ALERTS_LISTED = 20;

/**
 * What every kind of destination can make a message of its own form from, without a template: title, colour, labels,
 * links. Written with the intent, so that a message that is sent again says the same.
 */
export interface MessageFacts {
  event: MessageEvent;
  /**
   * Names what it is about, the same from the first message to the last: of one alert its monitor, trigger and group; of
   * several alerts in one message monitor, trigger and action. At most 64 characters of `[a-z0-9-]`.
   */
  dedup_key: string;
  /** The author wrote the message. False: it is a text of ours, which a kind may put in its own way. */
  own_text: boolean;
  /** Our text without what else stands here; absent where the author wrote the message. */
  summary?: string;
  /** The subject was written for this very event, so nothing is put before it to tell events apart. */
  says_event?: boolean;
  severity: Severity;
  alerts: readonly AlertFacts[];
  alert_count: number;
  /** The page of the alert, or of the alerts. */
  url?: string;
  runbook_url?: string;
  tags?: readonly string[];
  owner?: string;
  /** Who acknowledged, of such an event. */
  by?: string;
  /** What they said to it. */
  comment?: string;
}
