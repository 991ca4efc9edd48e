import { APP_IDS } from '../../common/plugin';
import type { AppId } from '../../common/plugin';

/** A page of some room: the app, and the path (with its query) within it. */
export interface AppPath {
  app: AppId;
  path: string;
}

const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();
const segment = encodeURIComponent;

/** Where the rooms' pages are, so that one room can link to another without knowing it. */
export const appPaths = {
  monitors: (): AppPath => ({ app: APP_IDS.monitors, path: '/' }),
  createMonitor: (): AppPath => ({ app: APP_IDS.monitors, path: '/create' }),
  cloneMonitor: (id: string): AppPath => ({
    app: APP_IDS.monitors,
    path: `/create?${query({ clone: id })}`,
  }),
  monitor: (id: string): AppPath => ({ app: APP_IDS.monitors, path: `/${segment(id)}` }),
  editMonitor: (id: string): AppPath => ({ app: APP_IDS.monitors, path: `/${segment(id)}/edit` }),
  alerts: (): AppPath => ({ app: APP_IDS.alerts, path: '/' }),
  alertsOfMonitor: (monitorId: string, state = 'all'): AppPath => ({
    app: APP_IDS.alerts,
    path: `/?${query({ monitor_id: monitorId, state })}`,
  }),
  alert: (id: string): AppPath => ({ app: APP_IDS.alerts, path: `/${segment(id)}` }),
  destinations: (): AppPath => ({ app: APP_IDS.destinations, path: '/' }),
  createDestination: (): AppPath => ({ app: APP_IDS.destinations, path: '/create' }),
  destination: (id: string): AppPath => ({ app: APP_IDS.destinations, path: `/${segment(id)}` }),
};
