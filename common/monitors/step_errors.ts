import type { Alert } from '../alerts/alert';
import type { Draft } from '../alerts/draft';
import { errorOverText, errorText, inFormOf } from '../notifications/built_in_texts';
import type { BuiltInText } from '../notifications/built_in_texts';
import type { Action } from './action';
import { actionsOf } from './monitor';
import type { ErrorPolicy } from './monitor';
import type { RunProblem } from './run';
import type { StepInput } from './step_input';
import { queueMessage, subjectOf } from './step_message';
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

/** To everybody whom the trigger, or the monitor, would have told. */
const tell = (
  draft: Draft,
  input: StepInput,
  alert: Alert,
  trigger: Trigger | undefined,
  text: BuiltInText
): void => {
  for (const action of destinationsOf(input, trigger)) {
    const sent = inFormOf(action.message_template.source, text);
    queueMessage(draft, input, alert, action, [alert.id], sent);
  }
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
  tell(draft, input, current, trigger, errorText(current, input.baseUrl));
  draft.touch(current, { told: true, last_notification_time: input.now });
};

export const clearError = (draft: Draft, input: StepInput, trigger?: Trigger): void => {
  const error = draft.error(trigger?.id ?? '');
  if (!error) return;
  const over = draft.move(error, 'completed', {}, { reason: 'The error is gone.' });
  if (error.told) tell(draft, input, over, trigger, errorOverText(over, input.baseUrl));
};
