import { z } from 'zod';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import type { ComposedMessage } from '../compose/composed';
import { cutTo } from './cut';
import { describeKind } from './describe_kind';
import { keySchema, regionField, regionSchema } from './account';
import { apiUrlField, apiUrlSetting, baseOf } from './chat/shared_fields';
import { originOf } from './fields';
import { incidentAction, incidentDetails, incidentKey } from './incident';
import type { Judgement, WireBody } from './kind';
import type { MessageContent } from './message_content';
import { responderOf } from './opsgenie_responders';

const HOSTS = { us: 'https://api.opsgenie.com', eu: 'https://api.eu.opsgenie.com' };

/** Limits in characters: https://docs.opsgenie.com/docs/alert-api */
const MESSAGE_LIMIT = 130;
const DESCRIPTION_LIMIT = 15_000;
const NOTE_LIMIT = 25_000;
const DETAILS_LIMIT = 8000;
const TAG_LIMIT = 50;
const MOST_TAGS = 20;

const SOURCE = 'Watchkeeper';

interface Settings {
  responders?: string[];
  tags?: string[];
}

/** As many as fit, whole. */
const fittingDetails = (composed: ComposedMessage) => {
  const notes: string[] = [];
  let room = DETAILS_LIMIT;
  const details: Record<string, string> = {};
  for (const [name, value] of Object.entries(incidentDetails({ ...composed, text: '' }))) {
    const text = Array.isArray(value) ? value.join('\n') : value;
    room -= name.length + text.length;
    if (room >= 0) details[name] = text;
  }
  if (room < 0) notes.push(`Opsgenie takes at most ${DETAILS_LIMIT} characters of details.`);
  return { details, notes };
};

const tagsOf = ({ tags = [] }: Settings, { facts }: MessageContent): { tags?: string[] } => {
  const all = [...new Set([...tags, ...(facts?.tags ?? [])])];
  return all.length === 0
    ? {}
    : { tags: all.slice(0, MOST_TAGS).map((tag) => tag.slice(0, TAG_LIMIT)) };
};

const renderNew = (settings: Settings, content: MessageContent, composed: ComposedMessage) => {
  const message = cutTo(composed.title, MESSAGE_LIMIT);
  const description = cutTo(
    // What was cut from the title stands here in full.
    message.notes.length > 0 ? `${composed.title}\n\n${composed.plain}` : composed.plain,
    DESCRIPTION_LIMIT
  );
  const { details, notes } = fittingDetails(composed);
  const { responders = [] } = settings;
  const body = {
    message: message.text,
    alias: incidentKey(content),
    description: description.text,
    ...(responders.length > 0 ? { responders: responders.map(responderOf) } : {}),
    ...tagsOf(settings, content),
    details,
    ...(content.monitor_name ? { entity: content.monitor_name.slice(0, 512) } : {}),
    source: SOURCE,
    priority: `P${composed.severity}`,
  };
  return { body, notes: [...message.notes, ...description.notes, ...notes] };
};

/** Of an alert that is there already: who, and a note in its log. */
const renderChange = ({ facts }: MessageContent, { title, plain }: ComposedMessage) => {
  const { text: note, notes } = cutTo(plain === '' ? title : `${title}\n${plain}`, NOTE_LIMIT);
  const user = facts?.by ? { user: facts.by.slice(0, 100) } : {};
  return { body: { source: SOURCE, ...user, note }, notes };
};

const render = (settings: Settings, content: MessageContent): WireBody => {
  const composed = composeMessage(content);
  const { body, notes } =
    incidentAction(composed.event) === 'trigger'
      ? renderNew(settings, content, composed)
      : renderChange(content, composed);
  return { body: JSON.stringify(body), content_type: 'application/json', notes };
};

const PATHS = { trigger: '', acknowledge: '/acknowledge', resolve: '/close' };

const pathOf = (content: MessageContent): string => {
  const action = incidentAction(content.facts?.event ?? 'firing');
  if (action === 'trigger') return '/v2/alerts';
  const alias = encodeURIComponent(incidentKey(content));
  return `/v2/alerts/${alias}${PATHS[action]}?identifierType=alias`;
};

const judge = (status: number, answer: string): Judgement | undefined => {
  if (status === 429 || status < 400 || status >= 500) return undefined;
  try {
    const { message, errors = {} } = JSON.parse(answer) as { message?: string; errors?: object };
    if (!message) return undefined;
    const more = Object.values(errors).map((text) => ` ${String(text)}`);
    return { result: 'parked', reason: `Opsgenie refused it: ${message}${more.join('')}` };
  } catch {
    return undefined;
  }
};

const list = z.array(z.string().trim().min(1).max(200)).max(50).optional();

/** Opsgenie's Alert API, which Jira Service Management has as well (https://docs.opsgenie.com/docs/alert-api). */
export const opsgenie = describeKind(
  'opsgenie',
  {
    settings: { region: regionSchema, responders: list, tags: list, api_url: apiUrlSetting },
    secrets: { api_key: keySchema('The API key') },
  },
  {
    label: phrase('watchkeeper.destinations.opsgenie.label', 'Opsgenie'),
    description: phrase(
      'watchkeeper.destinations.opsgenie.description',
      'Creates an alert, acknowledges it and closes it. Also Jira Service Management.'
    ),
    icon: 'bell',
    fields: [
      {
        name: 'secrets.api_key',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.opsgenie.keyLabel', 'API key'),
        help: phrase(
          'watchkeeper.destinations.opsgenie.keyHelp',
          'From Opsgenie: the team or “Settings”, “Integrations”, “API”.'
        ),
      },
      regionField(HOSTS),
      {
        name: 'responders',
        control: { kind: 'list' },
        label: phrase('watchkeeper.destinations.opsgenie.respondersLabel', 'Responders'),
        help: phrase(
          'watchkeeper.destinations.opsgenie.respondersHelp',
          'One a line: the name of a team, or user:jane@example.com, escalation:Night, schedule:Shop. Empty: as the integration says.'
        ),
        placeholder: 'Platform',
      },
      {
        name: 'tags',
        control: { kind: 'list' },
        label: phrase('watchkeeper.destinations.opsgenie.tagsLabel', 'Tags'),
        help: phrase(
          'watchkeeper.destinations.opsgenie.tagsHelp',
          'One a line, beside those of the monitor.'
        ),
      },
      apiUrlField(HOSTS.us),
    ],
    origin: ({ region, api_url }) => originOf(baseOf(api_url, HOSTS[region])),
    summary: ({ region, responders = [] }) =>
      [region.toUpperCase(), ...responders.slice(0, 3)].join(', '),
    render,
    request: ({ region, api_url }, { api_key: key }, content) => ({
      url: baseOf(api_url, HOSTS[region]) + pathOf(content),
      headers: { Authorization: `GenieKey ${key}` },
    }),
    judge,
    // Its limits depend on the account, so its 429 says when.
    follows: true,
    opensByTest: true,
  }
);
