import { randomUUID } from 'crypto';
import { WatchkeeperError } from '../../common/errors';
import type { Monitor } from '../../common/monitors/monitor';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import { demandGlobalTenant } from '../http/tenant';
import type { Caller } from '../http/types';
import type { Authorisations } from '../storage/authorisations';
import { checkMonitor } from './check_monitor';
import { checkOnCluster } from './check_on_cluster';
import type { OtherMonitors } from './kinds/prepared';
import type { MonitorRepository, SavedMonitor } from './monitor_repository';
import { prove } from './prove';
import type { Remover } from './remover';
import type { ScriptBudget } from './script_budget';
import { demandUnused } from './used_by';
import type { RestingOn } from './used_by';

/** Whose hands a save goes through. */
export interface SaveContext {
  caller: Caller;
  /** The cluster as the caller. */
  asCaller: Cluster;
  /** Saved objects as the caller. */
  repository: MonitorRepository;
}

export interface SaveDeps {
  authorisations: Authorisations;
  remove: Remover;
  clock: Clock;
  scripts: ScriptBudget;
  /** Those that a composite monitor may rest on, as they are saved now. */
  monitors: OtherMonitors;
  restingOn: RestingOn;
}

const stamp = (monitor: Monitor, before: Monitor | undefined, now: number): Monitor => ({
  ...monitor,
  last_update_time: now,
  enabled_time: !monitor.enabled ? null : before?.enabled ? (before.enabled_time ?? now) : now,
});

/** What says that a monitor cannot run as it stands, and nothing about the cluster or about us. */
const UNPROVEN = ['invalid_input', 'cluster_refused', 'forbidden', 'not_found'];

/** What came of a monitor from elsewhere. */
export interface Brought {
  saved: SavedMonitor;
  /** Why nobody can vouch for it: it is disabled, and needs to be mended and adopted. */
  unproven?: WatchkeeperError;
}

export const saveVerbs = (deps: SaveDeps) => {
  const { authorisations, remove, clock, scripts, monitors, restingOn } = deps;
  const authorise = async (id: string, monitor: Monitor, { caller, asCaller }: SaveContext) => {
    demandGlobalTenant(caller);
    checkMonitor(monitor);
    const now = clock.now();
    const proof = await prove(monitor, { cluster: asCaller, scripts, monitors, now, id });
    await checkOnCluster(asCaller, monitor, proof, scripts);
    // Before the object: a scheduler that reads it at once finds its proof.
    await authorisations.record(id, monitor, caller.name, clock.now());
  };

  const replace = (
    { id, version, monitor: before }: SavedMonitor,
    monitor: Monitor,
    { repository }: SaveContext
  ): Promise<SavedMonitor> => repository.replace(id, version, stamp(monitor, before, clock.now()));

  const demandVersion = ({ id, version, updatedAt }: SavedMonitor, wanted: string | undefined) => {
    if (wanted === undefined || wanted === version) return;
    throw new WatchkeeperError(
      'conflict',
      'Somebody else has saved this monitor meanwhile. Nothing was overwritten.',
      { id, version, updated_at: updatedAt }
    );
  };

  return {
    async create(monitor: Monitor, context: SaveContext): Promise<SavedMonitor> {
      const id = randomUUID();
      await authorise(id, monitor, context);
      return context.repository.create(id, stamp(monitor, undefined, clock.now()));
    },

    /** @throws WatchkeeperError `conflict` when the version is stale */
    async update(
      id: string,
      version: string,
      monitor: Monitor,
      context: SaveContext
    ): Promise<SavedMonitor> {
      const before = await context.repository.get(id);
      demandVersion(before, version);
      await authorise(id, monitor, context);
      return replace(before, monitor, context);
    },

    /** Enabling needs no new proof: inputs stay as they are. */
    async setEnabled(id: string, enabled: boolean, context: SaveContext): Promise<SavedMonitor> {
      demandGlobalTenant(context.caller);
      const before = await context.repository.get(id);
      if (before.monitor.enabled === enabled) return before;
      return replace(before, { ...before.monitor, enabled }, context);
    },

    /**
     * Changes what needs no new proof: inputs must stay as they are. True when there was something to change.
     *
     * @param version absent: whichever is there
     * @throws WatchkeeperError `conflict` when the version is stale
     */
    async change(
      id: string,
      version: string | undefined,
      change: (monitor: Monitor) => Monitor,
      context: SaveContext
    ): Promise<boolean> {
      demandGlobalTenant(context.caller);
      const before = await context.repository.get(id);
      demandVersion(before, version);
      const after = change(before.monitor);
      if (after === before.monitor) return false;
      await replace(before, after, context);
      return true;
    },

    /** Takes over responsibility for a monitor that came without a proof (an import, a raw write). */
    async adopt(id: string, context: SaveContext): Promise<SavedMonitor> {
      const saved = await context.repository.get(id);
      await authorise(id, saved.monitor, context);
      return saved;
    },

    /**
     * Saves a monitor that comes from elsewhere, under an id of its own choice. One that cannot run as it stands is kept
     * all the same, disabled.
     *
     * @param before what it replaces
     */
    async bring(
      monitor: Monitor,
      context: SaveContext,
      { id = randomUUID(), before }: { id?: string; before?: SavedMonitor } = {}
    ): Promise<Brought> {
      demandGlobalTenant(context.caller);
      let unproven: WatchkeeperError | undefined;
      try {
        await authorise(id, monitor, context);
      } catch (error) {
        if (!(error instanceof WatchkeeperError) || !UNPROVEN.includes(error.code)) throw error;
        unproven = error;
      }
      const kept = unproven ? { ...monitor, enabled: false } : monitor;
      const saved = before
        ? await replace(before, kept, context)
        : await context.repository.create(id, stamp(kept, undefined, clock.now()));
      return { saved, ...(unproven ? { unproven } : {}) };
    },

    /**
     * @param version absent: whichever is there
     * @throws WatchkeeperError `conflict` where composite monitors rest on it, or the version is stale
     */
    async remove(id: string, context: SaveContext, version?: string): Promise<void> {
      if (version !== undefined) demandVersion(await context.repository.get(id), version);
      demandUnused(id, await restingOn(id));
      await context.repository.remove(id);
      await remove(id, context.caller.name);
    },
  };
};

export type SaveVerbs = ReturnType<typeof saveVerbs>;
