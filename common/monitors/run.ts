/** The window of a run, epoch milliseconds; start inclusive, end as the query's author takes it. */
export interface Window {
  start: number;
  end: number;
}

export type RunOutcome =
  /** No trigger's condition was true. */
  | 'not_triggered'
  | 'triggered'
  /** The query, a condition or a template failed: neither true nor false. */
  | 'error'
  /** Windows that were missed and are not replayed. */
  | 'gap';

export interface RunProblem {
  code: string;
  message: string;
}

/** What a run made of one trigger. */
export interface TriggerResult {
  id: string;
  name: string;
  /** The value of the condition as text, for example `true`. */
  value?: string;
  triggered: boolean;
  /** The number that the condition looked at; of several groups the worst. */
  measure?: number;
  problem?: RunProblem;
  /** What became of its actions in this run. */
  actions?: ActionResult[];
  /** Of a trigger that judges groups: how many there were, and what became of them. */
  groups?: GroupCounts;
  /** There was nothing to judge. */
  no_data?: boolean;
}

export interface GroupCounts {
  judged: number;
  triggered: number;
  opened: number;
  ended: number;
  /** Groups that could not be looked at, with the reason. */
  left_out?: { count: number; reason: string };
}

export interface ActionResult {
  id: string;
  name: string;
  destination_id: string;
  /** Queued messages go on in the outbox under `message_id`. */
  outcome: 'queued' | 'held_back' | 'error';
  message_id?: string;
  /** Why it was held back, or what failed. */
  reason?: string;
  /** How many alerts that is true of, where there is more than one; then `message_id` is of the first. */
  count?: number;
}

/** One run of one monitor: a row of a tick block. Compact, because an idle monitor writes nothing else. */
export interface RunRow {
  monitor_id: string;
  /** The instant that the schedule gave, epoch milliseconds. */
  scheduled_at: number;
  started_at: number;
  window: Window;
  /** Milliseconds that the cluster took; absent when it did not answer. */
  took?: number;
  /** The true count; absent on an error. */
  hits?: number;
  outcome: RunOutcome;
  problem?: RunProblem;
  triggers?: TriggerResult[];
  /** The revision of the monitor's state that this run committed, if it changed anything. */
  rev?: number;
  /** How many scheduled windows were caught up in this one run, where more than one. */
  windows?: number;
  /** In a `gap` row: how many windows were left out. */
  missed?: number;
}
