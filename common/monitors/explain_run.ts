import { z } from 'zod';
import type { Alert } from '../alerts/alert';
import { instantSchema } from '../time_range';
import { durationMs } from './duration';
import type { Duration } from './duration';
import { absenceAt, standingAt } from './history/past';
import type { Absence, KnownPast } from './history/past';
import { triggersOf } from './monitor';
import type { Monitor } from './monitor';
import { longestIntervalMs } from './schedule';
import type { ActionResult, GroupCounts, RunProblem, RunRow, TriggerResult, Window } from './run';

/** `GET /monitors/{id}/runs/_at` */
export const runAtQuerySchema = z.object({ instant: instantSchema });

/** One thing to say about why a monitor did or did not fire; in the order in which one would tell it. */
export type Explanation =
  /** The run that looked at the instant. */
  | { kind: 'ran'; scheduled_at: number; started_at: number; window: Window; windows?: number }
  /** It was to be looked at, and was left out. */
  | { kind: 'gap'; window: Window; missed: number; at: number }
  | { kind: 'absent'; why: Absence | 'not_yet'; before?: number; after?: number }
  | { kind: 'failed'; problem: RunProblem }
  /** A later run looked over the same time, after a failure. */
  | { kind: 'looked_again'; scheduled_at: number }
  | { kind: 'found'; hits: number; took?: number }
  | {
      kind: 'judged';
      trigger: TriggerRef;
      triggered: boolean;
      value?: string;
      measure?: number;
      groups?: GroupCounts;
      no_data?: boolean;
    }
  | { kind: 'trigger_failed'; trigger: TriggerRef; problem: RunProblem }
  /** True, but not yet for as long as the trigger demands. */
  | { kind: 'pending'; trigger: TriggerRef; since: number; lasts: Duration; alert_id: string }
  | {
      kind: 'alert';
      trigger: TriggerRef;
      standing: 'active' | 'acknowledged' | 'no_data';
      alert_id: string;
      since: number;
      by?: string;
      at?: number;
    }
  | { kind: 'sent'; action: string; count: number }
  | { kind: 'held_back'; action: string; count: number; reason: string }
  | { kind: 'action_failed'; action: string; count: number; reason: string }
  /** True, and nobody is to be told. */
  | { kind: 'no_actions'; trigger: TriggerRef }
  /** True, and none of the actions had anything to tell in this run. */
  | { kind: 'nothing_to_tell'; trigger: TriggerRef }
  /** The monitor is not any more what it was then. */
  | { kind: 'changed_since'; at: number };

export interface TriggerRef {
  id: string;
  name: string;
}

/** `waiting`: the condition is true, and has to be so for longer. */
export type RunVerdict = 'fired' | 'waiting' | 'did_not_fire' | 'unknown' | 'did_not_run';

/** What was going on at an instant. */
export interface RunAt {
  instant: number;
  verdict: RunVerdict;
  explanation: Explanation[];
  /** The run whose window covers it. */
  run?: RunRow;
}

export interface RunAtInput {
  instant: number;
  monitor: Monitor;
  /** Runs around the instant, by when they were written down: the oldest first. */
  runs: readonly RunRow[];
  /** Alerts of the monitor that were open about then. */
  alerts: readonly Alert[];
  past: KnownPast;
}

const covers = ({ window: { start, end } }: RunRow, instant: number): boolean =>
  instant >= start && instant < end;

const tellAction = ({ name, outcome, count = 1, reason = '' }: ActionResult): Explanation => {
  if (outcome === 'queued') return { kind: 'sent', action: name, count };
  const kind = outcome === 'held_back' ? 'held_back' : 'action_failed';
  return { kind, action: name, count, reason };
};

const tellStanding = (
  alert: Alert,
  trigger: TriggerRef,
  lasts: Duration | undefined,
  at: number
): Explanation[] => {
  const standing = standingAt(alert, at);
  if (standing === undefined || standing === 'error') return [];
  const { id: alertId, start_time: since, first_seen: first } = alert;
  if (standing === 'pending') {
    return lasts && durationMs(lasts) > 0
      ? [{ kind: 'pending', trigger, since: first ?? since, lasts, alert_id: alertId }]
      : [];
  }
  const seen =
    standing === 'acknowledged'
      ? { by: alert.acknowledged_by, at: alert.acknowledged_time }
      : undefined;
  return [
    {
      ...{ kind: 'alert', trigger, standing, alert_id: alertId, since },
      ...(seen?.by === undefined ? {} : { by: seen.by }),
      ...(seen?.at === undefined ? {} : { at: seen.at }),
    },
  ];
};

