import type { SavedObject, SavedObjectsRepositoryContract } from 'opensearch-dashboards/server';
import type { Monitor } from '../../common/monitors/monitor';
import { MONITOR_TYPE } from '../../common/plugin';
import { fromAttributes, toAttributes } from '../storage/monitor_type';

export interface SavedMonitor {
  id: string;
  version: string;
  /** ISO 8601. */
  updatedAt: string;
  monitor: Monitor;
}

const toSaved = ({
  id,
  version,
  updated_at,
  attributes,
  references,
}: SavedObject): SavedMonitor => ({
  id,
  version: version ?? '',
  updatedAt: updated_at ?? '',
  monitor: fromAttributes(attributes, references ?? []),
});

/** Monitors as saved objects, through the hands of one user. Errors are the client's own. */
export const monitorRepository = (client: SavedObjectsRepositoryContract) => ({
  async get(id: string): Promise<SavedMonitor> {
    return toSaved(await client.get(MONITOR_TYPE, id));
  },

  async create(id: string, monitor: Monitor): Promise<SavedMonitor> {
    const { attributes, references } = toAttributes(monitor);
    return toSaved(await client.create(MONITOR_TYPE, attributes, { id, references }));
  },

  /** Replaces the whole. A stale version is a 409. */
  async replace(id: string, version: string, monitor: Monitor): Promise<SavedMonitor> {
    const { attributes, references } = toAttributes(monitor);
    const options = { id, version, references, overwrite: true };
    return toSaved(await client.create(MONITOR_TYPE, attributes, options));
  },

  async remove(id: string): Promise<void> {
    await client.delete(MONITOR_TYPE, id);
  },
});

export type MonitorRepository = ReturnType<typeof monitorRepository>;
