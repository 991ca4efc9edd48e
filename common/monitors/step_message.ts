import type { Alert } from '../alerts/alert';
import type { Draft } from '../alerts/draft';
import type { BuiltInText } from '../notifications/built_in_texts';
import type { Action } from './action';
import type { StepInput } from './step_input';
import type { Trigger } from './trigger';

type Subject = Pick<
  Alert,
  'monitor_id' | 'monitor_name' | 'trigger_id' | 'trigger_name' | 'severity' | 'tags' | 'owner'
>;

/** What an alert that opens says of its monitor and trigger; without a trigger it is about the whole monitor. */
export const subjectOf = (
  { monitorId, monitor }: Pick<StepInput, 'monitorId' | 'monitor'>,
  trigger?: Trigger
): Subject => ({
  monitor_id: monitorId,
  monitor_name: monitor.name,
  trigger_id: trigger?.id ?? '',
  trigger_name: trigger?.name ?? '',
  severity: trigger?.severity ?? '1',
  ...(monitor.tags && monitor.tags.length > 0 ? { tags: monitor.tags } : {}),
  ...(monitor.owner ? { owner: monitor.owner } : {}),
});

/**
 * Hands a message to the outbox of this commit.
 *
 * @returns its id
 */
export const queueMessage = (
  draft: Draft,
  input: StepInput,
  about: Pick<Subject, 'trigger_id' | 'trigger_name' | 'severity'>,
  action: Action,
  alertIds: string[],
  { subject, message }: BuiltInText
): string =>
  draft.send({
    monitor_id: input.monitorId,
    monitor_name: input.monitor.name,
    trigger_id: about.trigger_id,
    trigger_name: about.trigger_name,
    action_id: action.id,
    action_name: action.name,
    destination_id: action.destination_id,
    alert_ids: alertIds,
    severity: about.severity,
    subject,
    message,
    period_start: input.window.start,
    period_end: input.window.end,
  });
