import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { identify, isAlive, killNow } from './process_identity';

/**
 * The program between us and a child that must never outlive us. It ends the child when its own standard input closes,
 * which the system does for us however we end, SIGKILL included. It is given as text, so that it needs no file of its
 * own beside a bundle. First line of output: `{pid}` or `{error}`; last: `{code, signal}`. Input `kill`: end the child
 * at once.
 */
const PROGRAM = `
const { spawn } = require('node:child_process');
const { openSync } = require('node:fs');
const { command, args, log, graceMs } = JSON.parse(process.argv[1]);
const out = openSync(log, 'w');
const tell = (line) => process.stdout.write(JSON.stringify(line) + '\\n');
process.stdout.on('error', () => undefined);
const child = spawn(command, args, { stdio: ['ignore', out, out] });
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), graceMs);
};
child.on('spawn', () => tell({ pid: child.pid }));
child.on('error', (error) => { tell({ error: error.message }); process.exit(1); });
child.on('exit', (code, signal) => { tell({ code, signal }); process.exit(0); });
process.stdin.on('data', (text) => String(text).includes('kill') && child.kill('SIGKILL'));
process.stdin.on('end', stop).on('error', stop).on('close', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
`;

export interface WatchedProcess {
  pid: number;
  watchdogPid: number;
  /** Resolves when the process has ended. */
  ended: Promise<void>;
  hasEnded(): boolean;
  /** Asks it to end, and ends it by force after the grace time. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

export interface WatchOptions {
  command: string;
  args: string[];
  /** Receives what the process prints; emptied first. */
  log: string;
  graceMs: number;
}

interface Report {
  pid?: number;
  error?: string;
}

function firstReport(watchdog: ChildProcess): Promise<Report> {
  return new Promise((resolve, reject) => {
    if (!watchdog.stdout) throw new Error('The watchdog has no output.');
    createInterface({ input: watchdog.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    watchdog.once('error', reject);
    watchdog.once('exit', () =>
      reject(new Error('The watchdog ended before it started anything.'))
    );
  });
}

/** Starts a process that ends with this one at the latest. It has a session of its own, so that Ctrl-C is ours alone. */
export async function startWatched(options: WatchOptions): Promise<WatchedProcess> {
  const watchdog = spawn(process.execPath, ['-e', PROGRAM, JSON.stringify(options)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const { pid, error } = await firstReport(watchdog);
  if (pid === undefined) throw new Error(`${options.command} did not start: ${error}`);
  const identity = identify(pid);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    watchdog.once('exit', () => {
      // A watchdog that was itself ended by force has left its child behind.
      if (identity && isAlive(identity)) killNow(pid);
      over = true;
      resolve();
    });
  });
  watchdog.stdin?.on('error', () => undefined);
  return {
    pid,
    watchdogPid: watchdog.pid ?? 0,
    ended,
    hasEnded: () => over,
    stop: async () => {
      watchdog.stdin?.end();
      await ended;
    },
    kill: async () => {
      watchdog.stdin?.write('kill');
      await ended;
    },
  };
}
