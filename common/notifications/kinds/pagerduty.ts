import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { webLinks } from './chat/write_chat';
import { cutTo, utf8Length } from './cut';
import { describeKind } from './describe_kind';
import { keySchema, regionField, regionSchema } from './account';
import { apiUrlField, apiUrlSetting, baseOf } from './chat/shared_fields';
import { originOf } from './fields';
import { incidentAction, incidentDetails, incidentKey } from './incident';
import type { Judgement } from './kind';
import type { MessageContent } from './message_content';

const HOSTS = { us: 'https://events.pagerduty.com', eu: 'https://events.eu.pagerduty.com' };

/** Limits: https://developer.pagerduty.com/docs/send-alert-event, https://developer.pagerduty.com/docs/events-api-v2-overview */
const SUMMARY_LIMIT = 1024;
const EVENT_LIMIT = 512_000;
/** The routing key, which is not in the rendered body. */
const KEY_ROOM = 100;

const SEVERITIES = { '1': 'critical', '2': 'error', '3': 'warning', '4': 'info', '5': 'info' };

const severityOf = ({ event, severity }: ComposedMessage): string =>
  event === 'test' || event === 'heartbeat' ? 'info' : SEVERITIES[severity];

const startOf = ({ facts }: MessageContent): { timestamp?: string } => {
  const starts = facts?.alerts.map(({ start_time: start }) => start) ?? [];
  return starts.length === 0 ? {} : { timestamp: new Date(Math.min(...starts)).toISOString() };
};

const linksOf = (composed: ComposedMessage) => {
  const [first, ...others] = webLinks(composed);
  return {
    ...(first ? { client_url: first.url } : {}),
    ...(others.length > 0 ? { links: others.map(({ text, url }) => ({ href: url, text })) } : {}),
  };
};

const eventOf = (content: MessageContent, composed: ComposedMessage, summary: string) => ({
  event_action: incidentAction(composed.event),
  dedup_key: incidentKey(content),
  payload: {
    summary,
    source: content.monitor_name || 'Watchkeeper',
    severity: severityOf(composed),
    ...startOf(content),
    ...(content.trigger_name ? { class: content.trigger_name } : {}),
    custom_details: incidentDetails(composed) as object,
  },
  client: 'Watchkeeper',
  ...linksOf(composed),
});

const LEFT_OUT = `The details were left out: PagerDuty takes at most ${EVENT_LIMIT} bytes.`;

const rendered = (content: MessageContent): { body: string; notes: string[] } => {
  const composed = composeMessage(content);
  const { text: summary, notes } = cutTo(composed.title, SUMMARY_LIMIT);
  const event = eventOf(content, composed, summary);
  const body = JSON.stringify(event);
  if (utf8Length(body) <= EVENT_LIMIT - KEY_ROOM) return { body, notes };
  const payload = { ...event.payload, custom_details: { Note: LEFT_OUT } };
  return { body: JSON.stringify({ ...event, payload }), notes: [...notes, LEFT_OUT] };
};

/** `{status, message, errors}`, of which the last names what is wrong. */
const judge = (status: number, answer: string): Judgement | undefined => {
  if (status !== 400) return undefined;
  try {
    const { message = '', errors = [] } = JSON.parse(answer) as {
      message?: string;
      errors?: string[];
    };
    const reason = [message, ...errors].filter((text) => text !== '').join('; ');
    return { result: 'parked', reason: `PagerDuty refused the event: ${reason}` };
  } catch {
    return undefined;
  }
};

/** PagerDuty's Events API v2 (https://developer.pagerduty.com/docs/events-api-v2-overview). */
export const pagerduty = describeKind(
  'pagerduty',
  {
    settings: { region: regionSchema, api_url: apiUrlSetting },
    secrets: { routing_key: keySchema('The integration key') },
  },
  {
    label: phrase('watchkeeper.destinations.pagerduty.label', 'PagerDuty'),
    description: phrase(
      'watchkeeper.destinations.pagerduty.description',
      'Opens an incident, acknowledges it and resolves it with the alert.'
    ),
    icon: 'bell',
    fields: [
      {
        name: 'secrets.routing_key',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.pagerduty.keyLabel', 'Integration key'),
        help: phrase(
          'watchkeeper.destinations.pagerduty.keyHelp',
          'From PagerDuty: the service, “Integrations”, “Events API V2”.'
        ),
      },
      regionField(HOSTS),
      apiUrlField(HOSTS.us),
    ],
    origin: ({ region, api_url }) => originOf(baseOf(api_url, HOSTS[region])),
    summary: ({ region }) => `Events API v2, ${region.toUpperCase()}`,
    render: (_destination, content) => ({
      ...rendered(content),
      content_type: 'application/json',
    }),
    request: ({ region, api_url }, { routing_key: key }, content) => ({
      url: `${baseOf(api_url, HOSTS[region])}/v2/enqueue`,
      body: JSON.stringify({ routing_key: key, ...JSON.parse(rendered(content).body) }),
    }),
    judge,
    rate: { messages: 120, per_seconds: 60 },
    follows: true,
    opensByTest: true,
  }
);
