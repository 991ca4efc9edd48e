import { z } from 'zod';
import { nameSchema } from '../monitors/monitor';

/**
 * Destinations: the shape of each kind. What is secret is not part of it; secrets travel apart (`secrets`), are written
 * once and never come back. A kind's server half is in `server/notifications/destinations/`.
 */

export const HTTP_METHODS = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const;

const slackSchema = z.strictObject({
  type: z.literal('slack'),
  name: nameSchema,
  /** The whole incoming-webhook URL is secret; this is its origin, for display and for binding the secret. */
  origin: z.string(),
});

const webhookSchema = z.strictObject({
  type: z.literal('webhook'),
  name: nameSchema,
  origin: z.string(),
  method: z.enum(HTTP_METHODS).default('POST'),
  /** Names only: the values are secret. */
  header_names: z.array(z.string()).default([]),
  /**
   * A Mustache template of the JSON body over `{subject, message, ctx...}`; values are escaped as in a JSON string.
   * Without it the message itself is the body.
   */
  body: z.string().optional(),
});

/** What is saved, listed and exported. */
export const destinationSchema = z.discriminatedUnion('type', [slackSchema, webhookSchema]);
export type Destination = z.output<typeof destinationSchema>;
export type DestinationType = Destination['type'];

const urlSchema = z
  .string({ error: 'A URL is required.' })
  .trim()
  .min(1, 'A URL is required.')
  .refine(
    (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
    'This is not an http or https URL.'
  );

const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const headersSchema = z
  .record(
    z.string().regex(HEADER_NAME, 'This is not a header name.'),
    z.string().regex(/^[^\r\n\0]*$/, 'A header value has no line breaks.')
  )
  .default({});

const slackSecretsSchema = z.strictObject({ url: urlSchema });
const webhookSecretsSchema = z.strictObject({ url: urlSchema, headers: headersSchema });

export const secretsSchemas = { slack: slackSecretsSchema, webhook: webhookSecretsSchema } as const;

export type SlackSecrets = z.output<typeof slackSecretsSchema>;
export type WebhookSecrets = z.output<typeof webhookSecretsSchema>;

/** Scheme, host and port of a URL: what a secret is bound to, and all of the URL that is shown. */
export const originOf = (url: string): string => new URL(url).origin;
