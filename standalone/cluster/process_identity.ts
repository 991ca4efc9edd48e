import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be taken for another one that got the same id later. */
export interface ProcessIdentity {
  pid: number;
  started: string;
}

/** When a process started, in whatever unit the system has; undefined when there is no such process. */
function startOf(pid: number): string | undefined {
  try {
    // The name (field 2) may hold spaces and parentheses, so the fields are counted after its last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : rest[18];
  } catch {
    return process.platform === 'linux' ? undefined : startFromPs(pid);
  }
}

function startFromPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

export function identify(pid: number): ProcessIdentity | undefined {
  const started = startOf(pid);
  return started ? { pid, started } : undefined;
}

export const isAlive = (identity: ProcessIdentity): boolean =>
  startOf(identity.pid) === identity.started;

/** Ends a process at once. One that is gone already is fine. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
