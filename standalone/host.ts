import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Server } from '@hapi/hapi';
import type { Logger } from 'opensearch-dashboards/server';
import { openDataDir } from './config/data_dir';
import type { Config } from './config/read_config';
import { configAt, readConfig } from './config/read_config';
import type { HostOptions, RunningHost } from './host_options';
import type { HostServices } from './host_services';
import { createServices } from './host_services';
import { addBundleRoutes, buildNumberOf } from './http/bundles';
import { addPageRoutes } from './http/page';
import { createServer, listen, stopServer } from './http/server';
import { addTranslationRoute, readTranslation } from './http/translations';
import { createLogger, isLogLevel } from './logging/logger';
import { loadPlugin } from './plugin_loader/load_plugin';
import type { Manifest } from './plugin_loader/manifest';
import { readManifest } from './plugin_loader/manifest';
import { PluginRunner } from './plugin_loader/plugin_runner';
import { addStatusRoute } from './status/route';

export type { ClusterOptions, HostOptions, RunningHost, SidebarLink } from './host_options';
export { PortTakenError } from './host_options';

const DEFAULT_HOST = '127.0.0.1';
const HOST_NAME = 'watchkeeper-standalone';
const HOME_APP = 'watchkeeper_alerts';

/**
 * Starts a host for the built plugin: HTTP, saved objects, the page shell, the plugin itself. It comes
 * up with the cluster down, says so, and goes on by itself when the cluster is there.
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { port, host = DEFAULT_HOST, basePath = '', configPath, config: overrides } = options;
  const config = readConfig({ configPath, env: process.env, overrides });
  const log = options.logger ?? loggerOf(config);
  const manifest = readManifest(options.artefactDir);
  const server = await createServer({ port, host, basePath, version: manifest.version });
  const services = createServices({ server, basePath, cluster: options.cluster, log });
  let runner: PluginRunner | undefined;
  const stop = async () => {
    await runner?.stop();
    await stopServer(server);
    await services.close();
  };
  try {
    runner = addPlugin(options, { config, log, manifest, server, services });
    await runner.setup(services.core);
    await options.extend?.(server);
    await services.start();
    await runner.start(services.core);
    await listen(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return running(server, basePath, log, stop);
}

interface Parts {
  config: Config;
  log: Logger;
  manifest: Manifest;
  server: Server;
  services: HostServices;
}

/** Loads the plugin and adds the routes that serve its pages. */
function addPlugin(options: HostOptions, parts: Parts): PluginRunner {
  const { config, log, manifest, server, services } = parts;
  const { id: pluginId, version, configPath } = manifest;
  const { basePath = '', links = [] } = options;
  const artefactDir = resolve(options.artefactDir);
  const pageDir = resolve(options.pageDir ?? defaultPageDir());
  const buildNum = buildNumberOf(pageDir);
  const { instanceUuid, encryptionKey } = openDataDir(options.dataDir, log);
  const { plugin, exposedConfig } = loadPlugin({
    artefactDir,
    manifest,
    config: { encryption_key: encryptionKey, ...configAt(config, configPath) },
    version,
    buildNum,
    instanceUuid,
    log,
  });
  addBundleRoutes(server, { buildNum, pluginId, pluginDir: artefactDir, pageDir });
  const translation = readTranslation(artefactDir, configAt(config, ['i18n']).locale);
  addTranslationRoute(server, translation);
  const { locale } = translation;
  const page = { version, buildNum, basePath, pluginId, exposedConfig, links, locale };
  addPageRoutes(server, { ...page, homeApp: HOME_APP });
  const about = { name: HOST_NAME, uuid: instanceUuid, version, buildNum, pluginId };
  addStatusRoute(server, services.core.status, about);
  return new PluginRunner(pluginId, plugin, log);
}

function running(
  server: Server,
  basePath: string,
  log: Logger,
  stop: () => Promise<void>
): RunningHost {
  const port = Number(server.info.port);
  const url = `http://localhost:${port}${basePath}`;
  log.info(`http server running at ${url}`);
  let stopped: Promise<void> | undefined;
  return { url, port, stop: () => (stopped ??= stop()) };
}

/** Beside the bundled host, else in the build folder of the source tree. */
function defaultPageDir(): string {
  const beside = join(__dirname, 'page');
  return existsSync(join(beside, 'shell.js'))
    ? beside
    : join(__dirname, '../build/standalone/page');
}

function loggerOf(config: Config): Logger {
  const { level } = configAt(config, ['logging']);
  return createLogger({ level: isLogLevel(level) ? level : undefined });
}
