import { createRequire } from 'node:module';
import { join } from 'node:path';
import type {
  Logger,
  Plugin,
  PluginConfigDescriptor,
  PluginInitializerContext,
} from 'opensearch-dashboards/server';
import { of } from 'rxjs';
import { isConfigSchema } from '../http/route_validation';
import { SAVED_OBJECTS_ALIAS } from '../saved_objects/object_index';
import { provideHostModules } from './host_modules';
import type { Manifest } from './manifest';

export interface LoadOptions {
  artefactDir: string;
  manifest: Manifest;
  /** The plugin's part of the configuration, as it was written. */
  config: Record<string, unknown>;
  version: string;
  buildNum: number;
  instanceUuid: string;
  log: Logger;
}

export interface LoadedPlugin {
  plugin: Plugin<unknown, unknown>;
  /** What of the configuration the browser may know. */
  exposedConfig: Record<string, unknown>;
}

interface ServerExports {
  plugin(context: PluginInitializerContext): Plugin<unknown, unknown>;
  config?: PluginConfigDescriptor<Record<string, unknown>>;
}

/** Requires the built server side, checks its configuration and makes the plugin. */
export function loadPlugin(options: LoadOptions): LoadedPlugin {
  const { artefactDir, manifest } = options;
  provideHostModules(artefactDir);
  const requireFrom = createRequire(join(artefactDir, 'package.json'));
  const server = requireFrom('./server') as Partial<ServerExports>;
  if (typeof server.plugin !== 'function') {
    throw new Error(`Plugin "${manifest.id}" exports no function "plugin".`);
  }
  const config = validateConfig(server.config, options);
  const exposed = Object.entries(server.config?.exposeToBrowser ?? {})
    .filter(([, isExposed]) => isExposed)
    .map(([key]) => [key, config[key]]);
  return {
    plugin: server.plugin(initializerContext(options, config)),
    exposedConfig: Object.fromEntries(exposed) as Record<string, unknown>,
  };
}

function validateConfig(
  descriptor: ServerExports['config'],
  { manifest, config }: LoadOptions
): Record<string, unknown> {
  if (descriptor === undefined) return config;
  if (!isConfigSchema(descriptor.schema)) {
    throw new Error(`Plugin "${manifest.id}": its configuration has no schema.`);
  }
  return descriptor.schema.validate(config, {}, manifest.configPath.join('.'));
}

function initializerContext(
  { manifest, version, buildNum, instanceUuid, log }: LoadOptions,
  config: Record<string, unknown>
): PluginInitializerContext {
  return {
    opaqueId: Symbol(manifest.id),
    env: {
      mode: { name: 'production', dev: false, prod: true },
      packageInfo: { version, branch: 'main', buildNum, buildSha: '', dist: true },
      instanceUuid,
    },
    logger: { get: (...parts) => log.get('plugins', manifest.id, ...parts) },
    config: {
      create: <T>() => of(config as T),
      createIfExists: <T>() => of(config as T),
      legacy: { globalConfig$: of({ opensearchDashboards: { index: SAVED_OBJECTS_ALIAS } }) },
    },
  };
}
