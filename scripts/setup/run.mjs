import { spawn } from 'node:child_process';
import { basename } from 'node:path';

const MAX_OUTPUT = 1_000_000;

/** A command that ended badly, with what it printed. */
export class CommandError extends Error {
  constructor(message, output) {
    super(message);
    this.name = 'CommandError';
    this.output = output;
  }
}

/** What failed and how the command put it: its first and last lines, since some say it first and some last. */
export function describeFailure(error) {
  const lines = (error.output ?? '').trim().split('\n');
  const shown = lines.length <= 40 ? lines : [...lines.slice(0, 20), '[…]', ...lines.slice(-20)];
  return `\n${error.message}\n\n${shown.join('\n')}`.trimEnd();
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A signal to a whole group: what the command started itself may not listen to its end. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

/**
 * Runs a command in a group of its own until it ends. A signal to us goes to the group and ends the wait; so does the
 * time limit, by force.
 */
function supervise(command, args, { cwd, env = process.env, timeoutMs, stdio, onSpawn }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio, detached: true });
    let interrupted;
    const passOn = (signal) => {
      interrupted = signal;
      signalGroup(child, signal);
    };
    const tooLong = () => {
      interrupted = `the time limit of ${timeoutMs / 60_000} minutes`;
      signalGroup(child, 'SIGKILL');
    };
    const timer = timeoutMs && setTimeout(tooLong, timeoutMs);
    SIGNALS.forEach((signal) => process.on(signal, passOn));
    onSpawn?.(child);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      SIGNALS.forEach((signal) => process.off(signal, passOn));
      resolve({ code, interrupted });
    });
  });
}

/** Runs a command without showing it; resolves with its output, rejects with a CommandError. */
export async function runQuietly(command, args, { onLine = () => {}, ...options }) {
  let output = '';
  const read = (chunk) => {
    const text = String(chunk);
    output = (output + text).slice(-MAX_OUTPUT);
    text.split('\n').forEach((line) => line.trim() && onLine(line.trim()));
  };
  const { code, interrupted } = await supervise(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    onSpawn: (child) => [child.stdout, child.stderr].forEach((pipe) => pipe.on('data', read)),
  });
  if (code === 0) return output;
  const how = interrupted ? `was ended by ${interrupted}` : `ended with code ${code}`;
  throw new CommandError(`${basename(command)} ${args.join(' ')} ${how}.`, output);
}

/** Runs a command in the open; resolves with its exit code. Rejects when it was interrupted. */
export async function runOpenly(command, args, options) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  const { code, interrupted } = await supervise(command, args, { ...options, stdio });
  if (interrupted) throw new Error(`Ended by ${interrupted}.`);
  return code ?? 1;
}
