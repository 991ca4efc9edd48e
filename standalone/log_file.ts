import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'opensearch-dashboards/server';
import { createLogger } from './logging/logger';

export interface LogFile {
  path: string;
  logger: Logger;
}

const MAX_BYTES = 10_000_000;
const SERIOUS = /^\S+ \[(WARN |ERROR|FATAL)\]/;

/** Writes the host's log to a file of the data folder; what is serious also stands in the terminal. */
export function openLogFile(dataDir: string): LogFile {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'host.log');
  if (existsSync(path) && statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`);
  const file = createWriteStream(path, { flags: 'a' });
  const write = (line: string): void => {
    file.write(`${line}\n`);
    if (SERIOUS.test(line)) process.stderr.write(`${line}\n`);
  };
  return { path, logger: createLogger({ write }) };
}
