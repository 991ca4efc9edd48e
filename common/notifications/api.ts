import { z } from 'zod';
import { API_BASE } from '../plugin';
import { pageQuerySchema } from '../page';
import { saveDestinationSchema, updateDestinationSchema } from './kinds/registry';
import type { Destination } from './kinds/registry';

export { saveDestinationSchema, updateDestinationSchema } from './kinds/registry';
export type { SaveDestination, UpdateDestination } from './kinds/registry';

export const DESTINATIONS_PATH = `${API_BASE}/destinations`;

export const destinationsQuerySchema = pageQuerySchema;

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

/** `GET /destinations/{id}/_incidents`: those that it was told of, and not that they are over. */
export interface OpenIncidents {
  open: number;
}

/** What the receiver said. A refusal by the receiver is an answer, not an error of the route. */
export interface SendAnswer {
  ok: boolean;
  status?: number;
  /** The start of the receiver's body, or why there was none. */
  answer: string;
  took: number;
  /** Where the test has opened an incident: whether it was closed at once, else why not. */
  closed?: { ok: true } | { ok: false; reason: string };
}
