import type { SavedObject, SavedObjectsType } from 'opensearch-dashboards/server';
import { parseInput } from '../../common/parse';
import { APP_IDS, DESTINATION_TYPE, MONITOR_TYPE } from '../../common/plugin';
import { monitorSchema } from '../../common/monitors/monitor';
import type { Monitor } from '../../common/monitors/monitor';
import { extractReferences, injectReferences } from '../../common/monitors/references';
import type { Reference } from '../../common/monitors/references';

/** What is stored: the monitor, its name as `title`, its destinations, and the monitors it rests on, by the names of `references`. */
export type MonitorAttributes = Omit<Monitor, 'name'> & { title: string };

export const toAttributes = (
  monitor: Monitor
): { attributes: MonitorAttributes; references: Reference[] } => {
  const { monitor: extracted, references } = extractReferences(monitor, {
    destination: DESTINATION_TYPE,
    monitor: MONITOR_TYPE,
  });
  const { name, ...rest } = extracted;
  return { attributes: { title: name, ...rest }, references };
};

/**
 * Validated on every read: whoever may write saved objects can write them raw.
 *
 * @throws WatchkeeperError `invalid_input`
 */
export const fromAttributes = (attributes: unknown, references: readonly Reference[]): Monitor => {
  const { title, ...rest } = (attributes ?? {}) as Record<string, unknown>;
  return injectReferences(parseInput(monitorSchema, { name: title, ...rest }), references);
};

export const monitorType: SavedObjectsType = {
  name: MONITOR_TYPE,
  hidden: false,
  namespaceType: 'agnostic',
  mappings: {
    dynamic: false,
    properties: {
      title: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 1024 } } },
      enabled: { type: 'boolean' },
    },
  },
  // The first version: later ones have something to start from.
  migrations: { '0.1.0': (doc) => doc },
  management: {
    importableAndExportable: true,
    defaultSearchField: 'title',
    icon: 'visGauge',
    getTitle: ({ attributes }: SavedObject) => (attributes as MonitorAttributes).title,
    getInAppUrl: ({ id }) => ({
      path: `/app/${APP_IDS.monitors}/${encodeURIComponent(id)}`,
      uiCapabilitiesPath: 'watchkeeper.show',
    }),
  },
};
