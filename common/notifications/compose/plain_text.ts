import type { MessageFacts } from '../message_facts';
import type { ComposedAlert, ComposedMessage, Field } from './composed';

const lineOf = ({ statusText, title, text }: ComposedAlert): string =>
  `- ${title === statusText ? title : `${statusText}: ${title}`} (${text})`;

/** The sentences say these already. */
const SAID: ReadonlySet<string> = new Set([
  'Monitor',
  'Trigger',
  'Severity',
  'Alerts',
  'Value',
  'Peak',
  'Since',
  'Lasted',
  'Acknowledged by',
  'Comment',
]);

const isSaid = ({ name, value }: Field, { alerts }: MessageFacts): boolean =>
  SAID.has(name) ||
  alerts.some(({ group = [] }) =>
    group.some((part) => part.field === name && part.value === value)
  );

/** A message without its title, in lines: what a receiver gets that takes nothing but text. */
export const plainText = (
  { text, ownText, fields, links, alerts, more }: Omit<ComposedMessage, 'plain'>,
  facts: MessageFacts | undefined
): string => {
  if (ownText || !facts) return text;
  return [
    text,
    ...alerts.map(lineOf),
    more > 0 ? `and ${more} more` : '',
    ...fields.filter((one) => !isSaid(one, facts)).map(({ name, value }) => `${name}: ${value}`),
    ...links.map(({ text: name, url }) => (url === facts.runbook_url ? `${name}: ${url}` : url)),
  ]
    .filter((line) => line !== '')
    .join('\n');
};
