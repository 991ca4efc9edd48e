import { z } from 'zod';
import { API_BASE } from '../plugin';
import { pageQuerySchema } from '../page';
import { HTTP_METHODS, secretsSchemas } from './destination';
import type { Destination } from './destination';
import { nameSchema } from '../monitors/monitor';

export const DESTINATIONS_PATH = `${API_BASE}/destinations`;

export const destinationsQuerySchema = pageQuerySchema;

const webhookFields = {
  method: z.enum(HTTP_METHODS).default('POST'),
  body: z.string().optional(),
};

/** What a form sends: the visible fields, and the secrets that are new. Origin and header names are derived. */
export const saveDestinationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('slack'), name: nameSchema, secrets: secretsSchemas.slack }),
  z.strictObject({
    type: z.literal('webhook'),
    name: nameSchema,
    ...webhookFields,
    secrets: secretsSchemas.webhook,
  }),
]);
export type SaveDestination = z.input<typeof saveDestinationSchema>;

/**
 * On update, `secrets` may be left out: those that are stored stay. In a webhook's headers a value of null keeps the
 * stored one; a header that is not named is dropped; without `url` the stored URL stays.
 */
export const updateDestinationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('slack'),
    name: nameSchema,
    version: z.string().min(1),
    secrets: secretsSchemas.slack.optional(),
  }),
  z.strictObject({
    type: z.literal('webhook'),
    name: nameSchema,
    version: z.string().min(1),
    ...webhookFields,
    secrets: z
      .strictObject({
        url: secretsSchemas.webhook.shape.url.optional(),
        headers: z.record(z.string(), z.string().nullable()).optional(),
      })
      .optional(),
  }),
]);
export type UpdateDestination = z.input<typeof updateDestinationSchema>;

export interface DestinationRecord {
  id: string;
  version: string;
  updated_at: string;
  destination: Destination;
  /** False when its secrets are missing (imported, or the key was lost): it cannot send until they are given again. */
  has_secrets: boolean;
  /** Monitors whose actions send to it. */
  used_by: Array<{ id: string; name: string }>;
}

/** `POST /destinations/_test` (not saved yet) and `POST /destinations/{id}/_test`: sends one message now. */
export const testDestinationSchema = z.strictObject({
  destination: saveDestinationSchema,
  subject: z.string().optional(),
  message: z.string().optional(),
});
export const testSavedDestinationSchema = z.strictObject({
  subject: z.string().optional(),
  message: z.string().optional(),
  /** Fields of the form that differ from what is stored, tried before they are saved. */
  changes: updateDestinationSchema.optional(),
});

/** What the receiver said. A refusal by the receiver is an answer, not an error of the route. */
export interface SendAnswer {
  ok: boolean;
  status?: number;
  /** The start of the receiver's body, or why there was none. */
  answer: string;
  took: number;
}
