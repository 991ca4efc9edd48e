import type { Alert } from '../alerts/alert';
import { Draft } from '../alerts/draft';
import type { Commit } from '../alerts/draft';
import { renderAction } from '../notifications/render_action';
import { messageOf } from '../errors';
import { buildContext } from './context';
import type { Action, Monitor, QueryLevelTrigger } from './monitor';
import { triggersOf } from './monitor';
import type { ActionResult, RunProblem, TriggerResult, Window } from './run';
import type { MonitorState } from './state';
import { afterSending, throttledUntil } from './throttle';

/** What the condition of one trigger came to. */
export type Verdict =
  | { triggerId: string; kind: 'value'; triggered: boolean; value: string }
  | { triggerId: string; kind: 'problem'; problem: RunProblem };

/** What a run found out. */
export type Finding =
  | { kind: 'answer'; response: unknown; verdicts: Verdict[] }
  /** The query itself failed: nothing is known about any trigger. */
  | { kind: 'problem'; problem: RunProblem };

export interface StepInput {
  monitorId: string;
  monitor: Monitor;
  state: MonitorState;
  window: Window;
  finding: Finding;
  /** The instant of the commit, epoch milliseconds. */
  now: number;
}

export interface Step extends Commit {
  triggers: TriggerResult[];
}

const isErrorOf = (triggerId: string) => (alert: Alert) =>
  alert.trigger_id === triggerId && alert.state === 'error';

const isAlertOf = (triggerId: string) => (alert: Alert) =>
  alert.trigger_id === triggerId && alert.state !== 'error';

/** One error alert, however often the error comes; a new reason is written into it. */
const raiseError = (
  draft: Draft,
  { monitorId, monitor, window }: StepInput,
  problem: RunProblem,
  trigger?: QueryLevelTrigger
): void => {
  const known = draft.find(isErrorOf(trigger?.id ?? ''));
  if (known) {
    if (known.error_message !== problem.message) {
      draft.touch(known, { error_message: problem.message, last_seen: window.end });
    }
    return;
  }
  draft.open({
    monitor_id: monitorId,
    monitor_name: monitor.name,
    trigger_id: trigger?.id ?? '',
    trigger_name: trigger?.name ?? '',
    severity: trigger?.severity ?? '1',
    state: 'error',
    error_message: problem.message,
    last_seen: window.end,
  });
};

const clearError = (draft: Draft, triggerId: string): void => {
  const error = draft.find(isErrorOf(triggerId));
  if (error) draft.move(error, 'completed', {}, undefined, 'The error is gone.');
};

const runAction = (
  draft: Draft,
  { monitorId, monitor, window, now }: StepInput,
  trigger: QueryLevelTrigger,
  alert: Alert,
  action: Action,
  ctx: Record<string, unknown>
): ActionResult => {
  const result = { id: action.id, name: action.name, destination_id: action.destination_id };
  if (alert.state === 'acknowledged') {
    const by = alert.acknowledged_by ? ` by ${alert.acknowledged_by}` : '';
    return { ...result, outcome: 'held_back', reason: `The alert is acknowledged${by}.` };
  }
  const until = throttledUntil(action, alert, now);
  if (until !== undefined) {
    const instant = new Date(until).toISOString();
    return { ...result, outcome: 'held_back', reason: `Throttled until ${instant}.` };
  }
  try {
    const { subject, message } = renderAction(action, ctx);
    if (message.trim() === '') {
      return { ...result, outcome: 'error', reason: 'The message template renders to nothing.' };
    }
    const id = draft.send({
      monitor_id: monitorId,
      monitor_name: monitor.name,
      trigger_id: trigger.id,
      trigger_name: trigger.name,
      action_id: action.id,
      action_name: action.name,
      destination_id: action.destination_id,
      alert_ids: [alert.id],
      severity: trigger.severity,
      subject,
      message,
      period_start: window.start,
      period_end: window.end,
    });
    return { ...result, outcome: 'queued', message_id: id };
  } catch (error) {
    return { ...result, outcome: 'error', reason: `The template failed: ${messageOf(error)}` };
  }
};

/** The condition is true: the alert opens or goes on, and its actions run (on every true run, as in OpenSearch). */
const fire = (
  draft: Draft,
  input: StepInput,
  trigger: QueryLevelTrigger,
  response: unknown
): ActionResult[] => {
  const { monitorId, monitor, window, now } = input;
  const open =
    draft.find(isAlertOf(trigger.id)) ??
    draft.open({
      monitor_id: monitorId,
      monitor_name: monitor.name,
      trigger_id: trigger.id,
      trigger_name: trigger.name,
      severity: trigger.severity,
      state: 'active',
      last_seen: window.end,
    });
  const ctx = buildContext({ monitorId, monitor, trigger, window, response, alert: open });
  const results = trigger.actions.map((action) =>
    runAction(draft, input, trigger, open, action, ctx)
  );
  const sent = results.filter(({ outcome }) => outcome === 'queued').map(({ id }) => id);
  if (sent.length > 0) {
    draft.touch(open, {
      last_notification_time: now,
      last_seen: window.end,
      action_execution_results: afterSending(open, sent, now),
    });
  }
  return results;
};

const stepTrigger = (
  draft: Draft,
  input: StepInput,
  trigger: QueryLevelTrigger,
  verdict: Verdict,
  response: unknown
): TriggerResult => {
  const result = { id: trigger.id, name: trigger.name };
  if (verdict.kind === 'problem') {
    raiseError(draft, input, verdict.problem, trigger);
    return { ...result, triggered: false, problem: verdict.problem };
  }
  clearError(draft, trigger.id);
  const { triggered, value } = verdict;
  if (triggered) {
    return { ...result, triggered, value, actions: fire(draft, input, trigger, response) };
  }
  const open = draft.find(isAlertOf(trigger.id));
  if (open) draft.move(open, 'completed', { last_seen: input.window.end });
  return { ...result, triggered, value };
};

/** Alerts of triggers that the monitor no longer has. */
const dropOrphans = (draft: Draft, monitor: Monitor): void => {
  const kept = new Set(['', ...triggersOf(monitor).map(({ id }) => id)]);
  for (const alert of draft.all()) {
    if (!kept.has(alert.trigger_id)) {
      draft.move(alert, 'deleted', {}, undefined, 'The trigger was deleted.');
    }
  }
};

/**
 * Steps a monitor's state by what one run found. Pure: the same input gives the same commit, so it can be repeated after
 * a lost compare-and-swap. An error is never the condition being true, and never the condition being false either.
 */
export const stepMonitor = (input: StepInput): Step => {
  const { monitor, state, finding, window, now } = input;
  const draft = new Draft(state, now);
  dropOrphans(draft, monitor);
  if (finding.kind === 'problem') {
    raiseError(draft, input, finding.problem);
    return { ...draft.commit(window.end), triggers: [] };
  }
  clearError(draft, '');
  const byId = new Map(finding.verdicts.map((verdict) => [verdict.triggerId, verdict]));
  const triggers = triggersOf(monitor).flatMap((trigger) => {
    const verdict = byId.get(trigger.id);
    return verdict ? [stepTrigger(draft, input, trigger, verdict, finding.response)] : [];
  });
  return { ...draft.commit(window.end), triggers };
};
