import type { PluginInitializerContext } from 'opensearch-dashboards/server';
import type { WatchkeeperConfig } from './config';
import { WatchkeeperPlugin } from './plugin';

export { config } from './config';

export const plugin = (context: PluginInitializerContext<WatchkeeperConfig>): WatchkeeperPlugin =>
  new WatchkeeperPlugin(context);
