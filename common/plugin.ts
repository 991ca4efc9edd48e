/** Names that both sides of the plugin must agree on. */
export const PLUGIN_ID = 'watchkeeper';
export const PLUGIN_NAME = 'Watchkeeper';

/** Every route of the plugin lives under this path. */
export const API_BASE = '/api/watchkeeper';

/** One sidebar app per room. */
export const APP_IDS = {
  overview: 'watchkeeper_overview',
  alerts: 'watchkeeper_alerts',
  monitors: 'watchkeeper_monitors',
  destinations: 'watchkeeper_destinations',
  lifecycle: 'watchkeeper_lifecycle',
  indices: 'watchkeeper_indices',
} as const;

export type AppId = (typeof APP_IDS)[keyof typeof APP_IDS];

export const MONITOR_TYPE = 'watchkeeper-monitor';
export const DESTINATION_TYPE = 'watchkeeper-destination';
export const TEMPLATE_TYPE = 'watchkeeper-template';
