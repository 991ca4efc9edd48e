import type { MonitorState } from '../monitors/state';
import { NOT_OPEN } from './acknowledge';
import type { Refusal } from './acknowledge';
import type { Alert } from './alert';
import { Draft } from './draft';
import type { Commit } from './draft';

/** What an alert loses when it is not acknowledged any more. */
export const NOT_ACKNOWLEDGED: Partial<Alert> = {
  acknowledged_time: undefined,
  acknowledged_by: undefined,
  acknowledged_until: undefined,
  acknowledged_comment: undefined,
};

export interface Unacknowledgement extends Commit {
  unacknowledged: string[];
  failed: Refusal[];
}

/** Takes acknowledgements back: from the next run on, messages are sent again. */
export const unacknowledge = (
  state: MonitorState,
  ids: readonly string[],
  by: string | undefined,
  now: number
): Unacknowledgement => {
  const draft = new Draft(state, now);
  const unacknowledged: string[] = [];
  const failed: Refusal[] = [];
  for (const id of ids) {
    const alert = draft.byId(id);
    if (alert?.state !== 'acknowledged') {
      failed.push({ id, reason: alert ? 'The alert is not acknowledged.' : NOT_OPEN });
      continue;
    }
    draft.move(alert, alert.no_data ? 'no_data' : 'active', NOT_ACKNOWLEDGED, by ? { by } : {});
    unacknowledged.push(id);
  }
  return { ...draft.commit(state.window_end), unacknowledged, failed };
};
