import type { MonitorState } from '../monitors/state';
import type { Alert } from './alert';
import { Draft } from './draft';
import type { Commit } from './draft';

export interface Acknowledgement extends Commit {
  acknowledged: string[];
  failed: Array<{ id: string; reason: string }>;
}

/** Why an alert cannot be acknowledged; undefined when it can. */
const refusalOf = (alert: Alert | undefined): string | undefined => {
  if (!alert) return 'The alert is not open any more.';
  if (alert.state === 'error') return 'The alert is an error; it ends when the error is gone.';
  if (alert.state === 'acknowledged') return 'The alert is acknowledged already.';
  return undefined;
};

/** Acknowledges open alerts: their actions are held back until they end. */
export const acknowledge = (
  state: MonitorState,
  ids: string[],
  by: string | undefined,
  now: number
): Acknowledgement => {
  const draft = new Draft(state, now);
  const acknowledged: string[] = [];
  const failed: Acknowledgement['failed'] = [];
  for (const id of ids) {
    const alert = draft.byId(id);
    const reason = refusalOf(alert);
    if (!alert || reason !== undefined) {
      failed.push({ id, reason: reason ?? '' });
      continue;
    }
    const change = { acknowledged_time: now, ...(by ? { acknowledged_by: by } : {}) };
    draft.move(alert, 'acknowledged', change, by ? { by } : {});
    acknowledged.push(id);
  }
  return { ...draft.commit(state.window_end), acknowledged, failed };
};
