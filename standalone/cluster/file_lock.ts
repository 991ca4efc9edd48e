import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive } from './process_identity';
import type { ProcessIdentity } from './process_identity';

const POLL_MS = 200;

function holder(path: string): ProcessIdentity | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify(identify(process.pid)), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Runs the work while no other process holds the lock file. A lock whose holder is gone is taken over; one that is
 * only half written is left in peace for a moment.
 */
export async function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  onWait: (pid: number) => void = () => undefined
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  let unreadable = 0;
  while (!take(path)) {
    const other = holder(path);
    if (other ? !isAlive(other) : ++unreadable > 5) rmSync(path, { force: true });
    else if (other) onWait(other.pid);
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
