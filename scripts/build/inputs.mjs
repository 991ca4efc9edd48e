import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A hash over files and folders; it changes with any byte or name in them. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** Runs the step unless its inputs are those of the last time. Returns whether it ran. */
export async function whenChanged(stampFile, hash, step) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return false;
  await step();
  writeFileSync(stampFile, hash);
  return true;
}
