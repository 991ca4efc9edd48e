import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Server } from '@hapi/hapi';
import type { Logger } from 'opensearch-dashboards/server';
import type { Access } from './auth/access_config';
import { isLoopback, readAccess } from './auth/access_config';
import type { Login } from './auth/login';
import { addLogin } from './auth/login';
import type { DataDir } from './config/data_dir';
import { openDataDir } from './config/data_dir';
import type { Config } from './config/read_config';
import { configAt, readConfig } from './config/read_config';
import type { HostOptions, RunningHost } from './host_options';
import type { HostServices } from './host_services';
import { createServices } from './host_services';
import { addBundleRoutes, buildNumberOf } from './http/bundles';
import { addPageRoutes } from './http/page';
import { createServer, listen, stopServer } from './http/server';
import { readTls } from './http/tls';
import { addTranslationRoute, readTranslation } from './http/translations';
import { createLogger, isLogLevel } from './logging/logger';
import { clientOptions } from './opensearch/client';
import { loadPlugin } from './plugin_loader/load_plugin';
import type { Manifest } from './plugin_loader/manifest';
import { readManifest } from './plugin_loader/manifest';
import { PluginRunner } from './plugin_loader/plugin_runner';
import { addStatusRoute } from './status/route';

export type { ClusterOptions, HostOptions, RunningHost, SidebarLink } from './host_options';
export { PortTakenError } from './host_options';

const HOST_NAME = 'watchkeeper-standalone';
const HOME_APP = 'watchkeeper_alerts';

/**
 * Starts a host for the built plugin: HTTP, saved objects, the page shell, the plugin itself. It comes
 * up with the cluster down, says so, and goes on by itself when the cluster is there.
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { port, basePath = '', cluster, configPath, config: overrides } = options;
  const config = readConfig({ configPath, env: process.env, overrides });
  const log = options.logger ?? loggerOf(config);
  const manifest = readManifest(options.artefactDir);
  const access = readAccess(config, options.host);
  const { version } = manifest;
  const tls = access.tls && readTls(access.tls, log);
  const demandsLogin = access.login !== undefined;
  const dataDir = openDataDir(options.dataDir, log);
  const server = await createServer({
    ...{ port, host: access.host, basePath, version, demandsLogin },
    ...(tls ? { tls } : {}),
  });
  const login = await loginOf(server, access, options, dataDir, log);
  const services = createServices({ server, basePath, cluster, log, demandsLogin });
  let runner: PluginRunner | undefined;
  const stop = async () => {
    await runner?.stop();
    await stopServer(server);
    await services.close();
    await login?.close();
  };
  try {
    runner = addPlugin(options, { config, log, manifest, server, services, dataDir, demandsLogin });
    await runner.setup(services.core);
    await options.extend?.(server);
    await services.start();
    await runner.start(services.core);
    await listen(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...running(server, access, basePath, log, stop), ownHeaders: login?.ownHeaders ?? {} };
}

async function loginOf(
  server: Server,
  { login, tls, host }: Access,
  { basePath = '', cluster, monotonic }: HostOptions,
  { instanceUuid }: DataDir,
  log: Logger
): Promise<Login | undefined> {
  if (login === undefined) return undefined;
  if (tls === undefined && !login.secureCookie && !isLoopback(host)) {
    log.warn(
      'Passwords reach this host unencrypted: set tls.cert and tls.key, or put a proxy with TLS before it.'
    );
  }
  return addLogin(server, {
    ...{ config: login, cluster: clientOptions(cluster), basePath, instanceUuid },
    log: log.get('login'),
    ...(monotonic ? { now: monotonic } : {}),
  });
}

interface Parts {
  config: Config;
  log: Logger;
  manifest: Manifest;
  server: Server;
  services: HostServices;
  dataDir: DataDir;
  demandsLogin: boolean;
}

/** Loads the plugin and adds the routes that serve its pages. */
function addPlugin(options: HostOptions, parts: Parts): PluginRunner {
  const { config, log, manifest, server, services, demandsLogin } = parts;
  const { id: pluginId, version, configPath } = manifest;
  const { basePath = '', links = [] } = options;
  const artefactDir = resolve(options.artefactDir);
  const pageDir = resolve(options.pageDir ?? defaultPageDir());
  const buildNum = buildNumberOf(pageDir);
  const { instanceUuid, encryptionKey } = parts.dataDir;
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
  addPageRoutes(server, { ...page, homeApp: HOME_APP, demandsLogin });
  const about = { name: HOST_NAME, uuid: instanceUuid, version, buildNum, pluginId };
  addStatusRoute(server, services.core.status, about);
  return new PluginRunner(pluginId, plugin, log);
}

function running(
  server: Server,
  { host, tls }: Access,
  basePath: string,
  log: Logger,
  stop: () => Promise<void>
): Omit<RunningHost, 'ownHeaders'> {
  const port = Number(server.info.port);
  const url = `${tls ? 'https' : 'http'}://${nameOf(host)}:${port}${basePath}`;
  log.info(`http server running at ${url}`);
  let stopped: Promise<void> | undefined;
  return { url, port, stop: () => (stopped ??= stop()) };
}

/** What to call the host by, on this machine. */
function nameOf(host: string): string {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
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
