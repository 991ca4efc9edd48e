import type { Observable } from 'rxjs';
import type { CoreSetup, CoreStart } from './core';

/** Optional structured data beside a log message. */
export type LogMeta = Record<string, unknown>;

export interface Logger {
  trace(message: string, meta?: LogMeta): void;
  debug(message: string, meta?: LogMeta): void;
  info(message: string, meta?: LogMeta): void;
  warn(errorOrMessage: string | Error, meta?: LogMeta): void;
  error(errorOrMessage: string | Error, meta?: LogMeta): void;
  fatal(errorOrMessage: string | Error, meta?: LogMeta): void;
  /** A logger whose context is this one's, extended by the parts. */
  get(...childContextPaths: string[]): Logger;
}

export interface LoggerFactory {
  get(...contextParts: string[]): Logger;
}

export interface PackageInfo {
  version: string;
  branch: string;
  buildNum: number;
  buildSha: string;
  dist: boolean;
}

export interface EnvironmentMode {
  name: 'development' | 'production';
  dev: boolean;
  prod: boolean;
}

export interface PluginInitializerContext<ConfigSchema = unknown> {
  opaqueId: symbol;
  env: {
    mode: Readonly<EnvironmentMode>;
    packageInfo: Readonly<PackageInfo>;
    /** Stays the same over restarts: it is kept in the data folder of the host. */
    instanceUuid: string;
  };
  logger: LoggerFactory;
  config: {
    create<T = ConfigSchema>(): Observable<T>;
    createIfExists<T = ConfigSchema>(): Observable<T | undefined>;
    legacy: { globalConfig$: Observable<SharedGlobalConfig> };
  };
}

/**
 * What the host asks of a config schema. It is found by the flag, so a plugin may bring a validator
 * of its own. `validate` returns the value with its defaults filled in, or throws.
 */
export interface ConfigSchemaType<T> {
  readonly __isOsdConfigSchemaType: true;
  validate(value: unknown, context?: Record<string, unknown>, namespace?: string): T;
}

export interface PluginConfigDescriptor<T = unknown> {
  schema: ConfigSchemaType<T>;
  /** Never set this for a key that holds a secret: the value is printed into every page. */
  exposeToBrowser?: { [K in keyof T]?: boolean };
}

/** A plugin's server side: what the function that is exported as `plugin` returns. */
export interface Plugin<TSetup = void, TStart = void> {
  /** Has 30 s; never waits for the cluster. */
  setup(core: CoreSetup, plugins: Record<string, unknown>): TSetup | Promise<TSetup>;
  /** Has 30 s; never waits for the cluster. The host does not listen yet. */
  start(core: CoreStart, plugins: Record<string, unknown>): TStart | Promise<TStart>;
  /** Awaited without a limit: bring a deadline of your own. */
  stop?(): void | Promise<void>;
}

export type PluginInitializer<TSetup = void, TStart = void> = (
  context: PluginInitializerContext
) => Plugin<TSetup, TStart>;

/** The part of the host's own configuration that plugins may see. */
export interface SharedGlobalConfig {
  /** `index`: the alias under which saved objects are stored. */
  opensearchDashboards: { index: string };
}
