import { z } from 'zod';
import type { Action } from './action';
import { INTERVAL_UNITS } from './duration';
import {
  compositeInputSchema,
  docLevelInputSchema,
  heartbeatInputSchema,
  pplInputSchema,
  searchInputSchema,
  uriInputSchema,
} from './input';
import { nameSchema } from './name';
import { scheduleSchema } from './schedule_schema';
import { tagSchema } from './tag';
import {
  bucketLevelTriggerSchema,
  chainedAlertTriggerSchema,
  documentLevelTriggerSchema,
  pplTriggerSchema,
  queryLevelTriggerSchema,
  kindOf,
  unwrap,
} from './trigger';
import type { Trigger, WrappedTrigger } from './trigger';

/**
 * A monitor is the JSON that users of Open Distro and OpenSearch Alerting know, so that theirs can be pasted in.
 * Source of the fields: the OpenSearch Alerting API (`POST _plugins/_alerting/monitors`).
 */

export const DEFAULT_QUERY_DELAY_SECONDS = 5;

const DAY_SECONDS = 86_400;

const labelsSchema = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'A label has a name of letters, digits and _.'),
  z.string()
);

/** What becomes of windows that were missed. */
export const CATCH_UP_POLICIES = ['replay', 'coalesce', 'skip'] as const;
export type CatchUpPolicy = (typeof CATCH_UP_POLICIES)[number];

export const catchUpSchema = z.strictObject({
  /** Each on its own, the newest `most`; all in one window; or none but the newest. */
  policy: z.enum(CATCH_UP_POLICIES, { error: `Choose from ${CATCH_UP_POLICIES.join(', ')}.` }),
  most: z
    .int({ error: 'The number of windows must be a whole number.' })
    .min(1, 'At least one window is caught up.')
    .max(1000, 'At most 1000 windows are caught up.')
    .optional(),
});
export type CatchUp = z.output<typeof catchUpSchema>;

/** When somebody is told that a monitor cannot be evaluated. */
export const errorPolicySchema = z.strictObject({
  notify: z.boolean({ error: 'Say whether an error is told of.' }),
  /** After so many runs in a row. */
  after: z.int().min(1, 'At least one run fails before it is told of.').max(1000).optional(),
});
export type ErrorPolicy = z.output<typeof errorPolicySchema>;

const MISSING_INPUT = 'A monitor has exactly one input.';

const commonShape = {
  type: z.literal('monitor', { error: 'The type must be monitor.' }).default('monitor'),
  name: nameSchema,
  enabled: z.boolean({ error: 'Say whether the monitor is enabled.' }),
  schedule: scheduleSchema,
  /** Seconds that each window ends before its scheduled instant, so that what is not yet searchable is not missed. */
  query_delay_seconds: z
    .int({ error: 'The delay must be a whole number of seconds.' })
    .min(0, 'The delay cannot be negative.')
    .max(DAY_SECONDS, 'The delay can be a day at most.')
    .default(DEFAULT_QUERY_DELAY_SECONDS),
  catch_up: catchUpSchema.optional(),
  error_policy: errorPolicySchema.optional(),
  tags: z.array(tagSchema).optional(),
  owner: z.string().trim().max(256).optional(),
  runbook_url: z
    .string()
    .trim()
    .regex(
      /^https?:\/\/\S+$/,
      'The runbook must be an address that begins with http:// or https://.'
    )
    .optional(),
  /** Mustache in the values; they go with every alert and message. Source: Prometheus. */
  labels: labelsSchema.optional(),
  annotations: labelsSchema.optional(),
  ui_metadata: z.record(z.string(), z.unknown()).default({}),
  /** Epoch milliseconds, set by the server when the monitor is enabled: nothing before it is caught up. */
  enabled_time: z.number().nullish(),
  /** Epoch milliseconds, set by the server at every save. */
  last_update_time: z.number().nullish(),
};

const oneOf = <S extends z.ZodType>(schema: S) => z.tuple([schema], { error: MISSING_INPUT });

export const queryLevelMonitorSchema = z.strictObject({
  ...commonShape,
  monitor_type: z.literal('query_level_monitor'),
  inputs: oneOf(searchInputSchema),
  triggers: z.array(queryLevelTriggerSchema),
});

export const bucketLevelMonitorSchema = z.strictObject({
  ...commonShape,
  monitor_type: z.literal('bucket_level_monitor'),
  inputs: oneOf(searchInputSchema),
  triggers: z.array(bucketLevelTriggerSchema),
});

export const docLevelMonitorSchema = z.strictObject({
  ...commonShape,
  monitor_type: z.literal('doc_level_monitor'),
  inputs: oneOf(docLevelInputSchema),
  triggers: z.array(documentLevelTriggerSchema),
  /** One alert a trigger, however many documents. */
  should_create_single_alert_for_findings: z.boolean().optional(),
});

export const clusterMetricsMonitorSchema = z.strictObject({
  ...commonShape,
  monitor_type: z.literal('cluster_metrics_monitor'),
  inputs: oneOf(uriInputSchema),
  triggers: z.array(queryLevelTriggerSchema),
});

