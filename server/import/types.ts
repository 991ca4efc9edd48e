import type { Monitor } from '../../common/monitors/monitor';
import type { ParsedSave } from '../../common/notifications/kinds/registry';
import type { Cluster } from '../cluster/types';

/** A monitor as it is saved here. */
export interface FoundMonitor {
  id: string;
  monitor: Monitor;
}

/** What the import does to monitors and destinations, through the hands of one caller. */
export interface Hands {
  /** The cluster as the caller. */
  cluster: Cluster;
  monitors: {
    find(id: string): Promise<FoundMonitor | undefined>;
    /** Names by id; ids that are not there are left out. */
    names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
    /**
     * Saves one under this id, over the one that is there.
     *
     * @returns why it cannot run, where it cannot: it is disabled then
     */
    bring(id: string | undefined, monitor: Monitor): Promise<{ id: string; unproven?: string }>;
    /** Proves that the caller may ask what it asks. @throws WatchkeeperError why it cannot run */
    adopt(id: string): Promise<void>;
    enable(id: string): Promise<void>;
  };
  destinations: {
    names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
    create(id: string | undefined, form: ParsedSave): Promise<string>;
  };
}
