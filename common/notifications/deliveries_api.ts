import { z } from 'zod';
import { API_BASE } from '../plugin';
import { pageQuerySchema } from '../page';
import { instantSchema } from '../time_range';
import type { Message } from './message';

/** The outbox as people see it: what was sent, what waits, what was given up. */
export const DELIVERIES_PATH = `${API_BASE}/deliveries`;

export const MESSAGE_STATUSES = ['pending', 'sending', 'sent', 'suppressed', 'dead'] as const;

/** What a list of deliveries, and whatever is done to all that it finds, is narrowed to. */
const filters = {
  /** Phrase of subject, monitor, trigger or action. */
  search: z.string().optional(),
  status: z.enum(MESSAGE_STATUSES).optional(),
  destination_id: z.string().optional(),
  monitor_id: z.string().optional(),
  alert_id: z.string().optional(),
  /** Those that went out as one message. */
  digest_id: z.string().optional(),
  /** Those made from here to there. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** False: without the pings of heartbeats that went out or were held back, which would hide all else. */
  pings: z.union([z.boolean(), z.stringbool()]).optional(),
};

const filtersSchema = z.strictObject(filters);
export type DeliveryFilters = z.output<typeof filtersSchema>;

/** So far a list can be paged; filters and the other order reach what lies behind. */
export const MOST_PAGED = 10_000;

export const DELIVERY_SORTS = ['created_at', 'finished_at', 'status'] as const;

/** `GET /deliveries` */
export const deliveriesQuerySchema = pageQuerySchema.extend({
  ...filters,
  sort: z.enum(DELIVERY_SORTS).default('created_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type DeliveriesQuery = z.output<typeof deliveriesQuerySchema>;

/** A message in a list: without its texts. */
export type DeliveryRow = Pick<
  Message,
  | 'id'
  | 'status'
  | 'subject'
  | 'monitor_id'
  | 'monitor_name'
  | 'trigger_id'
  | 'trigger_name'
  | 'action_id'
  | 'action_name'
  | 'destination_id'
  | 'alert_ids'
  | 'severity'
  | 'created_at'
  | 'finished_at'
  | 'next_attempt_at'
  | 'reason'
  | 'digest_id'
> & {
  destination_name?: string;
  attempts: number;
  /** The start of the last attempt's answer. */
  last_answer?: string;
};

export interface DeliveryPage {
  total: number;
  items: DeliveryRow[];
  /** How many the filters find in each status, the filter by status left out. */
  by_status: Partial<Record<Message['status'], number>>;
}

/** `GET /deliveries/{id}`: the whole message with all of its attempts. */
export interface DeliveryStory {
  message: Message;
  /** The one that it went out as a part of, put together again from all of its parts. */
  digest?: Message;
  destination_name?: string;
}

/** `POST /deliveries/_resend`: dead ones wait for their first attempt again. By id, or all that the filters find. */
export const resendSchema = z.union([
  z.strictObject({ ids: z.array(z.string().min(1)).min(1).max(1000) }),
  z.strictObject({ filters: filtersSchema }),
]);
export type Resend = z.output<typeof resendSchema>;

export interface ResendAnswer {
  resent: number;
  /** Those that are not dead (any more), or are gone. */
  passed_over: number;
}

/** `GET` and `PUT /deliveries/_pause`: while paused nothing goes out, and everything waits in the outbox. */
export const PAUSE_PATH = `${DELIVERIES_PATH}/_pause`;

export const pauseSchema = z.discriminatedUnion('paused', [
  z.strictObject({
    paused: z.literal(true),
    reason: z.string().max(1000).optional(),
    /** Epoch milliseconds at which it ends by itself. */
    until: z.number().int().optional(),
  }),
  z.strictObject({ paused: z.literal(false) }),
]);
export type SetPause = z.output<typeof pauseSchema>;

export interface Pause {
  paused: boolean;
  reason?: string;
  until?: number;
  by?: string;
  /** Since when it is so, epoch milliseconds. */
  since?: number;
  /** Messages that wait. */
  waiting: number;
}

/** `GET /destinations/_status?ids=a,b`: how each of them has been doing, from the outbox, in the order of the ids.
 * Without ids: of all that have messages there; the others have sent nothing. */
export const DESTINATION_STATUS_PATH = `${API_BASE}/destinations/_status`;
/** So many ids at once. */
export const MOST_STATUSES = 1000;

export interface DestinationStatus {
  id: string;
  /** Epoch milliseconds; absent where there was none within the outbox's retention. */
  last_success?: number;
  last_error?: { at: number; reason: string };
  /** Messages that wait or are being sent. */
  queue: number;
  /** Messages sent within the last hour, and given up within the last day. */
  /** Of a heartbeat: why no ping goes to it. */
  withheld?: string;
  sent_last_hour: number;
  dead_last_day: number;
}
