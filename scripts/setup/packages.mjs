import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runQuietly } from './run.mjs';

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** npm notes in `node_modules` what it installed: does that hold everything that the lock file asks for? */
function matchesLock(lockText, installedText) {
  const wanted = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version
  );
}

/** The npm that runs us, else the one on the PATH. */
function npmCommand() {
  const path = process.env.npm_execpath;
  return path && basename(path) === 'npm-cli.js' ? [process.execPath, path] : ['npm'];
}

/** Runs `npm ci` when `node_modules` is absent or not what the lock file says. */
export async function installPackages(root, progress) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.watchkeeper-lock');
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (read(stamp) !== hash || !installed) {
    if (!installed || !matchesLock(lock, installed)) {
      progress('npm ci: installing what package-lock.json names');
      const [command, ...args] = npmCommand();
      await runQuietly(command, [...args, 'ci', '--no-audit', '--no-fund'], { cwd: root });
      progress('installed');
      writeFileSync(stamp, hash);
      return;
    }
    writeFileSync(stamp, hash);
  }
  progress('up to date');
}