/** What the neighbour calls a workflow of type `composite`. */
export const compositeMonitorSchema = z.strictObject({
  ...commonShape,
  monitor_type: z.literal('composite_monitor'),
  inputs: oneOf(compositeInputSchema),
  triggers: z.array(chainedAlertTriggerSchema),
});

export const pplMonitorSchema = z.strictObject({
  ...commonShape,
  monitor_type: z.literal('ppl_monitor'),
  inputs: oneOf(pplInputSchema),
  triggers: z.array(pplTriggerSchema),
});

/** Waits for pings of somebody else. */
export const heartbeatMonitorSchema = z.strictObject({
  ...commonShape,
  monitor_type: z.literal('heartbeat_monitor'),
  inputs: oneOf(heartbeatInputSchema),
  triggers: z.array(queryLevelTriggerSchema),
});

export const MONITOR_TYPES = [
  'query_level_monitor',
  'bucket_level_monitor',
  'doc_level_monitor',
  'cluster_metrics_monitor',
  'composite_monitor',
  'ppl_monitor',
  'heartbeat_monitor',
] as const;
export type MonitorType = (typeof MONITOR_TYPES)[number];

const typedMonitorSchema = z.discriminatedUnion(
  'monitor_type',
  [
    queryLevelMonitorSchema,
    bucketLevelMonitorSchema,
    docLevelMonitorSchema,
    clusterMetricsMonitorSchema,
    compositeMonitorSchema,
    pplMonitorSchema,
    heartbeatMonitorSchema,
  ],
  { error: `The type must be one of ${MONITOR_TYPES.join(', ')}.` }
);

/** A monitor of Open Distro's first versions has no type: it is a query-level one. */
const withType = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && !Array.isArray(input) && !('monitor_type' in input)
    ? { ...input, monitor_type: 'query_level_monitor' }
    : input;

export const monitorSchema = z.preprocess(withType, typedMonitorSchema);

export type QueryLevelMonitor = z.output<typeof queryLevelMonitorSchema>;
export type BucketLevelMonitor = z.output<typeof bucketLevelMonitorSchema>;
export type DocLevelMonitor = z.output<typeof docLevelMonitorSchema>;
export type ClusterMetricsMonitor = z.output<typeof clusterMetricsMonitorSchema>;
export type CompositeMonitor = z.output<typeof compositeMonitorSchema>;
export type PplMonitor = z.output<typeof pplMonitorSchema>;
export type HeartbeatMonitor = z.output<typeof heartbeatMonitorSchema>;
export type Monitor = z.output<typeof typedMonitorSchema>;

/** What a caller may send as a query-level monitor: without a type it is one. */
export type MonitorInput = Omit<z.input<typeof queryLevelMonitorSchema>, 'monitor_type'> & {
  monitor_type?: 'query_level_monitor';
};

export const wrappedTriggersOf = (monitor: Monitor): readonly WrappedTrigger[] => monitor.triggers;

export const triggersOf = (monitor: Monitor): Trigger[] => wrappedTriggersOf(monitor).map(unwrap);

/** The monitor with other triggers of the same kinds. */
export const mapTriggers = <M extends Monitor>(
  monitor: M,
  change: <T extends Trigger>(trigger: T) => T
): M => ({
  ...monitor,
  triggers: wrappedTriggersOf(monitor).map((wrapped) => ({
    [kindOf(wrapped)]: change(unwrap(wrapped)),
  })),
});

/** The monitor without those of its triggers that are not to stay. */
export const keepTriggers = <M extends Monitor>(
  monitor: M,
  stays: (trigger: Trigger) => boolean
): M => ({
  ...monitor,
  triggers: wrappedTriggersOf(monitor).filter((wrapped) => stays(unwrap(wrapped))),
});

export const actionsOf = (monitor: Monitor): Action[] =>
  triggersOf(monitor).flatMap(({ actions }) => actions);

/** The index patterns that a monitor looks at; none where it looks at the cluster, at monitors, at pings, or says it in PPL. */
export const indicesOf = (monitor: Monitor): string[] => {
  switch (monitor.monitor_type) {
    case 'query_level_monitor':
    case 'bucket_level_monitor':
      return monitor.inputs[0].search.indices;
    case 'doc_level_monitor':
      return monitor.inputs[0].doc_level_input.indices;
    default:
      return [];
  }
};

/** A monitor whose input is one search. */
export type SearchMonitor = QueryLevelMonitor | BucketLevelMonitor;

export const isSearchMonitor = (monitor: Monitor): monitor is SearchMonitor =>
  monitor.monitor_type === 'query_level_monitor' || monitor.monitor_type === 'bucket_level_monitor';

export { INTERVAL_UNITS };
export { actionSchema, throttleSchema } from './action';
export type { Action } from './action';
export type { IntervalUnit } from './duration';
export { searchInputSchema } from './input';
export type { SearchInput } from './input';
export { MAX_NAME_LENGTH, nameSchema } from './name';
export { isCron, scheduleSchema } from './schedule_schema';
export type { CronSchedule, PeriodSchedule, Schedule } from './schedule_schema';
export { DEFAULT_CONDITION, SEVERITIES, queryLevelTriggerSchema } from './trigger';
export type { QueryLevelTrigger, Severity, Trigger } from './trigger';
