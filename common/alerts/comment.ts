import type { MonitorState } from '../monitors/state';
import type { AlertEvent } from './alert';
import type { Alert } from './alert';
import { Draft } from './draft';
import type { Commit } from './draft';

export interface Commented extends Commit {
  /** Absent where the alert is not open: then there is nothing to commit. */
  event?: AlertEvent;
}

/** Writes a comment under an open alert, as a commit on its monitor's state: no run can lose it. */
export const commentOnOpen = (
  state: MonitorState,
  id: string,
  comment: string,
  by: string | undefined,
  now: number
): Commented => {
  const draft = new Draft(state, now);
  const alert = draft.byId(id);
  if (!alert) return {};
  draft.comment(alert, comment, by);
  const commit = draft.commit(state.window_end);
  return { ...commit, event: commit.delta?.events[0] };
};

/** A comment under an alert that has ended: no state knows it any more. */
export const commentOnEnded = (
  alert: Alert,
  comment: string,
  by: string | undefined,
  now: number,
  /** Unique among the comments on this alert. */
  nonce: string
): AlertEvent => ({
  id: `${alert.id}.c.${nonce}`,
  alert_id: alert.id,
  monitor_id: alert.monitor_id,
  trigger_id: alert.trigger_id,
  at: now,
  from: alert.state,
  to: alert.state,
  ...(by ? { by } : {}),
  comment,
  rev: alert.rev,
});