/** Of very many groups, some alerts are enough. */
const MOST_ALERTS_TOLD = 3;

const tellTrigger = (
  result: TriggerResult,
  { monitor, alerts }: RunAtInput,
  at: number
): Explanation[] => {
  const { id, name, triggered, value, measure, groups, no_data: noData, problem } = result;
  const trigger = { id, name };
  if (problem) return [{ kind: 'trigger_failed', trigger, problem }];
  const known = triggersOf(monitor).find((one) => one.id === id);
  const standing = alerts
    .filter((alert) => alert.trigger_id === id)
    .flatMap((alert) => tellStanding(alert, trigger, known?.for, at))
    .slice(0, MOST_ALERTS_TOLD);
  const actions = result.actions ?? [];
  const isPending = standing.some(({ kind }) => kind === 'pending');
  const silence: Explanation[] =
    !triggered || actions.length > 0 || isPending
      ? []
      : [{ kind: known?.actions.length === 0 ? 'no_actions' : 'nothing_to_tell', trigger }];
  return [
    {
      ...{ kind: 'judged', trigger, triggered },
      ...(value === undefined ? {} : { value }),
      ...(measure === undefined ? {} : { measure }),
      ...(groups ? { groups } : {}),
      ...(noData ? { no_data: true } : {}),
    },
    ...standing,
    ...actions.map(tellAction),
    ...silence,
  ];
};

const verdictOf = ({ outcome }: RunRow, told: readonly Explanation[]): RunVerdict => {
  switch (outcome) {
    case 'triggered':
      return told.some(({ kind }) => kind === 'pending') &&
        !told.some(({ kind }) => kind === 'alert')
        ? 'waiting'
        : 'fired';
    case 'not_triggered':
      return 'did_not_fire';
    case 'error':
      return 'unknown';
    case 'gap':
      return 'did_not_run';
  }
};

const tellRun = (run: RunRow, input: RunAtInput): Explanation[] => {
  const { scheduled_at, started_at, window, windows, missed = 1, hits, took, problem } = run;
  if (run.outcome === 'gap') return [{ kind: 'gap', window, missed, at: started_at }];
  const again = problem
    ? input.runs.find(
        (later) => later.started_at > started_at && !later.problem && covers(later, input.instant)
      )
    : undefined;
  // An alert that this run opened has its first instant after the run's start.
  const decided = started_at + DECIDED_WITHIN;
  return [
    { kind: 'ran', scheduled_at, started_at, window, ...(windows ? { windows } : {}) },
    ...(problem ? [{ kind: 'failed' as const, problem }] : []),
    ...(again ? [{ kind: 'looked_again' as const, scheduled_at: again.scheduled_at }] : []),
    ...(hits === undefined
      ? []
      : [{ kind: 'found' as const, hits, ...(took === undefined ? {} : { took }) }]),
    ...(run.triggers ?? []).flatMap((result) => tellTrigger(result, input, decided)),
  ];
};

/** Milliseconds in which a run has asked and committed, as a rule. */
const DECIDED_WITHIN = 1000;

const absence = ({ instant, runs, past, monitor }: RunAtInput): Explanation => {
  const before = [...runs].reverse().find(({ window }) => window.end <= instant);
  const after = runs.find(({ window }) => window.start > instant);
  const around = {
    ...(before ? { before: before.scheduled_at } : {}),
    ...(after ? { after: after.scheduled_at } : {}),
  };
  const why = absenceAt(instant, past);
  const isNewest = why === 'not_run' && !after && before !== undefined && monitor.enabled;
  const { schedule, query_delay_seconds: delay } = monitor;
  const soon = past.now - instant < 2 * longestIntervalMs(schedule, instant) + delay * 1000 + SLACK;
  return { kind: 'absent', why: isNewest && soon ? 'not_yet' : why, ...around };
};

/** Milliseconds that a run may take to be written down. */
const SLACK = 10_000;

/**
 * Why a monitor did or did not fire at an instant: by the run whose window covers it, else by what is known of the time.
 * Pure; the page turns it into sentences.
 */
export const explainRun = (input: RunAtInput): RunAt => {
  const { instant, runs, monitor } = input;
  const run = runs.find((one) => covers(one, instant));
  if (!run) return { instant, verdict: 'did_not_run', explanation: [absence(input)] };
  const changed = monitor.last_update_time ?? 0;
  const told = tellRun(run, input);
  const since: Explanation[] =
    changed > run.started_at ? [{ kind: 'changed_since', at: changed }] : [];
  return { instant, verdict: verdictOf(run, told), explanation: [...told, ...since], run };
};
