import type { MonitorState } from '../monitors/state';
import { Draft } from './draft';
import type { Commit } from './draft';

/** Ends every open alert of a monitor that is deleted. */
export const closeAll = (state: MonitorState, by: string | undefined, now: number): Commit => {
  const draft = new Draft(state, now);
  for (const alert of draft.all()) {
    draft.move(alert, 'deleted', {}, by, 'The monitor was deleted.');
  }
  return draft.commit(state.window_end);
};
