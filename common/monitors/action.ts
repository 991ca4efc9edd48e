import { z } from 'zod';
import { durationSchema } from './duration';
import { nameSchema } from './name';
import { mustacheSchema } from './script';

/** What an alert is to a run. Source: OpenSearch Alerting, `actionable_alerts`. */
export const ALERT_CATEGORIES = ['NEW', 'DEDUPED', 'COMPLETED'] as const;
export type AlertCategory = (typeof ALERT_CATEGORIES)[number];

/**
 * At most one message of an action in so long: for each alert, or for all alerts of the trigger together.
 * Source: OpenSearch Alerting, which knows minutes and single alerts only.
 */
export const throttleSchema = durationSchema('The throttle').extend({
  scope: z.enum(['alert', 'action']).optional(),
});
export type Throttle = z.output<typeof throttleSchema>;

const scopeSchema = z
  .strictObject({
    per_alert: z
      .strictObject({
        actionable_alerts: z.array(
          z.enum(ALERT_CATEGORIES, { error: `Choose from ${ALERT_CATEGORIES.join(', ')}.` })
        ),
      })
      .optional(),
    per_execution: z.strictObject({}).optional(),
  })
  .refine(
    ({ per_alert: alert, per_execution: execution }) =>
      (alert === undefined) !== (execution === undefined),
    'An action sends either per_alert or per_execution.'
  );

const withText = mustacheSchema.refine(
  ({ source }) => source.trim() !== '',
  'A message is required.'
);

export const actionSchema = z.strictObject({
  id: z.string().min(1),
  name: nameSchema,
  destination_id: z.string({ error: 'Choose a destination.' }).min(1, 'Choose a destination.'),
  subject_template: mustacheSchema.optional(),
  /** Without it, and where it is blank, the message is one of ours, made from what the alert knows. */
  message_template: mustacheSchema.optional(),
  /** Of alerts that have ended. Without them a text of our own says how long it took, and the peak. */
  recovery_subject_template: mustacheSchema.optional(),
  recovery_message_template: withText.optional(),
  throttle_enabled: z.boolean().default(false),
  throttle: throttleSchema.optional(),
  action_execution_policy: z.strictObject({ action_execution_scope: scopeSchema }).optional(),
});
export type Action = z.output<typeof actionSchema>;

/** What the author wrote to be sent; undefined: the message is one of ours. */
export const ownMessageOf = ({
  message_template: template,
}: Pick<Action, 'message_template'>): Action['message_template'] =>
  template && template.source.trim() !== '' ? template : undefined;

export type ActionScope =
  { kind: 'per_alert'; categories: readonly AlertCategory[] } | { kind: 'per_execution' };

/** New alerts and those that go on: on every true run, as in OpenSearch Alerting. */
export const DEFAULT_CATEGORIES: readonly AlertCategory[] = ['NEW', 'DEDUPED'];

/** Whether its author wrote something for alerts that have ended: then they want it sent. */
const speaksOfRecovery = ({
  recovery_message_template: message,
  recovery_subject_template: subject,
}: Action): boolean => message !== undefined || subject !== undefined;

/**
 * For what an action sends: for each alert of some categories, or once a run. Of alerts that have ended it sends where
 * its categories say so, or where it has a recovery template.
 */
export const scopeOf = (action: Action): ActionScope => {
  const scope = action.action_execution_policy?.action_execution_scope;
  if (scope?.per_execution) return { kind: 'per_execution' };
  const categories = scope?.per_alert?.actionable_alerts ?? DEFAULT_CATEGORIES;
  return {
    kind: 'per_alert',
    categories: speaksOfRecovery(action)
      ? [...new Set<AlertCategory>([...categories, 'COMPLETED'])]
      : [...new Set(categories)],
  };
};
