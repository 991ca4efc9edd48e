import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from './cluster_error';
import { canOpen } from './edition';
import type { EditionName } from './edition';
import { identify, isAlive, killNow } from './process_identity';
import type { ProcessIdentity } from './process_identity';

/** Who uses a data folder, and what wrote its data. */
interface Owner {
  edition: EditionName;
  host?: ProcessIdentity;
  watchdog?: ProcessIdentity;
  jvm?: ProcessIdentity;
}

export interface DataClaim {
  /** Names the JVM that now writes the data, and its watchdog. */
  record(jvmPid: number, watchdogPid: number): void;
  release(): void;
}

const SHUTDOWN_MS = 30_000;

function read(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(path: string, owner: Owner): void {
  writeFileSync(`${path}.new`, JSON.stringify(owner));
  renameSync(`${path}.new`, path);
}

const alive = (identity: ProcessIdentity | undefined): boolean =>
  identity !== undefined && isAlive(identity);

/** Waits for a JVM whose host is gone; one that no watchdog ends any more is ended here. */
async function outwait(owner: Owner, progress: (message: string) => void): Promise<void> {
  const deadline = Date.now() + SHUTDOWN_MS;
  if (alive(owner.jvm)) progress('Waiting for the previous cluster to shut down');
  while (alive(owner.jvm) && alive(owner.watchdog) && Date.now() < deadline) await sleep(200);
  if (owner.jvm && alive(owner.jvm)) killNow(owner.jvm.pid);
  while (alive(owner.jvm)) await sleep(100);
}

/**
 * Takes a data folder for this process. A folder that another live host uses is refused; what a crashed one left
 * running is ended. Data of a newer version or another product is refused before a cluster could spoil it.
 */
export async function claimData(
  folder: string,
  edition: EditionName,
  progress: (message: string) => void
): Promise<DataClaim> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'owner.json');
  const previous = read(path);
  if (previous?.host && alive(previous.host)) {
    throw new ClusterError(
      `The data folder ${folder} is in use by process ${previous.host.pid}.`,
      'End that process first, or choose another folder with --data.'
    );
  }
  if (previous && !canOpen(edition, previous.edition)) {
    throw new ClusterError(
      `The data in ${folder} was written by ${previous.edition}; ${edition} cannot open it.`,
      'Make the JDK that it ran on available again, or choose another folder with --data.'
    );
  }
  if (previous) await outwait(previous, progress);
  const host = identify(process.pid);
  write(path, { edition, host });
  return {
    record: (jvmPid, watchdogPid) =>
      write(path, { edition, host, jvm: identify(jvmPid), watchdog: identify(watchdogPid) }),
    release: () => {
      rmSync(`${path}.new`, { force: true });
      write(path, { edition });
    },
  };
}
