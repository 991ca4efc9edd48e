import type { Alert } from '../alerts/alert';
import type { MessageIntent } from '../notifications/message';
import type { Action } from './action';
import { triggersOf } from './monitor';
import type { Monitor } from './monitor';
import type { PreviewedRun } from './preview';
import type { ActionResult, TriggerResult } from './run';
import type { Trigger } from './trigger';

/** Why an action has nothing to do in a run. */
export type Silence =
  /** It is not known what the trigger comes to. */
  | 'unknown'
  /** The condition failed. */
  | 'failed'
  | 'not_true'
  /** There was nothing to judge. */
  | 'no_data'
  /** True, and not yet for as long as the trigger demands. */
  | 'pending'
  /** True, and not yet in as many runs. */
  | 'not_often'
  /** The action does not send for such alerts. */
  | 'not_asked';

/** What becomes of one action in a run. */
export interface ActionOutlook {
  action: Action;
  results: readonly ActionResult[];
  messages: readonly MessageIntent[];
  /** Where there is nothing to send or to hold back. */
  silence?: Silence;
}

/** What a trigger comes to in a run. */
export interface TriggerOutlook {
  trigger: Trigger;
  /** Absent where that is not known. */
  result?: TriggerResult;
  /** Its alerts that are open after the run. */
  open: readonly Alert[];
  actions: readonly ActionOutlook[];
}

const silenceOf = (result: TriggerResult | undefined, open: readonly Alert[]): Silence => {
  if (!result) return 'unknown';
  if (result.problem) return 'failed';
  const telling = open.filter(({ state }) => state !== 'pending');
  if (telling.length > 0) return 'not_asked';
  if (open.length > 0) return 'pending';
  if (result.triggered) return 'not_often';
  return result.no_data ? 'no_data' : 'not_true';
};

/** By trigger and action: what a run that was stepped comes to. */
export const outlookOf = (monitor: Monitor, run: PreviewedRun): TriggerOutlook[] =>
  triggersOf(monitor).map((trigger) => {
    const result = run.triggers.find(({ id }) => id === trigger.id);
    const open = run.open.filter((alert) => alert.trigger_id === trigger.id);
    const actions = trigger.actions.map((action): ActionOutlook => {
      const results = (result?.actions ?? []).filter(({ id }) => id === action.id);
      const messages = run.messages.filter(
        (message) => message.trigger_id === trigger.id && message.action_id === action.id
      );
      const silence = results.length === 0 ? { silence: silenceOf(result, open) } : {};
      return { action, results, messages, ...silence };
    });
    return { trigger, ...(result ? { result } : {}), open, actions };
  });
