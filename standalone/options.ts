import { parseArgs } from 'node:util';
import { FLAGS } from '../scripts/setup/flags.mjs';
import type { ClusterOptions } from './host_options';

/** How the standalone host was asked to run, by flags and environment. */
export interface StandaloneOptions {
  /** Where to listen; the configuration says it unless given. */
  host?: string;
  port: number;
  dataDir: string;
  cacheDir: string;
  configPath?: string;
  /** `16` shows the pages on the React of released hosts. */
  react: '16' | '18';
  demo: boolean;
  /** Say how it is used, and do nothing else. */
  help: boolean;
  /** The user's own cluster; without it an embedded one is started. */
  cluster?: ClusterOptions;
}

/** A flag or variable that makes no sense; the message says which. */
export class UsageError extends Error {}

const DEFAULT_PORT = 5601;

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text}: this is not a port.`);
}

function clusterOf(env: NodeJS.ProcessEnv): ClusterOptions | undefined {
  const url = env.OPENSEARCH_URL?.trim();
  if (!url) return undefined;
  const wrong = url.split(',').find((node) => !/^https?:$/.test(protocolOf(node.trim())));
  if (wrong) throw new UsageError(`OPENSEARCH_URL: ${wrong} is not an http or https URL.`);
  return {
    url,
    username: env.OPENSEARCH_USERNAME || undefined,
    password: env.OPENSEARCH_PASSWORD || undefined,
    caPath: env.OPENSEARCH_CA || undefined,
  };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

function reactOf(text: string | undefined): StandaloneOptions['react'] {
  if (text === undefined || text === '18') return '18';
  if (text === '16') return '16';
  throw new UsageError(`--react ${text}: 16 or 18.`);
}

function flagsOf(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads flags and environment. On a cluster of the user's own, the demo only writes when it is asked to. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): StandaloneOptions {
  const flags = flagsOf(args);
  const cluster = clusterOf(env);
  return {
    host: flags.host,
    port: portOf(flags.port),
    dataDir: flags.data,
    cacheDir: flags.cache,
    configPath: flags.config,
    react: reactOf(flags.react),
    demo: !flags['no-demo'] && (flags.demo ?? !cluster),
    help: flags.help === true,
    cluster,
  };
}
