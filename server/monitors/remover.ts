import { closeAll } from '../../common/alerts/close_all';
import type { Clock } from '../clock';
import type { Authorisations } from '../storage/authorisations';
import type { Committer } from './committer';
import type { StateStore } from './state_store';

/**
 * Ends what a deleted monitor leaves behind: its open alerts end as deleted, then its state and its proof go. Safe to
 * repeat; whoever finds a state without a monitor calls it.
 */
export const createRemover =
  (committer: Committer, states: StateStore, authorisations: Authorisations, clock: Clock) =>
  async (monitorId: string, by?: string): Promise<void> => {
    for (;;) {
      const { held } = await committer.change(monitorId, (state) =>
        closeAll(state, by, clock.now())
      );
      if (!held.version || (await states.remove(monitorId, held.version))) break;
    }
    await authorisations.remove(monitorId);
  };

export type Remover = ReturnType<typeof createRemover>;
