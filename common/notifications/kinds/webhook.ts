import { z } from 'zod';
import { base64 } from '../../base64';
import type { FieldProblem } from '../../errors';
import { phrase } from '../../phrase';
import { alertmanagerWebhook } from './alertmanager_webhook';
import { describeKind } from './describe_kind';
import { headerNameSchema, headerValueSchema, originOf, urlSchema } from './fields';
import type { WireBody } from './kind';
import type { MessageContent } from './message_content';
import { TLS_SECRETS, TLS_SETTINGS, wireTls } from './tls_settings';
import { bodyProblems, renderBody } from './webhook_body';
import { WEBHOOK_FIELDS } from './webhook_fields';
import { HTTP_METHODS, WEBHOOK_LOGINS, WEBHOOK_PRESETS } from './webhook_options';

export { HTTP_METHODS } from './webhook_options';
export { SAMPLE_BODY } from './webhook_fields';

/** Scheme, host and port alone: the login of a proxy stands in the configuration. */
const PROXY = /^https?:\/\/[^\s/?#@\\]+\/?$/i;

const settings = {
  method: z.enum(HTTP_METHODS).default('POST'),
  /** A body that is made for the receiver; without it the template, or the message itself. */
  preset: z.enum(WEBHOOK_PRESETS).optional(),
  /**
   * A Mustache template of the JSON body over `bodyView`; values are escaped as in a JSON string. Without it the message
   * itself is the body.
   */
  body: z.string().optional(),
  login: z.enum(WEBHOOK_LOGINS).optional(),
  user: z
    .string()
    .trim()
    .max(500)
    .regex(/^[^:\p{Cc}]+$/u, 'A user has no colon and no line ends.')
    .optional(),
  proxy: z
    .string()
    .trim()
    .regex(PROXY, 'Give scheme, host and port of the proxy, such as http://proxy.example.com:3128.')
    .optional(),
  ...TLS_SETTINGS,
};

const secrets = {
  url: urlSchema,
  headers: z.record(headerNameSchema, headerValueSchema).default({}),
  password: z.string().max(10_000).optional(),
  token: z
    .string()
    .trim()
    .max(10_000)
    .regex(/^[\x21-\x7e]+$/, 'A token has no blanks and no line ends.')
    .optional(),
  ...TLS_SECRETS,
};

interface Saved {
  name: string;
  method: (typeof HTTP_METHODS)[number];
  preset?: (typeof WEBHOOK_PRESETS)[number];
  body?: string;
  login?: (typeof WEBHOOK_LOGINS)[number];
  user?: string;
  header_names?: string[];
}

const hasHeader = ({ header_names: names = [] }: Saved, wanted: string): boolean =>
  names.some((name) => name.toLowerCase() === wanted);

const render = (destination: Saved, content: MessageContent): WireBody => {
  if (destination.method === 'GET') {
    return { notes: ['GET carries no body: the receiver learns only that something was sent.'] };
  }
  if (destination.preset === 'alertmanager') {
    const body = JSON.stringify(alertmanagerWebhook(content, destination.name));
    return { body, content_type: 'application/json', notes: [] };
  }
  const wire = renderBody(destination.body, content);
  const own = hasHeader(destination, 'content-type');
  return { ...wire, ...(own ? { content_type: undefined } : {}), notes: [] };
};

const authorization = (
  { login, user = '' }: Saved,
  { password = '', token = '' }: { password?: string; token?: string }
): Record<string, string> => {
  if (login === 'basic') return { authorization: `Basic ${base64(`${user}:${password}`)}` };
  return login === 'bearer' ? { authorization: `Bearer ${token}` } : {};
};

const loginProblems = (destination: Saved, given: { token?: string } | undefined) => {
  const { login, user } = destination;
  const problems: FieldProblem[] = [];
  if (login && hasHeader(destination, 'authorization')) {
    const message = 'There is an Authorization header besides: give one of the two.';
    problems.push({ field: 'login', message });
  }
  if (login === 'basic' && !user) problems.push({ field: 'user', message: 'Give the user.' });
  if (login === 'bearer' && given && !given.token) {
    problems.push({ field: 'secrets.token', message: 'Give the token.' });
  }
  return problems;
};

/** Any receiver that takes HTTP. */
export const webhook = describeKind(
  'webhook',
  { settings, secrets },
  {
    label: phrase('watchkeeper.destinations.webhook.label', 'Webhook'),
    description: phrase(
      'watchkeeper.destinations.webhook.description',
      'Sends an HTTP request, with headers and a JSON body of your own.'
    ),
    icon: 'logoWebhook',
    fields: WEBHOOK_FIELDS,
    origin: (_settings, given) => given && originOf(given.url),
    summary: ({ method }) => method,
    problems: (destination, given) => [
      ...loginProblems(destination, given),
      ...(destination.preset === undefined
        ? bodyProblems(destination.body, hasHeader(destination, 'content-type'))
        : []),
    ],
    render,
    request: (destination, given) => ({
      url: given.url,
      method: destination.method,
      headers: { ...given.headers, ...authorization(destination, given) },
      tls: wireTls(destination, given),
      ...(destination.proxy === undefined ? {} : { proxy: destination.proxy }),
    }),
  }
);
