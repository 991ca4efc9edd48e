import type { AlertFacts, MessageFacts } from '../message_facts';
import type { Severity } from '../../monitors/trigger';
import { durationText, instantText, numberText } from '../texts/amounts';
import type { ComposableContent, Field } from './composed';

/** Longer values have a line of their own. */
const SHORT = 40;

const field = (name: string, value: string | undefined): Field[] =>
  value === undefined || value.trim() === ''
    ? []
    : [{ name, value, short: value.length <= SHORT && !value.includes('\n') }];

const SEVERITY_TEXTS: Readonly<Record<Severity, string>> = {
  '1': '1 (highest)',
  '2': '2 (high)',
  '3': '3 (medium)',
  '4': '4 (low)',
  '5': '5 (lowest)',
};

/** They stand elsewhere: the sentences, and the link. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['summary', 'runbook_url']);

const ofMap = (map: Readonly<Record<string, string>>): Field[] =>
  Object.entries(map).flatMap(([name, value]) =>
    SHOWN_ELSEWHERE.has(name) ? [] : field(name, value)
  );

const sharedBy = (
  alerts: readonly AlertFacts[],
  of: 'labels' | 'annotations'
): Record<string, string> => {
  const [first, ...others] = alerts;
  if (!first) return {};
  return Object.fromEntries(
    Object.entries(first[of]).filter(([name, value]) =>
      others.every((other) => other[of][name] === value)
    )
  );
};

/** The labels that are true of all alerts of a message. */
export const sharedLabels = ({ alerts }: MessageFacts): Record<string, string> =>
  sharedBy(alerts, 'labels');

/** What an alert's group says, where its labels do not say it as well. */
const ofGroup = ({ group = [], labels }: AlertFacts): Field[] =>
  group.flatMap(({ field: name, value }) => (labels[name] === value ? [] : field(name, value)));

const ofOne = (alert: AlertFacts): Field[] => {
  const { event, start_time: start, end_time: end, value, peak } = alert;
  return [
    ...(event === 'resolved' ? [] : field('Value', value)),
    ...(peak === undefined ? [] : field('Peak', numberText(peak))),
    ...field('Since', instantText(start)),
    ...(end === undefined ? [] : field('Lasted', durationText(end - start))),
  ];
};

/** What a message has to say beside its text. Of several alerts, what is true of all of them. */
export const fieldsOf = (content: ComposableContent, facts: MessageFacts): Field[] => {
  const { alerts, alert_count: count, severity, owner, tags = [], by, comment } = facts;
  const single = count === 1 ? alerts : [];
  return [
    ...field('Monitor', content.monitor_name),
    ...field('Trigger', content.trigger_name),
    ...(facts.event === 'heartbeat' || facts.event === 'test'
      ? []
      : field('Severity', SEVERITY_TEXTS[severity])),
    ...(count > 1 ? field('Alerts', String(count)) : []),
    ...single.flatMap(ofGroup),
    ...ofMap(sharedBy(alerts, 'labels')),
    ...single.flatMap(ofOne),
    ...field('Acknowledged by', by),
    ...field('Comment', comment),
    ...ofMap(sharedBy(alerts, 'annotations')),
    ...field('Owner', owner),
    ...field('Tags', tags.join(', ')),
  ];
};
