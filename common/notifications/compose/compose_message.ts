import { SEVERITIES } from '../../monitors/trigger';
import type { Severity } from '../../monitors/trigger';
import type { MessageFacts } from '../message_facts';
import { composedAlert } from './alert_lines';
import type { ComposableContent, ComposedMessage, Link } from './composed';
import { fieldsOf } from './fields';
import { plainText } from './plain_text';
import { titleOf } from './title';
import { colorOf, statusTextOf, symbolOf, toneOf } from './tone';

const severityOf = ({ severity, facts }: ComposableContent): Severity =>
  facts?.severity ?? SEVERITIES.find((one) => one === severity) ?? '3';

const linksOf = (facts: MessageFacts): Link[] => [
  ...(facts.url
    ? [{ text: facts.alert_count > 1 ? 'Open the alerts' : 'Open the alert', url: facts.url }]
    : []),
  ...(facts.runbook_url ? [{ text: 'Runbook', url: facts.runbook_url }] : []),
];

const ofFacts = (
  content: ComposableContent,
  facts: MessageFacts,
  severity: Severity
): Pick<
  ComposedMessage,
  'text' | 'ownText' | 'fields' | 'details' | 'links' | 'alerts' | 'more'
> => {
  const { own_text: ownText, alerts, alert_count: count, summary } = facts;
  const details = fieldsOf(content, facts);
  const listed = count > 1 && !ownText ? alerts : [];
  return {
    text: ownText ? content.message : (summary ?? content.message),
    ownText,
    fields: ownText ? [] : details,
    details,
    links: linksOf(facts),
    alerts: listed.map((alert) => composedAlert(alert, severity)),
    more: listed.length > 0 ? count - listed.length : 0,
  };
};

const withoutFacts = ({ message }: ComposableContent) => ({
  ...{ text: message, ownText: true, fields: [], details: [], links: [], alerts: [], more: 0 },
});

/**
 * What every kind of destination makes its form from. Pure, so the page's preview and the sender compose the same.
 * A message without facts, of an older version, is its own subject and text, and fires.
 */
export const composeMessage = (content: ComposableContent): ComposedMessage => {
  const { facts } = content;
  const event = facts?.event ?? 'firing';
  const severity = severityOf(content);
  const composed = {
    event,
    statusText: statusTextOf(event),
    title: titleOf(content),
    tone: toneOf(event, severity),
    color: colorOf(event, severity),
    symbol: symbolOf(event, severity),
    severity,
    ...(facts ? ofFacts(content, facts, severity) : withoutFacts(content)),
  };
  return { ...composed, plain: plainText(composed, facts) };
};
