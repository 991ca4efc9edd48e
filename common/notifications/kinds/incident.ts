import type { ComposedMessage } from '../compose/composed';
import type { MessageEvent } from '../message_facts';
import type { MessageContent } from './message_content';

/** What a message does to an incident. */
export type IncidentAction = 'trigger' | 'acknowledge' | 'resolve';

const ACTIONS: Partial<Record<MessageEvent, IncidentAction>> = {
  acknowledged: 'acknowledge',
  resolved: 'resolve',
  data_again: 'resolve',
  error_over: 'resolve',
};

export const incidentAction = (event: MessageEvent): IncidentAction => ACTIONS[event] ?? 'trigger';

/**
 * Whether a message is the end of an incident that is open at its destination.
 *
 * @param lastSaid what its destination was told last of the same; undefined: nothing
 */
export const endsIncident = (event: MessageEvent, lastSaid: MessageEvent | undefined): boolean =>
  incidentAction(event) === 'resolve' && isIncidentOpen(lastSaid);

/** @param lastSaid see `endsIncident` */
export const isIncidentOpen = (lastSaid: MessageEvent | undefined): boolean =>
  lastSaid !== undefined && incidentAction(lastSaid) !== 'resolve';

/** Names the incident, the same from the first message to the last. Messages without facts have only their alert. */
export const incidentKey = ({ facts, alert_ids: [alert] = [], id }: MessageContent): string =>
  facts?.dedup_key ?? alert ?? id;

/** Everything that is known, as data that receivers keep beside the text. */
export const incidentDetails = ({ text, details, alerts, more }: ComposedMessage) => ({
  ...Object.fromEntries(details.map(({ name, value }) => [name, value])),
  ...(text === '' ? {} : { Message: text }),
  ...(alerts.length === 0 ? {} : { Listed: alerts.map(lineOf) }),
  ...(more === 0 ? {} : { 'Not listed': String(more) }),
});

const lineOf = ({ statusText, title, text }: ComposedMessage['alerts'][number]): string =>
  `${statusText}: ${title} (${text})`;
