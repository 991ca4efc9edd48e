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

/** Runs a command without showing it; resolves with its output. A signal to us is passed on to it. */
export function runQuietly(command, args, { cwd, env = process.env, onLine = () => {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const passOn = (signal) => child.kill(signal);
    process.once('SIGTERM', passOn).once('SIGINT', passOn);
    let output = '';
    const read = (chunk) => {
      const text = String(chunk);
      output = (output + text).slice(-MAX_OUTPUT);
      text.split('\n').forEach((line) => line.trim() && onLine(line.trim()));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', passOn).off('SIGINT', passOn);
      if (code === 0) return resolve(output);
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      return reject(new CommandError(`${basename(command)} ${args.join(' ')} ${how}.`, output));
    });
  });
}

/** Runs a command in the open; resolves with its exit code, or 1 when it was ended, by the time limit or otherwise. */
export function runOpenly(command, args, { cwd, env = process.env, timeoutMs }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGTERM'), timeoutMs) : undefined;
    const passOn = (signal) => child.kill(signal);
    process.once('SIGTERM', passOn).once('SIGINT', passOn);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGTERM', passOn).off('SIGINT', passOn);
      resolve(code ?? 1);
    });
  });
}
