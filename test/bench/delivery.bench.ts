import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../docs/files';
import { startTestCluster, temporaryFolder } from '../support/cluster';

interface Measured {
  rounds: Array<{ perSecond: number; cpu: number; cluster: number }>;
  beside: { p50: number; p99: number; most: number; queued: number; attempts: number };
}

describe('delivery', () => {
  it('sends so many a second to a local webhook, and is not held up by a dead one', async () => {
    const folder = temporaryFolder();
    const bundle = join(folder, 'delivery_run.js');
    execFileSync(join(PROJECT, 'node_modules', 'esbuild', 'bin', 'esbuild'), [
      join(__dirname, 'delivery_run.ts'),
      ...['--bundle', '--platform=node', '--log-level=error', `--outfile=${bundle}`],
    ]);
    const cluster = await startTestCluster(join(folder, 'data'));
    const receiver = spawn(process.execPath, [bundle, 'receive'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [port] = (await once(receiver.stdout, 'data')) as [Buffer];
      const url = `http://127.0.0.1:${String(port).trim()}`;
      const { stdout } = await promisify(execFile)(process.execPath, [
        bundle,
        'deliver',
        cluster.url,
        url,
        String(cluster.pid),
      ]);
      const { rounds, beside } = JSON.parse(stdout) as Measured;
      for (const [i, { perSecond, cpu, cluster: other }] of rounds.entries()) {
        process.stdout.write(
          `Round ${i + 1}: ${perSecond} a second, ${cpu.toFixed(2)} ms CPU of the sender and ${other.toFixed(2)} of the cluster each\n`
        );
      }
      const { p50, p99, most, queued, attempts } = beside;
      process.stdout.write(
        `Beside ${queued} for a dead destination (${attempts} of them tried): ${p50} ms, p99 ${p99} ms, at most ${most} ms\n`
      );
      expect(most).toBeGreaterThan(0);
    } finally {
      receiver.kill();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 900_000);
});
