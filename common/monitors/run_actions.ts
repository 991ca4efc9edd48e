import { alertContext } from '../alerts/alert_context';
import type { Alert } from '../alerts/alert';
import type { Draft } from '../alerts/draft';
import { messageOf } from '../errors';
import { recoveryText } from '../notifications/built_in_texts';
import { renderAction } from '../notifications/render_action';
import { scopeOf } from './action';
import type { Action, AlertCategory } from './action';
import { ActionTally } from './action_tally';
import type { ActionOutcome } from './action_tally';
import { buildContext } from './context';
import type { ActionResult } from './run';
import type { Met, Stepped } from './step_groups';
import type { StepInput } from './step_input';
import {
  heldRecord,
  isThrottledAsWhole,
  recordOf,
  sentRecord,
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
      if (!isEmpty(stepped)) tally.add(this.once(action, stepped));
      else for (const { alert } of stepped.acknowledged) tally.add(acknowledged(alert));
      return tally.results;
    }
    for (const { alert } of stepped.acknowledged) tally.add(acknowledged(alert));
    for (const category of scope.categories) {
      for (const one of stepped[LISTS[category]]) tally.add(this.each(action, category, one));
    }
    return tally.results;
  }

  /** One message for all alerts of the run. */
  private once(action: Action, stepped: Stepped): ActionOutcome {
    const met = ({ alert, verdict }: Met) => this.seen(alert, verdict?.content);
    const lists = {
      newAlerts: stepped.opened.map(met),
      dedupedAlerts: stepped.continued.map(met),
      completedAlerts: stepped.ended.map(met),
    };
    const all = [...stepped.opened, ...stepped.continued, ...stepped.ended];
    const [first] = all;
    const alert = all.length === 1 ? met(first) : null;
    const ctx = { ...this.ctx, ...lists, alert };
    return this.throttled(action, undefined, () =>
      this.send(
        action,
        ctx,
        all.map(({ alert: { id } }) => id),
        all.map((each) => each.alert)
      )
    );
  }

  /** An alert as templates see it. */
  private seen(alert: Alert, content?: GroupContent): Record<string, unknown> {
    return alertContext(alert, { content, baseUrl: this.input.baseUrl });
  }

  private each(action: Action, category: AlertCategory, one: Met): ActionOutcome {
    // As it is now: an action before this one may have sent under it.
    const alert = this.draft.byId(one.alert.id) ?? one.alert;
    const seen = this.seen(alert, one.verdict?.content);
    const ctx = { ...this.ctx, ...NO_LISTS, [CONTEXT_LISTS[category]]: [seen], alert: seen };
    // The end of an alert is told of at once, however recently it was told that it goes on.
    if (category === 'COMPLETED') return this.recovery(action, ctx, alert);
    return this.throttled(action, alert, () => this.send(action, ctx, [alert.id], [alert]));
  }

  private recovery(action: Action, ctx: Record<string, unknown>, alert: Alert): ActionOutcome {
    const { recovery_message_template: message, recovery_subject_template: subject } = action;
    const own = message ?? (this.tellsOfEnds(action) ? action.message_template : undefined);
    if (!own) return this.queue(action, [alert.id], recoveryText(alert, this.input.baseUrl));
    const subjectTemplate = message ? subject : action.subject_template;
    const templates = {
      message_template: own,
      ...(subjectTemplate ? { subject_template: subjectTemplate } : {}),
    };
    return this.send({ ...action, ...templates }, ctx, [alert.id], []);
  }

  /** In OpenSearch Alerting only bucket-level monitors know ended alerts, and one template is for all categories. */
  private tellsOfEnds({ message_template: { source } }: Action): boolean {
    return (
      this.input.monitor.monitor_type === 'bucket_level_monitor' ||
      source.includes('completedAlerts')
    );
  }

  private throttled(
    action: Action,
    alert: Alert | undefined,
    send: () => ActionOutcome
  ): ActionOutcome {
    const whole = isThrottledAsWhole(action);
    const last = whole
      ? this.recordOfWhole(action)
      : recordOf(alert?.action_execution_results, action.id);
    const until = throttledUntil(action, last, this.instants);
    if (last && until !== undefined) {
      const held = heldRecord(last);
      if (whole) this.keepWhole(action, held);
      else if (alert)
        this.draft.remember(alert, {
          action_execution_results: withRecord(alert.action_execution_results, held),
        });
      const reason = `Throttled until ${new Date(until).toISOString()}.`;
      return { outcome: 'held_back', reason };
    }
    const result = send();
    if (whole && result.outcome === 'queued')
      this.keepWhole(action, sentRecord(action.id, this.instants));
    return result;
  }

  private keyOf(action: Action): string {
    return `${this.trigger.id}/${action.id}`;
  }

  private recordOfWhole(action: Action) {
    return this.draft.throttles[this.keyOf(action)];
  }

  private keepWhole(action: Action, record: ReturnType<typeof sentRecord>): void {
    this.draft.keep({ throttles: { ...this.draft.throttles, [this.keyOf(action)]: record } });
  }

  private send(
    action: Action,
    ctx: Record<string, unknown>,
    alertIds: string[],
    told: Alert[]
  ): ActionOutcome {
    try {
      const text = renderAction(action, ctx);
      if (text.message.trim() === '') {
        return { outcome: 'error', reason: 'The message template renders to nothing.' };
      }
      const result = this.queue(action, alertIds, text);
      for (const alert of told) this.noteSent(action, alert);
      return result;
    } catch (error) {
      return { outcome: 'error', reason: `The template failed: ${messageOf(error)}` };
    }
  }

  private noteSent(action: Action, alert: Alert): void {
    const current = this.draft.byId(alert.id);
    if (!current) return;
    this.draft.touch(current, {
      last_notification_time: this.instants.now,
      action_execution_results: withRecord(
        current.action_execution_results,
        sentRecord(action.id, this.instants)
      ),
    });
  }

  private queue(
    action: Action,
    alertIds: string[],
    { subject, message }: { subject: string; message: string }
  ): ActionOutcome {
    const { monitorId, monitor, window } = this.input;
    const id = this.draft.send({
      monitor_id: monitorId,
      monitor_name: monitor.name,
      trigger_id: this.trigger.id,
      trigger_name: this.trigger.name,
      action_id: action.id,
      action_name: action.name,
      destination_id: action.destination_id,
      alert_ids: alertIds,
      severity: this.trigger.severity,
      subject,
      message,
      period_start: window.start,
      period_end: window.end,
    });
    return { outcome: 'queued', message_id: id };
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
