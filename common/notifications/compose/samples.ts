import type { Severity } from '../../monitors/trigger';
import type { AlertFacts, MessageEvent, MessageFacts } from '../message_facts';
import type { ComposableContent } from './composed';

/** Messages as an author's actions send them: for previews, and for trying a destination. */

const START = Date.UTC(2026, 0, 1, 8, 30);
const MINUTE = 60_000;
const HOSTS = ['web-1', 'web-2', 'web-3'];

const EVENT_OF_ALERT: Partial<Record<MessageEvent, AlertFacts['event']>> = {
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  data_again: 'resolved',
  error_over: 'resolved',
  no_data: 'no_data',
  error: 'error',
};

const alertOf = (event: MessageEvent, host: string, index: number): AlertFacts => {
  const is = EVENT_OF_ALERT[event] ?? 'firing';
  const url = `https://dashboards.example.com/app/watchkeeper_alerts/sample.1.${index}`;
  return {
    id: `sample.1.${index}`,
    event: is,
    group: [{ field: 'host', value: host }],
    labels: { host, team: 'shop' },
    annotations: { summary: `Too many errors on ${host}` },
    start_time: START,
    ...(is === 'resolved' ? { end_time: START + 25 * MINUTE } : {}),
    ...(is === 'firing' || is === 'resolved' ? { value: '93', peak: 120 } : {}),
    url,
  };
};

const SUMMARIES: Readonly<Record<MessageEvent, string>> = {
  firing: 'Errors are high of monitor Checkout (host: web-1) is firing.',
  acknowledged: 'Errors are high of monitor Checkout (host: web-1) is acknowledged by jane.',
  resolved: 'Errors are high of monitor Checkout (host: web-1) is over. It lasted 25 min.',
  no_data: 'Monitor Checkout finds no data for Errors are high.',
  data_again: 'Monitor Checkout finds data for Errors are high again.',
  error: 'Monitor Checkout cannot be evaluated. It has failed 3 times in a row.',
  error_over: 'Monitor Checkout can be evaluated again, after 25 min.',
  heartbeat: 'Watchkeeper works: it searches, decides and sends.',
  test: 'This destination works: somebody has just tried it.',
};

export interface SampleOptions {
  /** How many alerts are in it. */
  count?: number;
  severity?: Severity;
  /** What the author wrote; absent: the message is ours. */
  ownText?: string;
}

/** A message of this event. */
export const sampleMessage = (
  event: MessageEvent,
  { count = 1, severity = '1', ownText }: SampleOptions = {}
): ComposableContent & { id: string; facts: MessageFacts } => {
  const about = event === 'heartbeat' || event === 'test' ? 0 : count;
  const alerts = HOSTS.slice(0, about).map((host, index) => alertOf(event, host, index));
  const several = `Errors are high of monitor Checkout: ${about} alerts.`;
  const summary = about > 1 ? several : SUMMARIES[event];
  const facts: MessageFacts = {
    event,
    dedup_key: 'a-sample-of-an-alert',
    own_text: ownText !== undefined,
    ...(ownText === undefined ? { summary } : {}),
    severity,
    alerts,
    alert_count: about,
    ...(about === 1 ? { url: alerts[0].url } : {}),
    ...(about > 1 ? { url: 'https://dashboards.example.com/app/watchkeeper_alerts' } : {}),
    runbook_url: 'https://wiki.example.com/checkout',
    tags: ['shop', 'checkout'],
    owner: 'team shop',
    ...(event === 'acknowledged' ? { by: 'jane', comment: 'I am on it.' } : {}),
  };
  return {
    id: `sample.${event}`,
    subject: '',
    message: ownText ?? summary,
    severity,
    monitor_name: 'Checkout',
    trigger_name: 'Errors are high',
    alert_ids: alerts.map(({ id }) => id),
    facts,
  };
};
