import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Logger } from 'opensearch-dashboards/server';
import { USAGE } from '../scripts/setup/flags.mjs';
import { printPasswordHash } from '../scripts/setup/password_hash.mjs';
import { createSteps } from '../scripts/setup/steps.mjs';
import type { Steps } from '../scripts/setup/steps.mjs';
import { readAccess } from './auth/access_config';
import { NoUsersError } from './auth/login';
import { ClusterError, isPortFree, startCluster } from './cluster';
import type { EmbeddedCluster } from './cluster';
import { ConfigError } from './config/config_error';
import { configAt, readConfig } from './config/read_config';
import { createDemo } from './demo/demo';
import type { Demo } from './demo/demo';
import { PortTakenError, startHost } from './host';
import type { ClusterOptions, RunningHost } from './host_options';
import { openLogFile } from './log_file';
import type { LogFile } from './log_file';
import { UsageError, readOptions } from './options';
import type { StandaloneOptions } from './options';

/** What runs, in the order in which it was started. */
interface Running {
  cluster?: EmbeddedCluster;
  demo?: Demo;
  host?: RunningHost;
}

const ALLOW = ['opensearch_watchkeeper', 'outbound', 'allow'];

/** Port 0 means any, but the demo has to know it before the host listens. */
function anyPort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

async function clusterFor(
  options: StandaloneOptions,
  running: Running,
  steps: Steps
): Promise<ClusterOptions> {
  if (options.cluster) return options.cluster;
  const { dataDir, cacheDir } = options;
  const cluster = await steps.run('Cluster', async (progress) => {
    const started = await startCluster({ dataDir, cacheDir, onProgress: progress });
    progress(`${started.label} answers at ${started.url}`);
    return started;
  });
  running.cluster = cluster;
  return { url: cluster.url };
}

/** The user's own list of allowed addresses, and the demo's inbox. */
function demoConfig(options: StandaloneOptions, demo: Demo): Record<string, unknown> {
  const config = readConfig({ configPath: options.configPath, env: process.env });
  const own = configAt(config, ALLOW);
  return { [ALLOW.join('.')]: [...(Array.isArray(own) ? own : []), ...demo.allow] };
}

/** The inbox is a page of the host, which the messages reach at 127.0.0.1 by plain HTTP. */
function canShowDemo({ configPath, host }: StandaloneOptions, log: Logger): boolean {
  const config = readConfig({ configPath, env: process.env });
  const access = readAccess(config, host);
  const isReachable = ['127.0.0.1', 'localhost', '0.0.0.0', '::'].includes(access.host);
  if (isReachable && access.tls === undefined) return true;
  log.warn(
    'The demo is left out: its inbox needs plain HTTP on 127.0.0.1, and this host has TLS or another address.'
  );
  return false;
}

async function hostFor(
  options: StandaloneOptions,
  cluster: ClusterOptions,
  running: Running,
  log: LogFile,
  steps: Steps
): Promise<RunningHost> {
  const port = options.port === 0 ? await anyPort() : options.port;
  const { dataDir, configPath } = options;
  const { logger } = log;
  if (options.demo && canShowDemo(options, logger)) {
    running.demo = createDemo({ dataDir, cluster, port, warn: (text) => logger.warn(text) });
  }
  const { demo } = running;
  const host = await steps.run('Host', async (progress) => {
    const started = await startHost({
      port,
      host: options.host,
      cluster,
      configPath,
      config: demo ? demoConfig(options, demo) : {},
      dataDir,
      artefactDir: resolve(__dirname, '..', 'opensearch-dashboards', 'watchkeeper'),
      pageDir: options.react === '16' ? join(__dirname, 'page-react-16') : undefined,
      logger,
      links: demo?.links,
      extend: demo?.extend,
    });
    progress(`listens at ${started.url}`);
    return started;
  });
  running.host = host;
  return host;
}

/** A demo that cannot be laid out leaves the host as it is. */
async function startDemo(demo: Demo, host: RunningHost, log: LogFile, steps: Steps): Promise<void> {
  try {
    await steps.run('Demo', async (progress) => {
      progress('writes container logs, watches them, sends to its inbox');
      await demo.start(host);
    });
  } catch (error) {
    log.logger.error(`The demo could not be set up: ${String(error)}`);
  }
}

const whereToLook = (options: StandaloneOptions, running: Running, log: LogFile): string =>
  [
    '',
    `  Watchkeeper   ${running.host?.url}`,
    ...(running.demo ? [`  Demo inbox    ${running.host?.url}${running.demo.inboxPath}`] : []),
    `  Cluster       ${running.cluster?.url ?? options.cluster?.url}`,
    `  Data          ${resolve(options.dataDir)}`,
    `  Log           ${log.path}`,
    '',
    '  Ctrl-C stops everything.',
    '',
    '',
  ].join('\n');

/** Last started, first stopped: the host drains while its cluster still answers. */
async function stopAll(running: Running): Promise<void> {
  await running.demo?.stop().catch(complain);
  await running.host?.stop().catch(complain);
  await running.cluster?.stop().catch(complain);
}

function complain(error: unknown): void {
  const expected =
    error instanceof ClusterError ||
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof PortTakenError;
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`\n${text}\n`);
}

/** The first signal stops in order, the second at once. Everything ends in one place: here. */
function stopOnSignals(running: Running): (code: number, why?: string) => Promise<void> {
  let stopping = false;
  const stop = async (code: number, why?: string): Promise<void> => {
    if (stopping) return;
    if (why) process.stderr.write(`\n${why}\n`);
    stopping = true;
    await stopAll(running);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) {
        void running.cluster?.kill();
        process.exit(130);
      }
      process.stdout.write('\nStopping … (again to force)\n');
      void stop(0);
    });
  }
  // A parent process that started the host for its own ends, and is gone.
  process.on('disconnect', () => void stop(0));
  return stop;
}

/** The embedded cluster has no users. What will be refused is told before anything slow is begun. */
function demandUsersOf({ cluster, configPath, host }: StandaloneOptions): void {
  const { login } = readAccess(readConfig({ configPath, env: process.env }), host);
  if (login !== undefined && login.local === undefined && cluster === undefined) {
    throw new NoUsersError();
  }
}

async function start(options: StandaloneOptions, running: Running): Promise<void> {
  if (options.port !== 0 && !(await isPortFree(options.port))) {
    throw new PortTakenError(options.port);
  }
  demandUsersOf(options);
  const steps = createSteps(process.stdout);
  const log = openLogFile(options.dataDir);
  const cluster = await clusterFor(options, running, steps);
  const host = await hostFor(options, cluster, running, log, steps);
  if (running.demo) await startDemo(running.demo, host, log, steps);
  process.stdout.write(whereToLook(options, running, log));
  process.send?.({ url: host.url });
}

async function main(): Promise<void> {
  const running: Running = {};
  if (process.argv[2] === 'hash-password') {
    await printPasswordHash();
    return;
  }
  const stop = stopOnSignals(running);
  try {
    const options = readOptions(process.argv.slice(2), process.env);
    if (options.help) {
      process.stdout.write(USAGE);
      return;
    }
    await start(options, running);
    if (!running.cluster) return;
    await running.cluster.ended;
    await stop(1, `The cluster has ended. Its log is ${running.cluster.logFile}`);
  } catch (error) {
    complain(error);
    await stop(1);
  }
}

main().catch((error) => {
  complain(error);
  process.exitCode = 1;
});
