import { z } from 'zod';
import { API_BASE } from '../plugin';
import { pageQuerySchema } from '../page';
import type { Page } from '../page';
import { instantSchema } from '../time_range';
import type { Message } from '../notifications/message';
import { ALERT_STATES } from './alert';
import type { Severity } from '../monitors/trigger';
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
  /** Exactly this tag, or this owner, of the monitor as it was when the alert opened. */
  tag: z.string().optional(),
  owner: z.string().optional(),
  /** Alerts that were open at some time from here to there. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** With the chart over time, and the tags and owners that there are. */
  chart: z.stringbool({ error: 'Say true or false.' }).default(false),
  sort: z.enum(ALERT_SORTS).default('start_time'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type AlertsQuery = z.output<typeof alertsQuerySchema>;

export type BySeverity = Partial<Record<Severity, number>>;

/** One step of the chart. */
export interface AlertChartPoint {
  /** The start of the step, epoch milliseconds. */
  at: number;
  /** Alerts that started in it. */
  started: BySeverity;
  /** Alerts that were open at some time in it. */
  active: BySeverity;
}

export interface AlertChart {
  from: number;
  to: number;
  /** Milliseconds. */
  step: number;
  points: AlertChartPoint[];
}

/** What stands beside the rows where `chart` is asked for. */
export interface AlertsBeside {
  chart: AlertChart;
  /** Of the alerts that match, the most frequent. */
  tags: string[];
  owners: string[];
}

/** `GET /alerts` */
export type AlertsPage = Page<Alert> & Partial<AlertsBeside>;

/** The alerts of one trigger. */
export interface AlertGroup {
  monitor_id: string;
  monitor_name: string;
  /** Empty for the errors of a whole monitor. */
  trigger_id: string;
  trigger_name: string;
  /** The highest among them. */
  severity: Severity;
  count: number;
  open: number;
  acknowledged: number;
  errors: number;
  /** Epoch milliseconds. */
  newest_start: number;
  newest_id: string;
}

/** As many groups as one page shows. */
export const MOST_GROUPS_SHOWN = 200;

/** `GET /alerts/_groups`: by monitor and trigger, those with most alerts first. */
export interface AlertGroupsPage extends Partial<AlertsBeside> {
  /** Alerts that match. */
  total: number;
  groups: AlertGroup[];
  /** There are more groups than these. */
  more: boolean;
}

/** As many alerts as one file holds; the newest. */
export const MOST_EXPORTED = 100_000;

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

/** `POST /alerts/_acknowledge_all`: every alert of these monitors that can be. */
export const acknowledgeAllSchema = z.strictObject({
  monitor_ids: z
    .array(z.string().min(1))
    .min(1, 'Choose at least one monitor.')
    .max(1000, 'Choose at most 1000 monitors at once.'),
});

export interface AcknowledgeAllAnswer {
  /** What can be taken back by their ids. */
  acknowledged: Array<{ id: string; monitor_id: string }>;
  /** Monitors whose alerts could not be acknowledged, and why. */
  failed: Array<{ monitor_id: string; reason: string }>;
}

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
