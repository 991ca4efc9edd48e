import type { FieldProblem } from '../errors';
import { parseInput } from '../parse';
import { WatchkeeperError } from '../errors';
import { saveDestinationSchema } from '../notifications/kinds/registry';
import type { ParsedSave } from '../notifications/kinds/registry';
import { emailShape, mailPartOf, partRefusal } from './mail_channels';
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
  channelOf(document) !== undefined || mailPartOf(document) !== undefined;

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

const loginOf = (fields: Fields): Fields => {
  const user = textAt(fields, 'username');
  return user ? { login: 'basic', user } : {};
};

const webhookOf = (fields: Fields, warnings: Warnings): Fields => {
  warnings.tell('body', 'As there, the message alone is the body: the subject is not sent.');
  const password = textAt(fields, 'password');
  return {
    type: 'webhook',
    method: (textAt(fields, 'method') ?? 'POST').toUpperCase(),
    ...loginOf(fields),
    secrets: {
      url: addressOf(fields),
      headers: Object.fromEntries(textPairs(fields.header_params)),
      ...(password === undefined ? {} : { password }),
    },
  };
};

const NEEDS_KEYS =
  'Notifications sends to SNS with the rights of the cluster’s nodes, which are not at hand here: make a destination of the kind Amazon SNS with keys of its own.';

const shapeOf = (
  document: unknown,
  { kind, fields }: Channel,
  warnings: Warnings
): Fields | FieldProblem[] => {
  const { url } = fields;
  switch (kind) {
    case 'slack':
    case 'mattermost':
    case 'chime':
      return { type: kind, secrets: { url } };
    case 'microsoft_teams':
      return { type: 'teams', secrets: { url } };
    case 'email':
      return emailShape(document, fields, warnings);
    case 'sns':
      return [{ field: 'secrets.access_key_id', message: NEEDS_KEYS }];
    case 'webhook':
    case 'custom_webhook':
      return webhookOf(fields, warnings);
    default:
      return [
        {
          field: 'type',
          message: `There is no kind of destination called “${kind}”: use a webhook.`,
        },
      ];
  }
};

/**
 * Turns a destination of Alerting or a channel of Notifications into ours, with its secrets.
 *
 * Source of the shapes: answers of `_plugins/_notifications/configs` of OpenSearch 3.4, and the destinations of Open
 * Distro's Alerting.
 */
export const importDestination = (document: unknown): DestinationImport => {
  const part = mailPartOf(document);
  if (part) {
    const { id, name } = part;
    return { problems: [partRefusal(part)], source: id === '' ? {} : { id }, name };
  }
  const channel = channelOf(document);
  if (!channel) {
    const message = 'This is no destination of Alerting and no channel of Notifications.';
    return { problems: [{ field: '', message }], source: {}, name: '' };
  }
  const { id, name, muted } = channel;
  const source = id ? { id } : {};
  const warnings = new Warnings();
  const shape = shapeOf(document, channel, warnings);
  if (Array.isArray(shape)) return { problems: shape, source, name };
  if (muted) warnings.tell('muted', 'It is muted there, and so it is here: nothing is sent to it.');
  try {
    const named = {
      ...shape,
      name: usableName(name, 'Imported destination', 'name', warnings),
      ...(muted ? { muted: true } : {}),
    };
    const destination = parseInput(saveDestinationSchema, plain(named));
    return { destination, warnings: warnings.all, source };
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    return { problems: error.details.problems ?? [], source, name };
  }
};
