import type { HostOptions, RunningHost } from './host_options';

export type { ClusterOptions, HostOptions, RunningHost, SidebarLink } from './host_options';
export { PortTakenError } from './host_options';

/** Starts a host for the built plugin: HTTP, saved objects, the page shell, the plugin itself. */
export async function startHost(_options: HostOptions): Promise<RunningHost> {
  throw new Error('The host is not built yet.');
}
