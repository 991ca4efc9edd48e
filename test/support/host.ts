import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './cluster';
import { send } from './http';
import type { HttpAnswer } from './http';

const MAIN = resolve(__dirname, '..', '..', 'build', 'standalone', 'main.js');
const START_MS = 120_000;
const STOP_MS = 30_000;

export interface HostSetup {
  /** Of the cluster. One that does not answer is fine: the host comes up without it. */
  clusterUrl: string;
  /** Such as `{ 'opensearch_watchkeeper.outbound.allow': ['127.0.0.1'] }`. */
  config?: Record<string, unknown>;
  /** Default: a temporary one, deleted by `stop`. Give one to start a second host on what a first one left. */
  dataDir?: string;
  /** The built host; that of this source tree unless given. */
  main?: string;
  /** More flags of the standalone host, such as `--demo`. */
  flags?: string[];
}

/** The built standalone host in a process of its own. */
export interface TestHost {
  url: string;
  pid: number;
  dataDir: string;
  /** Calls the host with the header that its writing routes demand. */
  api<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<HttpAnswer<T>>;
  /** What the host printed and logged so far. */
  log(): string;
  /** Ends it as a crash would, and waits until it is gone. The data folder stays. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Lets it drain, and deletes a temporary data folder. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });

function ready(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((found, failed) => {
    const fail = (why: string): void => failed(new Error(`The host ${why}.\n${printed()}`));
    const timer = setTimeout(() => fail('did not come up'), START_MS);
    child.once('message', (message: { url: string }) => {
      clearTimeout(timer);
      found(message.url);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

function launch(setup: HostSetup, dataDir: string): ChildProcess {
  const { clusterUrl, config, flags = [], main = MAIN } = setup;
  if (!existsSync(main)) throw new Error('The host is not built: run `npm run build` first.');
  // A part of YAML.
  const configFile = join(dataDir, 'host.yml');
  writeFileSync(configFile, JSON.stringify(config ?? {}));
  return fork(main, ['--port', '0', '--data', dataDir, '--config', configFile, ...flags], {
    env: { ...process.env, OPENSEARCH_URL: clusterUrl },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
}

/** Starts the built host on a free port, and waits until it listens. */
export async function startTestHost(setup: HostSetup): Promise<TestHost> {
  const dataDir = setup.dataDir ?? temporaryFolder();
  const child = launch(setup, dataDir);
  running.add(child);
  void gone(child).then(() => running.delete(child));
  let output = '';
  const read = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const logFile = join(dataDir, 'logs', 'host.log');
  const log = (): string => output + (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  const url = await ready(child, log);
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    await gone(child);
  };
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    api: (method, path, body) => send(url + path, method, body, { 'osd-xsrf': 'test' }),
    log,
    kill,
    stop: async () => {
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await kill('SIGTERM');
      clearTimeout(force);
      if (!setup.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
