import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from './cluster_error';
import { claimData } from './data_claim';
import type { EditionName } from './edition';
import { freeClusterPort, isPortFree } from './free_port';
import { resolveJars } from './jars';
import type { Progress } from './jars';
import { choose, findJavas } from './java';
import type { Choice } from './java';
import { writeConfiguration } from './settings';
import type { SettingValue } from './settings';
import { startWatched } from './watchdog';
import type { WatchedProcess } from './watchdog';

export interface ClusterOptions {
  /** Holds the data, the logs and the generated configuration. A later start on the same folder finds the same data. */
  dataDir: string;
  /** Where jars are kept between starts. */
  cacheDir: string;
  /** Default: the newest OpenSearch that a JDK of this machine can run. */
  edition?: EditionName;
  clusterName?: string;
  /** Between 9201 and 9299, since the runner knows no others. Default: a free one. */
  port?: number;
  /** Default 512 MB to 1 GB, as `java -Xms -Xmx` understands them. */
  heap?: { min: string; max: string };
  /** More options of the JVM. */
  jvmOptions?: readonly string[];
  /** More settings of the node, for example `path.repo`. */
  settings?: Record<string, SettingValue>;
  /** Milliseconds from the start of the JVM to its first answer. Default 180,000. */
  startTimeout?: number;
  onProgress?: Progress;
}

/** A real cluster of one node that this process started. */
export interface EmbeddedCluster {
  url: string;
  edition: EditionName;
  /** For people, for example `OpenSearch 3.5.0`. */
  label: string;
  /** Of the JVM. */
  pid: number;
  logFile: string;
  /** Resolves when the JVM has ended, whoever ended it. */
  ended: Promise<void>;
  /** Ends the JVM, by force after 15 seconds. */
  stop(): Promise<void>;
  /** Ends the JVM at once, as a crash would. */
  kill(): Promise<void>;
}

interface Folders {
  base: string;
  config: string;
  logs: string;
  /** What the JVM itself prints. */
  output: string;
}

const GRACE_MS = 15_000;
const PORT_ATTEMPTS = 4;
const PORT_TAKEN = /BindException|Address already in use|http port \d+ is unavailable/;

const foldersOf = (dataDir: string): Folders => {
  const base = resolve(dataDir, 'cluster');
  const logs = resolve(dataDir, 'logs');
  return { base, logs, config: join(base, 'config'), output: join(logs, 'cluster-jvm.log') };
};

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function javaArguments(
  { edition }: Choice,
  jars: string,
  folders: Folders,
  port: number,
  options: ClusterOptions
): string[] {
  const heap = options.heap ?? { min: '512m', max: '1g' };
  return [
    `-Xms${heap.min}`,
    `-Xmx${heap.max}`,
    '-XX:+ExitOnOutOfMemoryError',
    '-Dlog4j2.disable.jmx=true',
    ...edition.jvmOptions,
    ...(options.jvmOptions ?? []),
    ...['-cp', join(jars, '*'), edition.mainClass],
    ...['-basePath', folders.base, '-confPath', folders.config, '-logsPath', folders.logs],
    // The runner adds the number of the node to the base port.
    ...['-numOfNode', '1', '-baseHttpPort', String(port - 1)],
    ...['-clusterName', options.clusterName ?? 'watchkeeper'],
  ];
}

async function answer(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(70_000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the node at the address is the JVM of this id, and not a neighbour that took the port first. */
async function isNode(url: string, pid: number): Promise<boolean> {
  const body = await answer(`${url}/_nodes/_local/process?filter_path=nodes.*.process.id`);
  return JSON.stringify(body ?? '').includes(`"id":${pid}}`);
}

function failure(choice: Choice, folders: Folders): ClusterError {
  const output = contentOf(folders.output);
  const log = contentOf(join(folders.logs, 'cluster.log'));
  const causes = `${output}\n${log}`.match(/^(?:Caused by: |Exception in |Error).*$/gm) ?? [];
  const said = causes.slice(-3).join('\n') || output.trim().split('\n').slice(-5).join('\n');
  return new ClusterError(
    `${choice.edition.label} on Java ${choice.java.version} ended while it started:\n${said}`,
    `Its logs are in ${folders.logs}.`
  );
}

/** The address of the node, once it answers and its shards are recovered; undefined when its port was taken. */
async function waitUntilReady(
  node: WatchedProcess,
  choice: Choice,
  folders: Folders,
  timeout: number
): Promise<string | undefined> {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    const output = contentOf(folders.output);
    const port = /HTTP Port:\s+(\d+)/.exec(output)?.[1];
    if (node.hasEnded()) {
      // A node that finds its port taken at the very end of its start says nothing of it.
      const isTaken = port !== undefined && !(await isPortFree(Number(port)));
      if (isTaken || PORT_TAKEN.test(output)) return undefined;
      throw failure(choice, folders);
    }
    const url = `http://127.0.0.1:${port}`;
    if (port && (await isNode(url, node.pid))) {
      await answer(`${url}/_cluster/health?wait_for_status=yellow&timeout=60s`);
      return url;
    }
    await sleep(250);
  }
  await node.kill();
  throw new ClusterError(
    `${choice.edition.label} did not answer within ${Math.round(timeout / 1000)} seconds.`,
    `Its logs are in ${folders.logs}.`
  );
}

/** Starts a cluster in the data folder and waits until it answers. Throws a ClusterError that says what is missing. */
export async function startCluster(options: ClusterOptions): Promise<EmbeddedCluster> {
  const progress = options.onProgress ?? (() => undefined);
  const choice = choose(await findJavas(), options.edition);
  const jars = await resolveJars(choice.edition, choice.java, options.cacheDir, progress);
  const folders = foldersOf(options.dataDir);
  const claim = await claimData(folders.base, choice.edition.name, progress);
  const launch = async (): Promise<EmbeddedCluster | undefined> => {
    const port = options.port ?? (await freeClusterPort());
    const node = await startWatched({
      command: join(choice.java.home, 'bin', 'java'),
      args: javaArguments(choice, jars, folders, port, options),
      log: folders.output,
      graceMs: GRACE_MS,
    });
    claim.record(node.pid, node.watchdogPid);
    const url = await waitUntilReady(node, choice, folders, options.startTimeout ?? 180_000);
    if (!url) return undefined;
    return handle(url, node, choice, folders, () => claim.release());
  };
  try {
    writeConfiguration(choice.edition, folders.config, folders.logs, options.settings ?? {});
    progress(`Starting ${choice.edition.label} on Java ${choice.java.version}`);
    for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      const cluster = await launch();
      if (cluster) return cluster;
    }
    throw failure(choice, folders);
  } catch (error) {
    claim.release();
    throw error;
  }
}

function handle(
  url: string,
  node: WatchedProcess,
  { edition }: Choice,
  folders: Folders,
  release: () => void
): EmbeddedCluster {
  const end = async (how: () => Promise<void>): Promise<void> => {
    await how();
    release();
  };
  return {
    url,
    edition: edition.name,
    label: edition.label,
    pid: node.pid,
    logFile: join(folders.logs, 'cluster.log'),
    ended: node.ended,
    stop: () => end(node.stop),
    kill: () => end(node.kill),
  };
}
