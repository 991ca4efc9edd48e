import type { Server } from '@hapi/hapi';
import type { Logger } from 'opensearch-dashboards/server';

/** The cluster behind the host. */
export interface ClusterOptions {
  /** Such as `http://localhost:9201`. Several nodes are separated by commas. */
  url: string;
  username?: string;
  password?: string;
  /** Path of a PEM file with the authorities to trust. */
  caPath?: string;
}

/** A link of the sidebar to a page that is no app of the plugin. */
export interface SidebarLink {
  id: string;
  title: string;
  /** Root-relative, without the base path. */
  href: string;
  /** Heading that it stands under. */
  category: string;
}

export interface HostOptions {
  /** 0 takes any free port. A taken one rejects with {@link PortTakenError}. */
  port: number;
  /** Goes before the configuration's `host` (default `127.0.0.1`). Beyond loopback a login is demanded. */
  host?: string;
  /** `/prefix` that all paths stand under; none unless given. */
  basePath?: string;
  cluster: ClusterOptions;
  /** A YAML file like `opensearch_dashboards.yml`; its keys yield to those of `config`. */
  configPath?: string;
  /** Configuration, nested or with dotted keys: `{ 'opensearch_watchkeeper.scheduler.enabled': false }`. */
  config?: Record<string, unknown>;
  /** Holds the instance id and the key file; made when missing. */
  dataDir: string;
  /** The unpacked plugin: the folder that holds `opensearch_dashboards.json`. */
  artefactDir: string;
  /** The built page shell; `build/standalone/page` beside the bundled host unless given. */
  pageDir?: string;
  logger?: Logger;
  /** Milliseconds that never go back, for the login's sessions and limits; the machine's unless given. */
  monotonic?: () => number;
  /** Further entries of the sidebar. */
  links?: SidebarLink[];
  /**
   * Adds routes of the caller's own before the host listens. A route that is to be written to
   * without the `osd-xsrf` header says so: `options: { app: { xsrfRequired: false } }`.
   */
  extend?(server: Server): void | Promise<void>;
}

export interface RunningHost {
  /** Where to point a browser, such as `http://localhost:5601`. */
  url: string;
  port: number;
  /** What a part of the host sends along to be let in as such. */
  ownHeaders: Record<string, string>;
  /** Stops the plugin (which drains), then the server and the clients. Safe to call twice. */
  stop(): Promise<void>;
}

/** Somebody listens on the port already. */
export class PortTakenError extends Error {
  constructor(readonly port: number) {
    super(`Port ${port} is taken by another process. Choose another one with --port.`);
    this.name = 'PortTakenError';
  }
}
