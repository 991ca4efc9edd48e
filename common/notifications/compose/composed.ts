import type { Severity } from '../../monitors/trigger';
import type { AlertFacts, MessageEvent, MessageFacts } from '../message_facts';

/** A message as every kind of destination can put it into a form of its own. Plain data, texts without any mark-up. */
export interface ComposedMessage {
  event: MessageEvent;
  /** `Firing`, `Acknowledged`, `Recovered`, …: one or two words. */
  statusText: string;
  /** One line, never empty. What is not firing says so at its beginning. */
  title: string;
  tone: Tone;
  /** Of the tone, and where it fires of the severity: `#rrggbb`. */
  color: string;
  /** For receivers that show no colours. */
  symbol: string;
  severity: Severity;
  /** The author's message where there is one, else some sentences of ours. May have several lines, and may be empty. */
  text: string;
  /** The author wrote `text`. Then there are no fields and no list: who wants them in the message has named them. */
  ownText: boolean;
  /** What is worth showing beside the text. */
  fields: readonly Field[];
  /** The page of the alert, then the runbook; only where they are known. */
  links: readonly Link[];
  /** What the message lists: only where there are several. */
  alerts: readonly ComposedAlert[];
  /** How many alerts there are beyond those that are listed. */
  more: number;
  /** All of it but for the title as plain text: for receivers that take nothing else. */
  plain: string;
  /** Everything that is known, also where the author wrote the text: for receivers that keep it as data. */
  details: readonly Field[];
}

/** `critical`: fires with severity 1 or 2. `warning`: with 3, errors, missing data. `info`: with 4 or 5, tests. */
export type Tone = 'critical' | 'warning' | 'info' | 'good' | 'neutral';

export interface Field {
  name: string;
  value: string;
  /** Fits beside another one. */
  short: boolean;
}

export interface Link {
  text: string;
  url: string;
}

/** One of several alerts in a message. */
export interface ComposedAlert {
  event: AlertFacts['event'];
  statusText: string;
  tone: Tone;
  color: string;
  symbol: string;
  /** Which one it is: the values of its group, or of its labels. */
  title: string;
  /** What else is known, in one line. */
  text: string;
  url?: string;
}

/** What a message is composed of. A `Message` of the outbox is one; so is what a form tries. */
export interface ComposableContent {
  subject: string;
  message: string;
  severity?: string;
  monitor_name?: string;
  trigger_name?: string;
  alert_ids?: readonly string[];
  facts?: MessageFacts;
}
