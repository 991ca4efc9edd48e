import type { MonitorState } from '../monitors/state';
import type { Alert } from './alert';
import { Draft } from './draft';
import type { Commit } from './draft';
import { closeIncidents, tellOfAcknowledgement } from './incidents';
import type { IncidentOptions } from './incidents';

export interface Refusal {
  id: string;
  reason: string;
}

export interface Acknowledgement extends Commit {
  acknowledged: string[];
  failed: Refusal[];
}

/** What somebody says with an acknowledgement. */
export interface AcknowledgeOptions {
  comment?: string;
  /** When it ends by itself, epoch milliseconds; absent: with the alert. */
  until?: number;
}

export const NOT_OPEN = 'The alert is not open any more.';

/** Why an alert cannot be acknowledged; undefined when it can. */
const refusalOf = (alert: Alert | undefined): string | undefined => {
  switch (alert?.state) {
    case undefined:
      return NOT_OPEN;
    case 'error':
      return 'The alert is an error; it ends when the error is gone.';
    case 'acknowledged':
      return 'The alert is acknowledged already.';
    case 'pending':
      return 'The alert is pending: nothing has been sent yet that could be held back.';
    default:
      return undefined;
  }
};

const acknowledgeOne = (
  draft: Draft,
  alert: Alert,
  by: string | undefined,
  { comment, until }: AcknowledgeOptions
): void => {
  const cause = { ...(by ? { by } : {}), ...(comment ? { comment } : {}) };
  const said = {
    acknowledged_time: draft.now,
    acknowledged_by: by,
    acknowledged_comment: comment,
  };
  if (!alert.lasting) {
    draft.move(alert, 'acknowledged', { ...said, acknowledged_until: until }, cause);
    return;
  }
  // It stands for something that has happened, and stayed only until somebody saw it.
  draft.drop(draft.move(alert, 'acknowledged', { ...said, end_time: draft.now }, cause));
};

/**
 * Acknowledges open alerts: their actions are held back until they end, until the acknowledgement ends by itself, or
 * until the severity rises. One that lasts until it is acknowledged ends by it. Destinations that keep an incident hear
 * of it.
 */
export const acknowledge = (
  state: MonitorState,
  ids: readonly string[],
  by: string | undefined,
  now: number,
  options: AcknowledgeOptions & IncidentOptions = {}
): Acknowledgement => {
  const draft = new Draft(state, now);
  const acknowledged: string[] = [];
  const failed: Refusal[] = [];
  for (const id of ids) {
    const alert = draft.byId(id);
    const reason = refusalOf(alert);
    if (!alert || reason !== undefined) {
      failed.push({ id, reason: reason ?? NOT_OPEN });
      continue;
    }
    acknowledgeOne(draft, alert, by, options);
    acknowledged.push(id);
  }
  const telling = { ...options, ...(by ? { by } : {}) };
  const open = acknowledged.flatMap((id) => draft.byId(id) ?? []);
  tellOfAcknowledgement(draft, open, 'acknowledged', telling);
  closeIncidents(draft, telling);
  return { ...draft.commit(state.window_end), acknowledged, failed };
};
