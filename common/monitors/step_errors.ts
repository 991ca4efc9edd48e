import type { Alert } from '../alerts/alert';
import type { Draft } from '../alerts/draft';
import { queueMessage } from '../alerts/tell';
import { inFormOf } from '../notifications/built_in_texts';
import { builtInText, factsOf } from '../notifications/facts/facts_of';
import type { Action } from './action';
import { actionsOf } from './monitor';
import type { ErrorPolicy } from './monitor';
import type { RunProblem } from './run';
import type { StepInput } from './step_input';
import { subjectOf, tellingOptions } from './step_message';
import { recordOf, sentRecord, withRecord } from './throttle';
import type { Trigger } from './trigger';

export const DEFAULT_ERROR_POLICY: Required<ErrorPolicy> = { notify: true, after: 3 };

/** Beyond that it does not matter how often it has failed: each count is a write. */
const MOST_FAILURES = 10;

/** One more failure, up to the number that anybody asks for. */
export const countFailure = (before = 0, most = 0): number =>
  Math.min(before + 1, Math.max(most, MOST_FAILURES));

/** One a destination, however many actions use it. */
const destinationsOf = ({ monitor }: StepInput, trigger: Trigger | undefined): Action[] => {
  const actions = trigger ? trigger.actions : actionsOf(monitor);
  return [...new Map(actions.map((action) => [action.destination_id, action])).values()];
};

/**
 * To everybody whom the trigger, or the monitor, would have told.
 *
 * @returns who has been told
 */
const tell = (
  draft: Draft,
  input: StepInput,
  alert: Alert,
  trigger: Trigger | undefined,
  event: 'error' | 'error_over'
): Alert['action_execution_results'] => {
  const facts = factsOf({ event, alerts: [alert] }, tellingOptions(input));
  const ours = builtInText({ alerts: [alert] }, facts);
  const instants = { now: input.now, windowEnd: input.window.end };
  let records = alert.action_execution_results;
  for (const action of destinationsOf(input, trigger)) {
    if (event === 'error_over' && !mayHearOfEnd(input, alert, action)) continue;
    const text = inFormOf(action.message_template?.source ?? '', ours);
    queueMessage(draft, [alert], action, { text, facts }, input.window);
    const alone = { ...action, action_execution_policy: undefined };
    records = withRecord(records, sentRecord(alone, instants, recordOf(records, action.id)));
  }
  return records;
};

/** An incident that was never opened cannot be closed. */
const mayHearOfEnd = ({ follows }: StepInput, alert: Alert, action: Action): boolean => {
  const { destination_id: destinationId } = action;
  if (!follows?.(destinationId)) return true;
  return (alert.action_execution_results ?? []).some(({ told }) => told?.includes(destinationId));
};

/** One error alert, however often the error comes; after some runs in a row it is told of, once. */
export const raiseError = (
  draft: Draft,
  input: StepInput,
  { message }: RunProblem,
  trigger?: Trigger
): void => {
  const { monitor, window } = input;
  const known = draft.error(trigger?.id ?? '');
  const { notify, after = DEFAULT_ERROR_POLICY.after } =
    monitor.error_policy ?? DEFAULT_ERROR_POLICY;
  const failures = countFailure(known?.failures, after);
  const seen = { failures, last_seen: window.end };
  const alert = known
    ? known.failures === failures
      ? draft.note(known, seen)
      : draft.remember(known, seen)
    : draft.open({
        ...subjectOf(input, trigger),
        state: 'error',
        error_message: message,
        ...seen,
      });
  const current =
    alert.error_message === message ? alert : draft.touch(alert, { error_message: message });
  if (!notify || current.told || failures < after) return;
  const records = tell(draft, input, current, trigger, 'error');
  draft.touch(current, {
    told: true,
    last_notification_time: input.now,
    action_execution_results: records,
  });
};

export const clearError = (draft: Draft, input: StepInput, trigger?: Trigger): void => {
  const error = draft.error(trigger?.id ?? '');
  if (!error) return;
  const over = draft.move(error, 'completed', {}, { reason: 'The error is gone.' });
  if (error.told) tell(draft, input, over, trigger, 'error_over');
};
