import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Config = Record<string, unknown>;

/** Variables `OPENSEARCH_WATCHKEEPER__SCHEDULER__ENABLED=false` set `opensearch_watchkeeper.scheduler.enabled`. */
const ENV_PREFIX = 'OPENSEARCH_WATCHKEEPER__';

export interface ConfigSources {
  configPath?: string;
  env?: Record<string, string | undefined>;
  overrides?: Config;
}

/** Reads the configuration as one tree: the YAML file, over it the environment, over it the overrides. */
export function readConfig({ configPath, env = {}, overrides = {} }: ConfigSources): Config {
  const file = configPath === undefined ? {} : readYaml(configPath, env);
  return [file, fromEnvironment(env), overrides].map(expandDottedKeys).reduce(merge, {});
}

function readYaml(path: string, env: Record<string, string | undefined>): Config {
  const text = readFileSync(path, 'utf8');
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (error) {
    throw new Error(`${path} is not valid YAML: ${(error as Error).message}`);
  }
  if (!isTree(value)) throw new Error(`${path} must hold keys and values.`);
  return substitute(value, env) as Config;
}

/** Puts variables of the environment in for `${NAME}`, as Dashboards does. */
function substitute(value: unknown, env: Record<string, string | undefined>): unknown {
  if (Array.isArray(value)) return value.map((item) => substitute(item, env));
  if (isTree(value)) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, substitute(v, env)]));
  }
  if (typeof value !== 'string') return value;
  return value.replace(/\$\{(\w+)\}/g, (_match, name: string) => {
    const found = env[name];
    if (found === undefined) throw new Error(`The environment has no variable ${name}.`);
    return found;
  });
}

function fromEnvironment(env: Record<string, string | undefined>): Config {
  const entries = Object.entries(env)
    .filter(([name]) => name.startsWith(ENV_PREFIX))
    .map(([name, value]) => [name.toLowerCase().replaceAll('__', '.'), parse(value ?? '')]);
  return Object.fromEntries(entries) as Config;
}

function expandDottedKeys(config: Config): Config {
  return Object.entries(config).reduce<Config>((tree, [key, value]) => {
    const inner = isTree(value) ? expandDottedKeys(value) : value;
    const branch = key.split('.').reduceRight<unknown>((below, part) => ({ [part]: below }), inner);
    return merge(tree, branch as Config);
  }, {});
}

function merge(below: Config, above: Config): Config {
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const known = merged[key];
    merged[key] = isTree(known) && isTree(value) ? merge(known, value) : value;
  }
  return merged;
}

function isTree(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part of the configuration under a path, `{}` when there is none. */
export function configAt(config: Config, path: readonly string[]): Config {
  const found = path.reduce<unknown>((tree, key) => (isTree(tree) ? tree[key] : undefined), config);
  if (found === undefined || found === null) return {};
  if (!isTree(found)) throw new Error(`The configuration at ${path.join('.')} is not a map.`);
  return found;
}
