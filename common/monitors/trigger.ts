import { z } from 'zod';
import { actionSchema } from './action';
import { durationSchema } from './duration';
import { nameSchema } from './name';
import { scriptSchema } from './script';

/** 1 is the highest, as in OpenSearch Alerting. */
export const SEVERITIES = ['1', '2', '3', '4', '5'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const DEFAULT_CONDITION = 'ctx.results[0].hits.total.value > 0';

const CONDITION_MISSING = 'A condition is required.';
const MOST_REMEMBERED = 60;

const runsSchema = (what: string, least: number) =>
  z
    .int({ error: `${what} must be a whole number.` })
    .min(least, `${what} must be at least ${least}.`)
    .max(MOST_REMEMBERED, `${what} must be at most ${MOST_REMEMBERED}.`);

/** What to do when there is nothing to judge. Absent: the condition is judged over nothing. */
export const NO_DATA_POLICIES = ['alert', 'ok', 'keep'] as const;
export type NoDataPolicy = (typeof NO_DATA_POLICIES)[number];

/** How the alerts of a trigger come and go; every kind of trigger has it. What is absent does nothing. */
const policyShape = {
  /** The condition must hold for so long before the alert is active. Source: Prometheus, `for`. */
  for: durationSchema('The time to wait').optional(),
  /** The alert stays active for so long after the condition has ended. Source: Prometheus, `keep_firing_for`. */
  keep_firing_for: durationSchema('The time to stay active').optional(),
  /** The alert ends only when this is true, too: hysteresis. The same language as the condition. */
  recovery_condition: z
    .strictObject({ script: scriptSchema('The recovery condition is empty.') })
    .optional(),
  /** The condition must hold in `times` of the last `of` runs. */
  occurrences: z
    .strictObject({
      times: runsSchema('The number of times', 1),
      of: runsSchema('The number of runs', 1),
    })
    .refine(({ times, of }) => times <= of, 'More times than runs can never be reached.')
    .optional(),
  /** More than `changes` changes in the last `of` runs: the alert stays, and says that it flaps. */
  flapping: z
    .strictObject({
      changes: runsSchema('The number of changes', 2),
      of: runsSchema('The number of runs', 3),
    })
    .refine(({ changes, of }) => changes < of, 'There is at most one change fewer than runs.')
    .optional(),
  no_data: z
    .enum(NO_DATA_POLICIES, { error: `Choose from ${NO_DATA_POLICIES.join(', ')}.` })
    .optional(),
};

const commonShape = {
  id: z.string().min(1),
  name: nameSchema,
  severity: z.enum(SEVERITIES, { error: 'The severity must be 1 to 5.' }),
  actions: z.array(actionSchema),
  ...policyShape,
};

const scripted = z.strictObject({ script: scriptSchema(CONDITION_MISSING) });

export const queryLevelTriggerSchema = z.strictObject({
  query_level_trigger: z.strictObject({ ...commonShape, condition: scripted }),
});
export type QueryLevelTrigger = z.output<typeof queryLevelTriggerSchema>['query_level_trigger'];

/** Keys by text or by regular expression. Source: OpenSearch Alerting, `filter` and `composite_agg_filter`. */
const keyFilterSchema = z.strictObject({
  include: z.union([z.string(), z.array(z.string())]).optional(),
  exclude: z.union([z.string(), z.array(z.string())]).optional(),
});
export type KeyFilter = z.output<typeof keyFilterSchema>;

/** As of the pipeline aggregation `bucket_selector`; the script sees `params`. */
const bucketConditionSchema = z.strictObject({
  parent_bucket_path: z
    .string({ error: 'Name the aggregation whose buckets are judged.' })
    .trim()
    .min(1, 'Name the aggregation whose buckets are judged.'),
  buckets_path: z.record(z.string().min(1), z.string().min(1)),
  script: scriptSchema(CONDITION_MISSING),
  gap_policy: z
    .enum(['skip', 'insert_zeros', 'keep_values', 'SKIP', 'INSERT_ZEROS', 'KEEP_VALUES'], {
      error: 'The gap policy must be skip, insert_zeros or keep_values.',
    })
    .optional(),
  filter: keyFilterSchema.optional(),
  /** By source of the composite aggregation. */
  composite_agg_filter: z.record(z.string(), keyFilterSchema).optional(),
});
export type BucketCondition = z.output<typeof bucketConditionSchema>;

export const bucketLevelTriggerSchema = z.strictObject({
  bucket_level_trigger: z.strictObject({ ...commonShape, condition: bucketConditionSchema }),
});
export type BucketLevelTrigger = z.output<typeof bucketLevelTriggerSchema>['bucket_level_trigger'];

/** Its script is an expression over `query[name=…]`, `query[id=…]` and `query[tag=…]`. */
export const documentLevelTriggerSchema = z.strictObject({
  document_level_trigger: z.strictObject({ ...commonShape, condition: scripted }),
});
export type DocumentLevelTrigger = z.output<
  typeof documentLevelTriggerSchema
>['document_level_trigger'];

/** Its script is an expression over `monitor[id=…]`. */
export const chainedAlertTriggerSchema = z.strictObject({
  chained_alert_trigger: z.strictObject({ ...commonShape, condition: scripted }),
});
export type ChainedAlertTrigger = z.output<
  typeof chainedAlertTriggerSchema
>['chained_alert_trigger'];

export const PPL_COMPARISONS = ['>', '>=', '<', '<=', '==', '!='] as const;

export const pplTriggerSchema = z.strictObject({
  ppl_trigger: z
    .strictObject({
      ...commonShape,
      type: z.enum(['number_of_results', 'custom']),
      num_results_condition: z.enum(PPL_COMPARISONS).nullish(),
      num_results_value: z.int().min(0, 'The number of results must be 0 or more.').nullish(),
      /** `where …`: fires when rows remain. */
      custom_condition: z.string().nullish(),
    })
    .superRefine((trigger, { addIssue }) => {
      const missing = (field: string, message: string) =>
        addIssue({ code: 'custom', path: [field], message });
      if (trigger.type === 'custom') {
        if (!trigger.custom_condition?.trim()) missing('custom_condition', CONDITION_MISSING);
        return;
      }
      if (!trigger.num_results_condition) missing('num_results_condition', 'Choose a comparison.');
      if (typeof trigger.num_results_value !== 'number') {
        missing('num_results_value', 'A number of results is required.');
      }
    }),
});
export type PplTrigger = z.output<typeof pplTriggerSchema>['ppl_trigger'];

/** A trigger as documents wrap it: in an object whose one key is its kind. */
export type WrappedTrigger =
  | z.output<typeof queryLevelTriggerSchema>
  | z.output<typeof bucketLevelTriggerSchema>
  | z.output<typeof documentLevelTriggerSchema>
  | z.output<typeof chainedAlertTriggerSchema>
  | z.output<typeof pplTriggerSchema>;

export type Trigger =
  QueryLevelTrigger | BucketLevelTrigger | DocumentLevelTrigger | ChainedAlertTrigger | PplTrigger;

export type TriggerKind =
  | 'query_level_trigger'
  | 'bucket_level_trigger'
  | 'document_level_trigger'
  | 'chained_alert_trigger'
  | 'ppl_trigger';

/** The kind of a wrapped trigger: also the name of its field, `triggers.0.<kind>`. */
export const kindOf = (wrapped: WrappedTrigger): TriggerKind => {
  if ('query_level_trigger' in wrapped) return 'query_level_trigger';
  if ('bucket_level_trigger' in wrapped) return 'bucket_level_trigger';
  if ('document_level_trigger' in wrapped) return 'document_level_trigger';
  return 'chained_alert_trigger' in wrapped ? 'chained_alert_trigger' : 'ppl_trigger';
};

export const unwrap = (wrapped: WrappedTrigger): Trigger => {
  if ('query_level_trigger' in wrapped) return wrapped.query_level_trigger;
  if ('bucket_level_trigger' in wrapped) return wrapped.bucket_level_trigger;
  if ('document_level_trigger' in wrapped) return wrapped.document_level_trigger;
  return 'chained_alert_trigger' in wrapped ? wrapped.chained_alert_trigger : wrapped.ppl_trigger;
};
