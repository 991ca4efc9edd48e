import type { MonitorState } from '../monitors/state';
import { NOT_OPEN } from './acknowledge';
import type { Refusal } from './acknowledge';
import type { Alert } from './alert';
import { Draft } from './draft';
import type { Commit } from './draft';
import { tellOfAcknowledgement } from './incidents';
import type { IncidentOptions } from './incidents';

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

/**
 * Takes acknowledgements back: from the next run on, messages are sent again. Destinations that keep an incident hear of
 * it at once.
 */
export const unacknowledge = (
  state: MonitorState,
  ids: readonly string[],
  by: string | undefined,
  now: number,
  options: Omit<IncidentOptions, 'by' | 'comment'> = {}
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
  const open = unacknowledged.flatMap((id) => draft.byId(id) ?? []);
  tellOfAcknowledgement(draft, open, 'firing', options);
  return { ...draft.commit(state.window_end), unacknowledged, failed };
};
