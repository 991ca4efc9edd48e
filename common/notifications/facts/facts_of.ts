import type { Alert } from '../../alerts/alert';
import { alertUrl, alertsUrl } from '../../links/page_links';
import { composeMessage } from '../compose/compose_message';
import { MOST_ALERTS_LISTED } from '../message_facts';
import type { MessageEvent, MessageFacts } from '../message_facts';
import { actionKey, alertKey } from './dedup_key';
import { alertFacts } from './alert_facts';
import { summaryOf } from './sentences';

/** What a message is to tell of: at least one alert, all of one trigger. */
export interface Telling {
  event: MessageEvent;
  alerts: readonly Alert[];
  /** It tells of all alerts of an action together: they are one matter. */
  wholeOf?: { actionId: string };
  by?: string;
  comment?: string;
  /** Why it is over, as a sentence, where that is not the condition. */
  reason?: string;
}

export interface FactsOptions {
  /** What links begin with. */
  baseUrl?: string;
  /** Of the monitor. */
  runbookUrl?: string;
}

const WEB_ADDRESS = /^https?:\/\/\S+$/;

const runbookOf = ([alert]: readonly Alert[], runbookUrl: string | undefined) => {
  const url = runbookUrl ?? alert.annotations?.runbook_url;
  return url !== undefined && WEB_ADDRESS.test(url) ? url : undefined;
};

const keyOf = ({ alerts: [alert], wholeOf }: Telling): string =>
  wholeOf ? actionKey(alert.monitor_id, alert.trigger_id, wholeOf.actionId) : alertKey(alert);

const urlOf = ({ alerts }: Telling, baseUrl: string | undefined): string => {
  const [{ id, monitor_id: monitorId }] = alerts;
  return alerts.length === 1 ? alertUrl(baseUrl, id) : alertsUrl(baseUrl, monitorId);
};

/** What a message of ours tells of, with its sentences. */
export const factsOf = (
  telling: Telling,
  { baseUrl, runbookUrl }: FactsOptions
): MessageFacts & { summary: string } => {
  const { event, alerts, by, comment } = telling;
  const [first] = alerts;
  const listed = alerts.slice(0, MOST_ALERTS_LISTED).map((alert) => alertFacts(alert, baseUrl));
  const url = urlOf(telling, baseUrl);
  const runbook = runbookOf(alerts, runbookUrl);
  return {
    event,
    dedup_key: keyOf(telling),
    own_text: false,
    summary: summaryOf({ ...telling, first: listed[0] }),
    severity: first.severity,
    alerts: listed,
    alert_count: alerts.length,
    ...(url === '' ? {} : { url }),
    ...(runbook === undefined ? {} : { runbook_url: runbook }),
    ...(first.tags && first.tags.length > 0 ? { tags: first.tags } : {}),
    ...(first.owner ? { owner: first.owner } : {}),
    ...(event === 'acknowledged' && by ? { by } : {}),
    ...(comment ? { comment } : {}),
  };
};

/** A message of ours with its subject. The same text without any mark-up for receivers that take nothing else. */
export const builtInText = (
  { alerts: [first] }: Pick<Telling, 'alerts'>,
  facts: MessageFacts & { summary: string }
): { subject: string; message: string } => {
  const { title, plain } = composeMessage({
    ...{ subject: '', message: facts.summary, facts },
    monitor_name: first.monitor_name,
    trigger_name: first.trigger_name,
  });
  return { subject: title, message: plain };
};

/** What an author's own message tells of. */
export const ownFacts = (
  { summary: _summary, ...facts }: MessageFacts & { summary: string },
  saysEvent: boolean
): MessageFacts => ({ ...facts, own_text: true, ...(saysEvent ? { says_event: true } : {}) });
