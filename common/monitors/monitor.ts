import { z } from 'zod';
import { cronFault, isTimezone } from './rhythm';

/**
 * A monitor is the JSON that users of Open Distro and OpenSearch Alerting know, so that theirs can be pasted in.
 * Source of the fields: the OpenSearch Alerting API (`POST _plugins/_alerting/monitors`).
 */

export const MAX_NAME_LENGTH = 256;

export const nameSchema = z
  .string({ error: 'A name is required.' })
  .trim()
  .min(1, 'A name is required.')
  .max(MAX_NAME_LENGTH, `A name can have at most ${MAX_NAME_LENGTH} characters.`);

export const INTERVAL_UNITS = ['SECONDS', 'MINUTES', 'HOURS', 'DAYS'] as const;
export type IntervalUnit = (typeof INTERVAL_UNITS)[number];

const periodSchema = z.strictObject({
  interval: z
    .int({ error: 'The interval must be a whole number.' })
    .min(1, 'The interval must be at least 1.')
    .max(100_000, 'The interval must be at most 100000.'),
  unit: z.enum(INTERVAL_UNITS, {
    error: `The unit must be one of ${INTERVAL_UNITS.join(', ')}.`,
  }),
});

/** UNIX cron, as in OpenSearch Alerting. */
const cronSchema = z.strictObject({
  expression: z
    .string({ error: 'A cron expression is required.' })
    .trim()
    .superRefine((expression, { addIssue }) => {
      const fault = cronFault(expression);
      if (fault !== undefined) addIssue({ code: 'custom', message: fault });
    }),
  timezone: z
    .string({ error: 'A time zone is required.' })
    .trim()
    .min(1, 'A time zone is required.')
    .refine(
      (name) => name === '' || isTimezone(name),
      'There is no such time zone; it has a name like Europe/Berlin.'
    ),
});

export interface PeriodSchedule {
  period: z.output<typeof periodSchema>;
}

export interface CronSchedule {
  cron: z.output<typeof cronSchema>;
}

export type Schedule = PeriodSchedule | CronSchedule;

/** Every so long, or by the clock. No plain union, whose problems would not be at their fields. */
export const scheduleSchema = z
  .strictObject({ period: periodSchema.optional(), cron: cronSchema.optional() })
  .transform(({ period, cron }, { addIssue }): Schedule => {
    if (period && !cron) return { period };
    if (cron && !period) return { cron };
    addIssue({ code: 'custom', message: 'A schedule has either a period or a cron expression.' });
    return z.NEVER;
  });

export const isCron = (schedule: Schedule): schedule is CronSchedule => 'cron' in schedule;

/**
 * A search body. It is kept as the author's text: key order, layout and numbers beyond 2^53 survive. An object, as in
 * a pasted monitor, becomes text.
 */
const searchBodySchema = z
  .union([z.string(), z.record(z.string(), z.unknown())], { error: 'A query is required.' })
  .transform((query) => (typeof query === 'string' ? query : JSON.stringify(query, null, 2)))
  .refine((query) => query.trim() !== '', 'A query is required.');

export const searchInputSchema = z.strictObject({
  search: z.strictObject({
    indices: z
      .array(z.string().trim().min(1), { error: 'Name at least one index.' })
      .min(1, 'Name at least one index.'),
    query: searchBodySchema,
  }),
});
export type SearchInput = z.output<typeof searchInputSchema>;

const mustacheSchema = z.strictObject({
  source: z.string(),
  lang: z.literal('mustache').default('mustache'),
});

/** At most one message of an action in so long. Source: OpenSearch Alerting, which knows minutes only. */
export const throttleSchema = z.strictObject({
  value: z
    .int({ error: 'The throttle must be a whole number.' })
    .min(1, 'The throttle must be at least 1.')
    .max(100_000, 'The throttle must be at most 100000.'),
  unit: z.enum(INTERVAL_UNITS),
});

export const actionSchema = z.strictObject({
  id: z.string().min(1),
  name: nameSchema,
  destination_id: z.string({ error: 'Choose a destination.' }).min(1, 'Choose a destination.'),
  subject_template: mustacheSchema.optional(),
  message_template: mustacheSchema.refine(
    ({ source }) => source.trim() !== '',
    'A message is required.'
  ),
  throttle_enabled: z.boolean().default(false),
  throttle: throttleSchema.optional(),
});
export type Action = z.output<typeof actionSchema>;

/** 1 is the highest, as in OpenSearch Alerting. */
export const SEVERITIES = ['1', '2', '3', '4', '5'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const DEFAULT_CONDITION = 'ctx.results[0].hits.total.value > 0';

export const queryLevelTriggerSchema = z.strictObject({
  query_level_trigger: z.strictObject({
    id: z.string().min(1),
    name: nameSchema,
    severity: z.enum(SEVERITIES, { error: 'The severity must be 1 to 5.' }),
    condition: z.strictObject({
      script: z.strictObject({
        source: z.string().trim().min(1, 'A condition is required.'),
        lang: z.literal('painless').default('painless'),
      }),
    }),
    actions: z.array(actionSchema),
  }),
});
export type QueryLevelTrigger = z.output<typeof queryLevelTriggerSchema>['query_level_trigger'];

export const DEFAULT_QUERY_DELAY_SECONDS = 5;

export const monitorSchema = z.strictObject({
  type: z.literal('monitor').default('monitor'),
  monitor_type: z.literal('query_level_monitor').default('query_level_monitor'),
  name: nameSchema,
  enabled: z.boolean({ error: 'Say whether the monitor is enabled.' }),
  schedule: scheduleSchema,
  inputs: z.tuple([searchInputSchema], { error: 'A monitor has exactly one search input.' }),
  triggers: z.array(queryLevelTriggerSchema),
  /** Seconds that each window ends before its scheduled instant, so that what is not yet searchable is not missed. */
  query_delay_seconds: z.int().min(0).max(3600).default(DEFAULT_QUERY_DELAY_SECONDS),
  ui_metadata: z.record(z.string(), z.unknown()).default({}),
  /** Epoch milliseconds, set by the server when the monitor is enabled: nothing before it is caught up. */
  enabled_time: z.number().nullish(),
  /** Epoch milliseconds, set by the server at every save. */
  last_update_time: z.number().nullish(),
});

export type Monitor = z.output<typeof monitorSchema>;
export type MonitorInput = z.input<typeof monitorSchema>;

export const triggersOf = (monitor: Monitor): QueryLevelTrigger[] =>
  monitor.triggers.map(({ query_level_trigger: trigger }) => trigger);

export const actionsOf = (monitor: Monitor): Action[] =>
  triggersOf(monitor).flatMap(({ actions }) => actions);
