import { closeAll } from '../../common/alerts/close_all';
import type { Clock } from '../clock';
import type { IncidentsOf } from './incidents_of';
import type { Committer } from './committer';
import type { StateStore } from './state_store';

/**
 * Ends what a deleted monitor leaves behind: its open alerts end as deleted, its state is marked as ended, and its proof
 * and its pings go. The mark is what a run that is still under way loses its commit against, on whichever instance; the owner of the
 * partition sweeps it away later. Safe to repeat; whoever finds a state without a monitor calls it.
 */
export const createRemover = (
  committer: Committer,
  states: StateStore,
  leftBehind: ReadonlyArray<{ remove(monitorId: string): Promise<void> }>,
  clock: Clock,
  incidentsOf: IncidentsOf = () => Promise.resolve({})
) => {
  /** Whatever an unreadable state held cannot be ended; leaving it would keep the monitor from ever coming back. */
  const dropUnreadable = async (monitorId: string): Promise<void> => {
    for (;;) {
      const read = (await states.getMany([monitorId])).get(monitorId);
      if (read?.kind !== 'unreadable' || (await states.remove(monitorId, read.version))) return;
    }
  };

  return async (monitorId: string, by?: string): Promise<void> => {
    await dropUnreadable(monitorId);
    const incidents = await incidentsOf(monitorId);
    await committer.change(monitorId, (state) => closeAll(state, by, clock.now(), incidents));
    for (const store of leftBehind) await store.remove(monitorId);
  };
};

export type Remover = ReturnType<typeof createRemover>;
