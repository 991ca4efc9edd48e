import { closeAll } from '../../common/alerts/close_all';
import type { Clock } from '../clock';
import type { DocVersion } from '../cluster/types';
import type { Authorisations } from '../storage/authorisations';
import type { Committer } from './committer';
import type { StateStore } from './state_store';

/**
 * Ends what a deleted monitor leaves behind: its open alerts end as deleted, then its state and its proof go. Safe to
 * repeat; whoever finds a state without a monitor calls it.
 */
export const createRemover = (
  committer: Committer,
  states: StateStore,
  authorisations: Authorisations,
  clock: Clock
) => {
  /** The version of the state to remove; undefined when there is none. */
  const close = async (monitorId: string, by?: string): Promise<DocVersion | undefined> => {
    const read = (await states.getMany([monitorId])).get(monitorId);
    // Whatever it held cannot be ended; leaving it would keep the monitor from ever coming back.
    if (read?.kind === 'unreadable') return read.version;
    const { held } = await committer.change(monitorId, (state) => closeAll(state, by, clock.now()));
    return held.version;
  };

  return async (monitorId: string, by?: string): Promise<void> => {
    for (;;) {
      const version = await close(monitorId, by);
      if (!version || (await states.remove(monitorId, version))) break;
    }
    await authorisations.remove(monitorId);
  };
};

export type Remover = ReturnType<typeof createRemover>;
