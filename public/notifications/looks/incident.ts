import { renderWire } from '../../../common/notifications/destination';
import { incidentAction } from '../../../common/notifications/kinds/incident';
import type { IncidentAction } from '../../../common/notifications/kinds/incident';
import { isWebUrl } from '../../../common/notifications/kinds/chat/markup';
import type { MessageLookProps } from '../types';

/** What a person sees of an incident, read from the very body that is sent. */
export interface Incident {
  action: IncidentAction;
  title: string;
  /** The receiver's own word: `critical`, `P1`. */
  level?: string;
  text: string;
  details: ReadonlyArray<readonly [string, string]>;
  links: ReadonlyArray<{ text: string; url: string }>;
  notes: readonly string[];
}

type Read = Omit<Incident, 'action' | 'notes'>;

interface PagerDutyEvent {
  payload: { summary: string; severity: string; custom_details: Record<string, unknown> };
  client: string;
  client_url?: string;
  links?: ReadonlyArray<{ href: string; text: string }>;
}

interface OpsgenieAlert {
  message?: string;
  description?: string;
  priority?: string;
  details?: Record<string, string>;
  note?: string;
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : String(value);

const ofPagerDuty = ({ payload, client, client_url, links = [] }: PagerDutyEvent): Read => ({
  title: payload.summary,
  level: payload.severity,
  text: '',
  details: Object.entries(payload.custom_details).map(([name, value]) => [name, textOf(value)]),
  links: [
    ...(client_url === undefined ? [] : [{ text: client, url: client_url }]),
    ...links.map(({ href, text }) => ({ text, url: href })),
  ].filter(({ url }) => isWebUrl(url)),
});

const ofOpsgenie = (alert: OpsgenieAlert): Read => {
  const [title, ...rest] = (alert.note ?? '').split('\n');
  return {
    title: alert.message ?? title,
    level: alert.priority,
    text: alert.description ?? rest.join('\n'),
    details: Object.entries(alert.details ?? {}),
    links: [],
  };
};

export const incidentOf = ({ destination, content }: MessageLookProps): Incident => {
  const { body = '{}', notes } = renderWire(destination, content);
  const parsed: unknown = JSON.parse(body);
  const read =
    destination.type === 'pagerduty'
      ? ofPagerDuty(parsed as PagerDutyEvent)
      : ofOpsgenie(parsed as OpsgenieAlert);
  return { ...read, action: incidentAction(content.facts?.event ?? 'firing'), notes };
};
