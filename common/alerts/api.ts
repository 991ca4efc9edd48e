import { z } from 'zod';
import { API_BASE } from '../plugin';
import { pageQuerySchema } from '../page';
import type { Message } from '../notifications/message';
import { ALERT_STATES } from './alert';
import type { Alert, AlertEvent } from './alert';

export const ALERTS_PATH = `${API_BASE}/alerts`;

export const ALERT_SORTS = [
  'start_time',
  'end_time',
  'severity',
  'state',
  'monitor_name',
  'trigger_name',
] as const;

export const alertsQuerySchema = pageQuerySchema.extend({
  /** `open`: whatever has not ended; `past`: the rest. One of the open states: those of it that have not ended. */
  state: z.enum(['all', 'open', 'past', ...ALERT_STATES]).default('open'),
  severity: z.enum(['1', '2', '3', '4', '5']).optional(),
  monitor_id: z.string().optional(),
  trigger_id: z.string().optional(),
  /** Exactly this value of any field of the group. */
  group: z.string().optional(),
  sort: z.enum(ALERT_SORTS).default('start_time'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type AlertsQuery = z.output<typeof alertsQuerySchema>;

export const MAX_COMMENT_LENGTH = 2000;

/** As many groups as one monitor may have. */
export const MOST_ACKNOWLEDGED = 10_000;

const commentSchema = z
  .string({ error: 'A comment is text.' })
  .trim()
  .max(MAX_COMMENT_LENGTH, `A comment can have at most ${MAX_COMMENT_LENGTH} characters.`);

const chosenAlerts = z
  .array(z.strictObject({ id: z.string().min(1), monitor_id: z.string().min(1) }))
  .min(1, 'Choose at least one alert.')
  .max(MOST_ACKNOWLEDGED, `Choose at most ${MOST_ACKNOWLEDGED} alerts at once.`);

/** `POST /alerts/_acknowledge` */
export const acknowledgeSchema = z.strictObject({
  alerts: chosenAlerts,
  comment: commentSchema.optional(),
  /** When the acknowledgement ends by itself, epoch milliseconds; absent: with the alert. */
  until: z.int({ error: 'The end must be an instant in milliseconds since 1970.' }).optional(),
});
export type AcknowledgeRequest = z.output<typeof acknowledgeSchema>;

export interface AcknowledgeAnswer {
  acknowledged: string[];
  failed: Array<{ id: string; reason: string }>;
}

/** `POST /alerts/_unacknowledge` */
export const unacknowledgeSchema = z.strictObject({ alerts: chosenAlerts });

export interface UnacknowledgeAnswer {
  unacknowledged: string[];
  failed: Array<{ id: string; reason: string }>;
}

/** `POST /alerts/{id}/comments`, answered with the event that holds it. */
export const addCommentSchema = z.strictObject({
  comment: commentSchema.min(1, 'Write something.'),
});

/** `GET /alerts/{id}`: an alert with its story. */
export interface AlertRecord {
  alert: Alert;
  events: AlertEvent[];
  messages: Message[];
}
