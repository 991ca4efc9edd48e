import type { MonitorState } from '../monitors/state';
import { Draft } from './draft';
import type { Commit } from './draft';
import { closeIncidents } from './incidents';
import type { IncidentOptions } from './incidents';

/**
 * Ends every open alert of a monitor that is deleted, and marks its state as ended, also where there is nothing to
 * close: whoever still runs the monitor must lose its commit. Nothing where it has ended already.
 */
export const closeAll = (
  state: MonitorState,
  by: string | undefined,
  now: number,
  options: Omit<IncidentOptions, 'by' | 'comment'> = {}
): Commit => {
  if (state.ended !== undefined) return {};
  const draft = new Draft(state, now);
  for (const alert of draft.all()) {
    draft.move(alert, 'deleted', {}, { reason: 'The monitor was deleted.', ...(by ? { by } : {}) });
  }
  closeIncidents(draft, options);
  const { next, delta } = draft.commit(state.window_end);
  if (next && delta) return { next: { ...next, ended: now }, delta };
  const rev = state.rev + 1;
  return {
    next: { ...state, rev, pending: null, ended: now },
    delta: { rev, at: now, alerts: [], events: [], messages: [] },
  };
};
