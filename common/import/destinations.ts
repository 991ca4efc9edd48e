import type { FieldProblem } from '../errors';
import { parseInput } from '../parse';
import { WatchkeeperError } from '../errors';
import { saveDestinationSchema } from '../notifications/kinds/registry';
import type { ParsedSave } from '../notifications/kinds/registry';
import { fieldsAt, isFields, plain, textAt } from './plain';
import type { Fields } from './plain';
import { usableName } from './trigger_shape';
import { Warnings } from './warning';
import type { ImportWarning } from './warning';

/** What became of a destination of Alerting, or a channel of Notifications. */
export type DestinationImport =
  | {
      /** With its secrets, as a form would send it. */
      destination: ParsedSave;
      warnings: ImportWarning[];
      source: { id?: string };
    }
  | { problems: FieldProblem[]; source: { id?: string }; name: string };

interface Channel {
  id?: string;
  name: string;
  kind: string;
  /** What is particular to the kind. */
  fields: Fields;
  muted: boolean;
}

/** One that only others refer to, or whose way of sending is not built yet. */
const LATER = new Set(['email', 'sns', 'email_group', 'smtp_account', 'ses_account']);

/** `{config_id, config: {config_type, …}}` of Notifications. */
const notificationsChannel = (document: Fields): Channel | undefined => {
  const config = fieldsAt(document, 'config') ?? document;
  const kind = textAt(config, 'config_type');
  if (!kind) return undefined;
  const id = textAt(document, 'config_id');
  return {
    ...(id ? { id } : {}),
    name: textAt(config, 'name') ?? '',
    kind,
    fields: fieldsAt(config, kind) ?? {},
    muted: config.is_enabled === false,
  };
};

const LEGACY = new Set(['slack', 'chime', 'custom_webhook', 'email']);

/** `{id, type, name, <type>: {…}}` of Alerting's own, as the API or a search wraps it. */
const legacyChannel = (document: Fields): Channel | undefined => {
  const body = fieldsAt(document, '_source') ?? document;
  const destination = fieldsAt(body, 'destination') ?? body;
  const kind = textAt(destination, 'type');
  if (!kind || !LEGACY.has(kind)) return undefined;
  const id = textAt(document, '_id') ?? textAt(document, 'id') ?? textAt(destination, 'id');
  return {
    ...(id ? { id } : {}),
    name: textAt(destination, 'name') ?? '',
    kind,
    fields: fieldsAt(destination, kind) ?? {},
    muted: false,
  };
};

const channelOf = (document: unknown): Channel | undefined =>
  isFields(document) ? (notificationsChannel(document) ?? legacyChannel(document)) : undefined;

/** Whether a document looks like a destination or a channel at all. */
export const isDestinationDocument = (document: unknown): boolean =>
  channelOf(document) !== undefined;

/** A text of a JSON body: the subject, where there is one, above the message. */
const TEXT = '{{#subject}}{{subject}}\\n\\n{{/subject}}{{message}}';

const webhookAt = (url: unknown, body?: string): Fields => ({
  type: 'webhook',
  method: 'POST',
  ...(body === undefined ? {} : { body }),
  secrets: { url, headers: {} },
});

const textPairs = (value: unknown): Array<[string, string]> =>
  isFields(value) ? Object.entries(value).map(([name, each]) => [name, String(each)]) : [];

/** An address in one piece, or in the pieces that legacy webhooks may have. */
const addressOf = (fields: Fields): string | undefined => {
  const url = textAt(fields, 'url');
  if (url) return url;
  const host = textAt(fields, 'host');
  if (!host) return undefined;
  const port = Number(fields.port ?? -1);
  const path = (textAt(fields, 'path') ?? '').replace(/^\/*/, '/');
  const query = new URLSearchParams(textPairs(fields.query_params)).toString();
  const scheme = (textAt(fields, 'scheme') ?? 'https').toLowerCase();
  return `${scheme}://${host}${port > 0 ? `:${port}` : ''}${path}${query ? `?${query}` : ''}`;
};

/** Base64 without Node's or a browser's own: user and password may hold any character. */
const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

const headersOf = (fields: Fields, warnings: Warnings): Record<string, string> => {
  const headers = Object.fromEntries(textPairs(fields.header_params));
  const user = textAt(fields, 'username');
  if (!user) return headers;
  warnings.tell('secrets.headers', 'User and password become an Authorization header.');
  const login = `${user}:${textAt(fields, 'password') ?? ''}`;
  return { ...headers, Authorization: `Basic ${base64(login)}` };
};

const webhookOf = (fields: Fields, warnings: Warnings): Fields => {
  warnings.tell('body', 'As there, the message alone is the body: the subject is not sent.');
  return {
    type: 'webhook',
    method: (textAt(fields, 'method') ?? 'POST').toUpperCase(),
    secrets: { url: addressOf(fields), headers: headersOf(fields, warnings) },
  };
};

const shapeOf = ({ kind, fields }: Channel, warnings: Warnings): Fields | undefined => {
  const { url } = fields;
  switch (kind) {
    case 'slack':
      return { type: 'slack', secrets: { url } };
    case 'mattermost':
      warnings.tell('type', 'Mattermost takes what Slack takes: it becomes a Slack destination.');
      return { type: 'slack', secrets: { url } };
    case 'chime':
      warnings.tell('type', 'It becomes a webhook with the body that Amazon Chime takes.');
      return webhookAt(url, `{"Content":"${TEXT}"}`);
    case 'microsoft_teams':
      warnings.tell('type', 'It becomes a webhook with the body that Microsoft Teams takes.');
      return webhookAt(url, `{"text":"${TEXT}"}`);
    case 'webhook':
    case 'custom_webhook':
      return webhookOf(fields, warnings);
    default:
      return undefined;
  }
};

const refusalOf = (kind: string): FieldProblem => ({
  field: 'type',
  message: LATER.has(kind)
    ? `Destinations of the kind “${kind}” come with a later version: use a webhook until then.`
    : `There is no kind of destination called “${kind}”: use a webhook.`,
});

/**
 * Turns a destination of Alerting or a channel of Notifications into ours, with its secrets.
 *
 * Source of the shapes: answers of `_plugins/_notifications/configs` of OpenSearch 3.4, and the destinations of Open
 * Distro's Alerting.
 */
export const importDestination = (document: unknown): DestinationImport => {
  const channel = channelOf(document);
  if (!channel) {
    const message = 'This is no destination of Alerting and no channel of Notifications.';
    return { problems: [{ field: '', message }], source: {}, name: '' };
  }
  const { id, name, kind, muted } = channel;
  const source = id ? { id } : {};
  const warnings = new Warnings();
  const shape = shapeOf(channel, warnings);
  if (!shape) return { problems: [refusalOf(kind)], source, name };
  if (muted) {
    warnings.tell('', 'It is muted there. Here nothing is muted: messages are sent to it.');
  }
  try {
    const named = { ...shape, name: usableName(name, 'Imported destination', 'name', warnings) };
    const destination = parseInput(saveDestinationSchema, plain(named));
    return { destination, warnings: warnings.all, source };
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    return { problems: error.details.problems ?? [], source, name };
  }
};
