import { z } from 'zod';
import { invalidInput } from '../../errors';
import type { FieldProblem } from '../../errors';
import { nameSchema } from '../../monitors/monitor';
import { headerNameSchema, headerValueSchema, originOf, originSchema } from './fields';
import { urlSchema, versionSchema } from './fields';
import { destinationKind, isSuccess } from './kind';
import type { MessageContent, WireBody } from './kind';
import { bodyProblems, renderBody } from './webhook_body';

export const HTTP_METHODS = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const;

const type = z.literal('webhook');

/** What a form sets and everybody who may read destinations sees. */
const settings = {
  method: z.enum(HTTP_METHODS).default('POST'),
  /**
   * A Mustache template of the JSON body over `{subject, message, severity, monitor, trigger, …}`; values are escaped
   * as in a JSON string. Without it the message itself is the body.
   */
  body: z.string().optional(),
};

const saved = z.strictObject({
  type,
  name: nameSchema,
  origin: originSchema,
  ...settings,
  /** Names only: the values are secret. */
  header_names: z.array(z.string()).default([]),
});

const secrets = z.strictObject({
  url: urlSchema,
  headers: z.record(headerNameSchema, headerValueSchema).default({}),
});
export type WebhookSecrets = z.output<typeof secrets>;

/** A header value of null keeps the stored one; a header that is not named is dropped; without `url` that stays. */
const givenSecrets = z.strictObject({
  url: urlSchema.optional(),
  headers: z.record(headerNameSchema, headerValueSchema.nullable()).optional(),
});
type GivenSecrets = z.output<typeof givenSecrets>;

const urlOf = (given: GivenSecrets, stored?: WebhookSecrets): string => {
  const url = given.url ?? stored?.url;
  if (url === undefined) {
    throw invalidInput([
      { field: 'secrets.url', message: 'The stored URL is missing: give it again.' },
    ]);
  }
  return url;
};

const keptHeader = (
  name: string,
  url: string,
  stored?: WebhookSecrets
): { value: string } | { problem: FieldProblem } => {
  const field = `secrets.headers.${name}`;
  const value = stored?.headers[name];
  if (stored === undefined || value === undefined) {
    return { problem: { field, message: 'No value is stored for this header: give it.' } };
  }
  if (originOf(stored.url) === originOf(url)) return { value };
  const message = `The stored value was given for ${originOf(stored.url)} and does not follow to ${originOf(url)}: give it again.`;
  return { problem: { field, message } };
};

const mergeSecrets = (given: GivenSecrets, stored?: WebhookSecrets): WebhookSecrets => {
  const url = urlOf(given, stored);
  const wanted =
    given.headers ??
    Object.fromEntries(Object.keys(stored?.headers ?? {}).map((name) => [name, null]));
  const problems: FieldProblem[] = [];
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(wanted)) {
    const kept = value === null ? keptHeader(name, url, stored) : { value };
    if ('problem' in kept) problems.push(kept.problem);
    else headers[name] = kept.value;
  }
  if (problems.length > 0) throw invalidInput(problems);
  return { url, headers };
};

const ownContentType = ({ header_names: names }: z.output<typeof saved>): boolean =>
  names.some((name) => name.toLowerCase() === 'content-type');

const render = (destination: z.output<typeof saved>, content: MessageContent): WireBody => {
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
export const webhook = destinationKind({
  type: 'webhook',
  label: 'Webhook',
  saved,
  save: z.strictObject({ type, name: nameSchema, ...settings, secrets }),
  update: z.strictObject({
    type,
    name: nameSchema,
    version: versionSchema,
    ...settings,
    secrets: givenSecrets.optional(),
  }),
  secrets,
  derived: ['origin', 'header_names'],
  derive: ({ url, headers }) => ({ origin: originOf(url), header_names: Object.keys(headers) }),
  mergeSecrets,
  problems: (destination) => bodyProblems(destination.body, ownContentType(destination)),
  render,
  accepts: isSuccess,
});
