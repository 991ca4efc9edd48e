import type { AlertFacts } from '../message_facts';
import type { Severity } from '../../monitors/trigger';
import { durationText, instantText, numberText } from '../texts/amounts';
import type { ComposedAlert } from './composed';
import { colorOf, statusTextOf, symbolOf, toneOf } from './tone';

/** Which one an alert is: the values of its group, else of its labels; empty where it has neither. */
export const valuesOf = ({ group = [], labels }: AlertFacts): string =>
  (group.length > 0 ? group.map(({ value }) => value) : Object.values(labels)).join(', ');

/** `name: value` of each field of its group, else of each label. */
const namedOf = ({ group = [], labels }: AlertFacts): string =>
  (group.length > 0
    ? group.map(({ field, value }) => `${field}: ${value}`)
    : Object.entries(labels).map(([name, value]) => `${name}: ${value}`)
  ).join(', ');

const whenText = ({ event, start_time: start, end_time: end }: AlertFacts): string =>
  event === 'resolved' && end !== undefined
    ? `lasted ${durationText(end - start)}`
    : `since ${instantText(start)}`;

const lineOf = (alert: AlertFacts): string =>
  [
    alert.value === undefined || alert.event === 'resolved' ? '' : `value ${alert.value}`,
    alert.peak === undefined ? '' : `peak ${numberText(alert.peak)}`,
    whenText(alert),
  ]
    .filter((part) => part !== '')
    .join(', ');

/** One of several alerts. */
export const composedAlert = (alert: AlertFacts, severity: Severity): ComposedAlert => {
  const { event, url } = alert;
  return {
    event,
    statusText: statusTextOf(event),
    tone: toneOf(event, severity),
    color: colorOf(event, severity),
    symbol: symbolOf(event, severity),
    title: namedOf(alert) || statusTextOf(event),
    text: lineOf(alert),
    ...(url ? { url } : {}),
  };
};
