import { alertContext } from '../alerts/alert_context';
import type { ActionRecord, Alert } from '../alerts/alert';
import type { Draft } from '../alerts/draft';
import { openAlertsOf } from '../alerts/incidents';
import { queueMessage } from '../alerts/tell';
import type { Wording } from '../alerts/tell';
import { messageOf } from '../errors';
import { factsOf } from '../notifications/facts/facts_of';
import type { Telling } from '../notifications/facts/facts_of';
import { scopeOf } from './action';
import type { Action, AlertCategory } from './action';
import { endedText, firingText, tellsOfEnds } from './action_text';
import type { Occasion } from './action_text';
import { ActionTally } from './action_tally';
import type { ActionOutcome } from './action_tally';
import { buildContext } from './context';
import type { ActionResult } from './run';
import type { Met, Stepped } from './step_groups';
import type { StepInput } from './step_input';
import { tellingOptions } from './step_message';
import {
  heldRecord,
  isOfWhole,
  isThrottledAsWhole,
  recordOf,
  sentRecord,
  throttleKey,
  throttledUntil,
  withRecord,
} from './throttle';
import type { Trigger } from './trigger';
import type { GroupContent } from './verdict';

const LISTS: Readonly<Record<AlertCategory, 'opened' | 'continued' | 'ended'>> = {
  NEW: 'opened',
  DEDUPED: 'continued',
  COMPLETED: 'ended',
};

const CONTEXT_LISTS: Readonly<Record<AlertCategory, string>> = {
  NEW: 'newAlerts',
  DEDUPED: 'dedupedAlerts',
  COMPLETED: 'completedAlerts',
};

const NO_LISTS = { newAlerts: [], dedupedAlerts: [], completedAlerts: [] };

const isEmpty = ({ opened, continued, ended }: Stepped): boolean =>
  opened.length + continued.length + ended.length === 0;

const acknowledged = ({ acknowledged_by: by }: Alert): ActionOutcome => ({
  outcome: 'held_back',
  reason: `The alert is acknowledged${by ? ` by ${by}` : ''}.`,
});

/** What one message is about. */
interface About {
  action: Action;
  ctx: Record<string, unknown>;
  alerts: readonly Alert[];
  /** They have all ended. */
  over: boolean;
}

const NOT_TOLD = 'The destination was not told of the alert, so there is nothing to close.';
const STILL_OPEN = 'Other alerts of the trigger are still open.';

const eventOf = ({ alerts, over }: About): Telling['event'] => {
  const noData = alerts.every((alert) => alert.no_data);
  if (over) return noData ? 'data_again' : 'resolved';
  return noData ? 'no_data' : 'firing';
};

/** Runs the actions of one trigger: decides what is sent and what is held back, and why. */
class ActionRunner {
  private readonly ctx: Record<string, unknown>;
  private readonly instants: { now: number; windowEnd: number };

  constructor(
    private readonly draft: Draft,
    private readonly input: StepInput,
    private readonly trigger: Trigger,
    results: readonly unknown[]
  ) {
    const { monitorId, monitor, window, now, baseUrl } = input;
    this.ctx = buildContext({ monitorId, monitor, trigger, window, results, baseUrl });
    this.instants = { now, windowEnd: window.end };
  }

  run(action: Action, stepped: Stepped): ActionResult[] {
    const tally = new ActionTally(action);
    const scope = scopeOf(action);
    if (scope.kind === 'per_execution') {
      this.perExecution(action, stepped, tally);
      return tally.results;
    }
    this.tallyAcknowledged(stepped, tally);
    for (const category of this.categoriesOf(action, scope.categories)) {
      for (const one of stepped[LISTS[category]]) {
        const result = this.each(action, category, one);
        tally.add(result, result.outcome === 'held_back' ? 'throttled' : undefined);
      }
    }
    return tally.results;
  }

  private follows({ destination_id: id }: Action): boolean {
    return this.input.follows?.(id) ?? false;
  }

  /** An incident is to be closed, whatever the author chose. */
  private categoriesOf(action: Action, chosen: readonly AlertCategory[]): readonly AlertCategory[] {
    return this.follows(action) && !chosen.includes('COMPLETED')
      ? [...chosen, 'COMPLETED']
      : chosen;
  }

  private tallyAcknowledged(stepped: Stepped, tally: ActionTally): void {
    for (const { alert } of stepped.acknowledged) tally.add(acknowledged(alert), 'acknowledged');
  }

  /** One message for all alerts of the run; none for ends alone where the action has no words for them. */
  private perExecution(action: Action, stepped: Stepped, tally: ActionTally): void {
    const going = [...stepped.opened, ...stepped.continued];
    const follows = this.follows(action);
    const ended = follows || tellsOfEnds(action, this.input.monitor) ? stepped.ended : [];
    if (going.length + ended.length === 0) this.tallyAcknowledged(stepped, tally);
    if (going.length > 0) {
      const about = this.about(action, stepped, [...going, ...ended], false);
      const result = this.throttled(action, undefined, () => this.send(about, firingText));
      tally.add(result);
      if (result.outcome !== 'held_back') return;
    }
    // The end of an alert is told of at once, however recently it was told that it goes on.
    if (ended.length === 0) return;
    const open = follows ? this.whyNotOver(action) : undefined;
    if (open !== undefined) {
      tally.add({ outcome: 'held_back', reason: open });
      return;
    }
    const about = this.about(action, { ...stepped, opened: [], continued: [] }, ended, true);
    tally.add(this.send(about, endedText));
  }

