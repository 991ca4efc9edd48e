import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'opensearch-dashboards/server';

const KEY_BYTES = 32;

/** What the host keeps on disk, over restarts. */
export interface DataDir {
  /** Id of this installation of the host. */
  instanceUuid: string;
  /** The key file's content: 32 random bytes in base64. */
  encryptionKey: string;
}

/** Opens the data folder; makes it, the instance id and the key file (mode 0600) when missing. */
export function openDataDir(path: string, log: Logger): DataDir {
  mkdirSync(path, { recursive: true });
  const instanceUuid = readOrCreate(join(path, 'uuid'), 0o644, randomUUID);
  const keyFile = join(path, 'encryption_key');
  const encryptionKey = readOrCreate(keyFile, 0o600, () =>
    randomBytes(KEY_BYTES).toString('base64')
  );
  if (Buffer.from(encryptionKey, 'base64').length !== KEY_BYTES) {
    throw new Error(`${keyFile} does not hold ${KEY_BYTES} bytes in base64.`);
  }
  if ((statSync(keyFile).mode & 0o077) !== 0) {
    log.warn(`${keyFile} can be read by other users of this machine; give it mode 0600.`);
  }
  return { instanceUuid, encryptionKey };
}

function readOrCreate(file: string, mode: number, create: () => string): string {
  try {
    // Fails when the file is there already, also when another process has just made it.
    writeFileSync(file, `${create()}\n`, { mode, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
