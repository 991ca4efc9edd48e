import { z } from 'zod';
import { phrase } from '../../phrase';
import { describeKind } from './describe_kind';
import { headerNameSchema, headerValueSchema, originOf, urlSchema } from './fields';
import type { WireBody } from './kind';
import type { MessageContent } from './message_content';
import { bodyProblems, renderBody } from './webhook_body';

export const HTTP_METHODS = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const;

/** A body that many receivers take, as a start. */
export const SAMPLE_BODY = `{
  "title": "{{subject}}",
  "text": "{{message}}"
}`;

const settings = {
  method: z.enum(HTTP_METHODS).default('POST'),
  /**
   * A Mustache template of the JSON body over `{subject, message, severity, monitor, trigger, …}`; values are escaped
   * as in a JSON string. Without it the message itself is the body.
   */
  body: z.string().optional(),
};

const secrets = {
  url: urlSchema,
  headers: z.record(headerNameSchema, headerValueSchema).default({}),
};

interface Saved {
  method: (typeof HTTP_METHODS)[number];
  body?: string;
  header_names?: string[];
}

const ownContentType = ({ header_names: names = [] }: Saved): boolean =>
  names.some((name) => name.toLowerCase() === 'content-type');

const render = (destination: Saved, content: MessageContent): WireBody => {
  if (destination.method === 'GET') {
    return { notes: ['GET carries no body: the receiver learns only that something was sent.'] };
  }
  const wire = renderBody(destination.body, content);
  return {
    ...wire,
    ...(ownContentType(destination) ? { content_type: undefined } : {}),
    notes: [],
  };
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
    fields: [
      {
        name: 'secrets.url',
        control: { kind: 'secret_url' },
        label: phrase('watchkeeper.destinations.webhook.urlLabel', 'URL'),
        help: phrase(
          'watchkeeper.destinations.webhook.urlHelp',
          'URLs often hold a token, so the whole of it is stored encrypted; only scheme, host and port are shown.'
        ),
        placeholder: 'https://example.com/hook?token=…',
      },
      {
        name: 'method',
        control: {
          kind: 'choice',
          options: HTTP_METHODS.map((value) => ({ value, text: value })),
        },
        initial: 'POST',
        label: phrase('watchkeeper.destinations.webhook.methodLabel', 'Method'),
      },
      {
        name: 'secrets.headers',
        control: { kind: 'headers' },
        label: phrase('watchkeeper.destinations.headers.label', 'Headers'),
        help: phrase(
          'watchkeeper.destinations.headers.help',
          'Values are stored encrypted and never shown again. Content-Type follows from the body unless it is given here.'
        ),
      },
      {
        name: 'body',
        control: { kind: 'template', language: 'json' },
        initial: SAMPLE_BODY,
        label: phrase('watchkeeper.destinations.webhook.bodyLabel', 'Body'),
      },
    ],
    origin: (_settings, given) => given && originOf(given.url),
    summary: ({ method }) => method,
    problems: (destination) => bodyProblems(destination.body, ownContentType(destination)),
    render,
    request: ({ method }, { url, headers }) => ({ url, method, headers }),
  }
);
