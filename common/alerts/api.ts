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
  /** `open`: whatever has not ended; `past`: the rest. */
  state: z.enum(['all', 'open', 'past', ...ALERT_STATES]).default('open'),
  severity: z.enum(['1', '2', '3', '4', '5']).optional(),
  monitor_id: z.string().optional(),
  sort: z.enum(ALERT_SORTS).default('start_time'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type AlertsQuery = z.output<typeof alertsQuerySchema>;

/** `POST /alerts/_acknowledge` */
export const acknowledgeSchema = z.strictObject({
  alerts: z
    .array(z.strictObject({ id: z.string().min(1), monitor_id: z.string().min(1) }))
    .min(1, 'Choose at least one alert.')
    .max(1000),
});

export interface AcknowledgeAnswer {
  acknowledged: string[];
  failed: Array<{ id: string; reason: string }>;
}

/** `GET /alerts/{id}`: an alert with its story. */
export interface AlertRecord {
  alert: Alert;
  events: AlertEvent[];
  messages: Message[];
}
