import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configAt, readConfig } from './config/read_config';
import { openDataDir } from './config/data_dir';
import type { HostOptions, RunningHost } from './host_options';
import { addBundleRoutes, buildNumberOf } from './http/bundles';
import { addPageRoutes } from './http/page';
import { createServer, listen, stopServer } from './http/server';
import type { LogLevel } from './logging/logger';
import { createLogger, isLogLevel } from './logging/logger';
import { createServices } from './host_services';
import { loadPlugin } from './plugin_loader/load_plugin';
import { readManifest } from './plugin_loader/manifest';
import { PluginRunner } from './plugin_loader/plugin_runner';
import { addStatusRoute } from './status/route';

export type { ClusterOptions, HostOptions, RunningHost, SidebarLink } from './host_options';
export { PortTakenError } from './host_options';

const DEFAULT_HOST = '127.0.0.1';
const HOME_APP = 'watchkeeper_alerts';

/**
 * Starts a host for the built plugin: HTTP, saved objects, the page shell, the plugin itself. It comes
 * up with the cluster down, says so, and goes on by itself when the cluster is there.
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { port, host = DEFAULT_HOST, basePath = '', links = [] } = options;
  const artefactDir = resolve(options.artefactDir);
  const pageDir = resolve(options.pageDir ?? defaultPageDir());
  const { configPath, config: overrides } = options;
  const config = readConfig({ configPath, env: process.env, overrides });
  const log = options.logger ?? createLogger({ level: logLevel(configAt(config, ['logging'])) });
  const manifest = readManifest(artefactDir);
  const { version } = manifest;
  const data = openDataDir(options.dataDir, log);
  const buildNum = buildNumberOf(pageDir);
  const pluginConfig = {
    encryption_key: data.encryptionKey,
    ...configAt(config, manifest.configPath),
  };

  const server = await createServer({ port, host, basePath, version });
  const services = createServices({ server, basePath, cluster: options.cluster, log });
  const stopAll = async () => {
    await runner.stop();
    await stopServer(server);
    await services.close();
  };
  const { plugin, exposedConfig } = loadPlugin({
    artefactDir,
    manifest,
    config: pluginConfig,
    version,
    buildNum,
    instanceUuid: data.instanceUuid,
    log,
  });
  const runner = new PluginRunner(manifest.id, plugin, log);
  const pluginId = manifest.id;
  addBundleRoutes(server, { buildNum, pluginId, pluginDir: artefactDir, pageDir });
  addPageRoutes(server, {
    version,
    buildNum,
    basePath,
    pluginId,
    exposedConfig,
    links,
    homeApp: HOME_APP,
  });
  addStatusRoute(server, services.core.status, {
    name: 'watchkeeper-standalone',
    uuid: data.instanceUuid || randomUUID(),
    version,
    buildNum,
    pluginId,
  });
  try {
    await runner.setup(services.core);
    await options.extend?.(server);
    await services.start();
    await runner.start(services.core);
    await listen(server);
  } catch (error) {
    await stopAll();
    throw error;
  }
  const url = `http://${host === DEFAULT_HOST ? 'localhost' : server.info.host}:${server.info.port}${basePath}`;
  log.info(`http server running at ${url}`);
  let stopping: Promise<void> | undefined;
  return {
    url,
    port: Number(server.info.port),
    stop: () => (stopping ??= stopAll()),
  };
}

/** Beside the bundled host, else in the build folder of the source tree. */
function defaultPageDir(): string {
  const beside = join(__dirname, 'page');
  return existsSync(join(beside, 'shell.js'))
    ? beside
    : join(__dirname, '../build/standalone/page');
}

function logLevel({ level }: Record<string, unknown>): LogLevel | undefined {
  return isLogLevel(level) ? level : undefined;
}