  /** An incident for all alerts of a trigger is over with the last of them. */
  private whyNotOver(action: Action): string | undefined {
    const { told = [] } = this.recordOf(action) ?? {};
    if (!told.includes(action.destination_id)) return NOT_TOLD;
    return openAlertsOf(this.draft, this.trigger.id).length > 0 ? STILL_OPEN : undefined;
  }

  private about(action: Action, stepped: Stepped, told: readonly Met[], over: boolean): About {
    const [first] = told;
    const seen = ({ alert, verdict }: Met) => this.seen(action, alert, verdict?.content);
    const ctx = {
      ...this.ctx,
      newAlerts: stepped.opened.map(seen),
      dedupedAlerts: stepped.continued.map(seen),
      completedAlerts: stepped.ended.map(seen),
      alerts: told.map(seen),
      alert: told.length === 1 ? seen(first) : null,
      throttled_count: this.recordOf(action)?.throttled_count ?? 0,
    };
    return { action, ctx, alerts: told.map(({ alert }) => alert), over };
  }

  private each(action: Action, category: AlertCategory, one: Met): ActionOutcome {
    // As it is now: an action before this one may have sent under it.
    const alert = this.draft.byId(one.alert.id) ?? one.alert;
    if (category === 'COMPLETED' && this.follows(action) && !this.wasTold(action, alert)) {
      return { outcome: 'held_back', reason: NOT_TOLD };
    }
    const seen = this.seen(action, alert, one.verdict?.content);
    const { throttled_count } = seen;
    const lists = { ...NO_LISTS, [CONTEXT_LISTS[category]]: [seen] };
    const ctx = { ...this.ctx, ...lists, alerts: [seen], alert: seen, throttled_count };
    const over = category === 'COMPLETED';
    const about = { action, ctx, alerts: [alert], over };
    if (over) return this.send(about, endedText);
    return this.throttled(action, alert, () => this.send(about, firingText));
  }

  private wasTold({ destination_id: id }: Action, alert: Alert): boolean {
    return (alert.action_execution_results ?? []).some(({ told }) => told?.includes(id));
  }

  /** An alert as templates see it. */
  private seen(action: Action, alert: Alert, content?: GroupContent): Record<string, unknown> {
    const throttledCount = this.recordOf(action, alert)?.throttled_count;
    return alertContext(alert, { content, baseUrl: this.input.baseUrl, throttledCount });
  }

  private throttled(
    action: Action,
    alert: Alert | undefined,
    send: () => ActionOutcome
  ): ActionOutcome {
    const last = this.recordOf(action, alert);
    const until = throttledUntil(action, last, this.instants);
    if (last && until !== undefined) {
      this.keepRecord(action, alert, heldRecord(last));
      const reason = `Throttled until ${new Date(until).toISOString()}.`;
      return { outcome: 'held_back', reason };
    }
    const result = send();
    if (isThrottledAsWhole(action) && result.outcome === 'queued') {
      this.keepRecord(action, undefined, sentRecord(action, this.instants, last));
    }
    return result;
  }

  private recordOf(action: Action, alert?: Alert): ActionRecord | undefined {
    return isThrottledAsWhole(action)
      ? this.draft.throttles[throttleKey(this.trigger, action)]
      : recordOf(alert?.action_execution_results, action.id);
  }

  private keepRecord(action: Action, alert: Alert | undefined, record: ActionRecord): void {
    if (isThrottledAsWhole(action)) {
      const key = throttleKey(this.trigger, action);
      this.draft.keep({ throttles: { ...this.draft.throttles, [key]: record } });
    } else if (alert) {
      this.draft.remember(alert, {
        action_execution_results: withRecord(alert.action_execution_results, record),
      });
    }
  }

  private send(about: About, wordingOf: (occasion: Occasion) => Wording): ActionOutcome {
    const { action, ctx, alerts } = about;
    const { monitor, hears, window } = this.input;
    hears?.({ triggerId: this.trigger.id, actionId: action.id, ctx });
    try {
      const facts = factsOf(this.tellingOf(about), tellingOptions(this.input));
      const wording = wordingOf({ action, monitor, ctx, alert: alerts[0], facts });
      if (wording.text.message.trim() === '') {
        return { outcome: 'error', reason: 'The message template renders to nothing.' };
      }
      const id = queueMessage(this.draft, alerts, action, wording, window);
      for (const alert of alerts) this.noteSent(action, alert);
      return { outcome: 'queued', message_id: id };
    } catch (error) {
      return { outcome: 'error', reason: `The template failed: ${messageOf(error)}` };
    }
  }

  private tellingOf(about: About): Telling {
    const { action, alerts } = about;
    const wholeOf = isOfWhole(action) ? { wholeOf: { actionId: action.id } } : {};
    return { event: eventOf(about), alerts, ...wholeOf };
  }

  /** Of an alert that has ended there is nothing more to note. */
  private noteSent(action: Action, { id }: Alert): void {
    const current = this.draft.byId(id);
    if (!current) return;
    this.draft.touch(current, {
      last_notification_time: this.instants.now,
      action_execution_results: withRecord(
        current.action_execution_results,
        sentRecord(action, this.instants, recordOf(current.action_execution_results, action.id))
      ),
    });
  }
}

/** Runs every action of a trigger over what became of its alerts. */
export const runActions = (
  draft: Draft,
  input: StepInput,
  trigger: Trigger,
  stepped: Stepped,
  results: readonly unknown[]
): ActionResult[] => {
  if (trigger.actions.length === 0) return [];
  if (isEmpty(stepped) && stepped.acknowledged.length === 0) return [];
  const runner = new ActionRunner(draft, input, trigger, results);
  return trigger.actions.flatMap((action) => runner.run(action, stepped));
};
