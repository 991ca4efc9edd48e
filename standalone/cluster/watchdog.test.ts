import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify } from './process_identity';
import { startWatched } from './watchdog';

const STUBBORN = `process.on('SIGTERM', () => console.log('asked')); setInterval(() => {}, 1000); console.log('up');`;
const POLITE = `setInterval(() => {}, 1000); console.log('up');`;
const SHORT = `console.log('done');`;

describe('a watched process', () => {
  let folder: string;
  let log: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchkeeper-watchdog-'));
    log = join(folder, 'out.log');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const options = (program: string, graceMs = 20_000) => ({
    command: process.execPath,
    args: ['-e', program],
    log,
    graceMs,
  });
  const until = async (probe: () => boolean) => {
    while (!probe()) await sleep(20);
  };
  const printed = (text: string) => until(() => readFileSync(log, 'utf8').includes(text));

  it('ends when it is asked to', async () => {
    const child = await startWatched(options(POLITE));
    await printed('up');
    expect(identify(child.pid)).toBeDefined();
    await child.stop();
    expect(identify(child.pid)).toBeUndefined();
  });

  it('is ended by force when it does not listen', async () => {
    const child = await startWatched(options(STUBBORN, 200));
    await printed('up');
    await child.stop();
    expect(readFileSync(log, 'utf8')).toContain('asked');
    expect(identify(child.pid)).toBeUndefined();
  });

  it('is ended at once when that is wanted', async () => {
    const child = await startWatched(options(STUBBORN));
    await printed('up');
    await child.kill();
    expect(identify(child.pid)).toBeUndefined();
  });

  it('is known to have ended by itself', async () => {
    const child = await startWatched(options(SHORT));
    await child.ended;
    expect(child.hasEnded()).toBe(true);
    expect(readFileSync(log, 'utf8')).toBe('done\n');
  });

  it('says when the command is not there', async () => {
    await expect(startWatched({ ...options(SHORT), command: '/no/such/java' })).rejects.toThrow(
      /\/no\/such\/java did not start/
    );
  });

  it('does not outlive a watchdog that was killed', async () => {
    const child = await startWatched(options(POLITE));
    process.kill(child.watchdogPid, 'SIGKILL');
    await child.ended;
    await until(() => identify(child.pid) === undefined);
  });

  it('does not outlive a host that was killed', async () => {
    const bundle = join(folder, 'watchdog.cjs');
    const esbuild = resolve(__dirname, '..', '..', 'node_modules', '.bin', 'esbuild');
    const source = join(__dirname, 'watchdog.ts');
    execFileSync(esbuild, [source, '--bundle', '--platform=node', `--outfile=${bundle}`], {
      stdio: 'ignore',
    });
    const program = `require(${JSON.stringify(bundle)})
      .startWatched(${JSON.stringify(options(POLITE))})
      .then(({ pid }) => console.log(pid));`;
    const host = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((found) =>
      createInterface({ input: host.stdout }).once('line', (line) => found(Number(line)))
    );
    expect(identify(pid)).toBeDefined();
    host.kill('SIGKILL');
    await until(() => identify(pid) === undefined);
  }, 60_000);
});
