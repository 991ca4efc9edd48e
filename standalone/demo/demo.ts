import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from '@hapi/hapi';
import type { ClusterOptions, SidebarLink } from '../host_options';
import { INBOX_PATH } from './inbox_html';
import { RECEIVE_PATH, addInbox } from './inbox_routes';
import { openInbox } from './inbox_store';
import { pluginApi } from './plugin_api';
import { clientOf } from './search_cluster';
import { seed } from './seed';
import { startWorkload } from './workload';
import type { Workload } from './workload';

export interface DemoOptions {
  dataDir: string;
  cluster: ClusterOptions;
  /** The host's port: the inbox is a page of the host. */
  port: number;
  warn(message: string): void;
}

/** Logs, a place that messages arrive at, and a monitor between them. */
export interface Demo {
  links: SidebarLink[];
  /** What the plugin's outbound guard has to let through: exactly the inbox. */
  allow: string[];
  inboxPath: string;
  /** For `startHost`. */
  extend(server: Server): void;
  /** Begins to write logs, and creates the destination and the monitor on the first start. */
  start(host: { url: string; ownHeaders?: Record<string, string> }): Promise<void>;
  stop(): Promise<void>;
}

const INBOX_LINK: SidebarLink = {
  id: 'demo_inbox',
  title: 'Demo inbox',
  href: INBOX_PATH,
  category: 'Demo',
};

const APP_LINKS: SidebarLink[] = [
  ['watchkeeper_alerts', 'Alerts'],
  ['watchkeeper_monitors', 'Monitors'],
  ['watchkeeper_destinations', 'Destinations'],
].map(([id, title]) => ({ id, title, href: `/app/${id}`, category: 'Watchkeeper' }));

export function createDemo({ dataDir, cluster, port, warn }: DemoOptions): Demo {
  const folder = join(dataDir, 'demo');
  mkdirSync(folder, { recursive: true });
  const inbox = openInbox(join(folder, 'inbox.json'));
  const client = clientOf(cluster);
  let workload: Workload | undefined;
  return {
    links: [INBOX_LINK],
    allow: [`127.0.0.1:${port}`],
    inboxPath: INBOX_PATH,
    extend: (server) => addInbox(server, inbox, [...APP_LINKS, INBOX_LINK], ''),
    start: async ({ url, ownHeaders }) => {
      const { body } = await client.info();
      workload = await startWorkload(client, warn);
      const inboxUrl = `http://127.0.0.1:${port}${RECEIVE_PATH}`;
      await seed(
        pluginApi(url, ownHeaders),
        join(folder, 'seeded.json'),
        body.cluster_uuid,
        inboxUrl
      );
    },
    stop: async () => {
      await workload?.stop();
      await inbox.flush();
      await client.close();
    },
  };
}
