import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../support/wait_for';
import { startRig } from './bench_rig';
import type { BenchRig } from './bench_rig';
import { measure, memoryOf } from './cpu';
import { benchMonitor, saveMonitors } from './monitors';
import { percentile, runsBetween } from './run_statistics';

const SIZES = (process.env.BENCH_MONITORS ?? '1000,10000').split(',').map(Number);
const MEASURED_MS = Number(process.env.BENCH_SECONDS ?? 120) * 1000;

/** A fresh JVM compiles for minutes: what is measured is a cluster that has been running. */
const WARM_UP_MS = Number(process.env.BENCH_WARM_UP ?? 90) * 1000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const settled = (rig: BenchRig, monitors: number, since: number) =>
  waitFor(
    'every monitor to have run once',
    async () => {
      const rows = await runsBetween(rig, since, Date.now());
      return new Set(rows.map(({ monitor_id: id }) => id)).size >= monitors;
    },
    { timeout: 600_000, every: 5000 }
  );

describe.each(SIZES)('%i one-minute monitors over 100,000 documents, nothing firing', (size) => {
  let rig: BenchRig;

  beforeAll(async () => {
    rig = await startRig();
  }, 300_000);

  afterAll(() => rig?.stop());

  it('costs so much a run', async () => {
    const since = Date.now();
    await saveMonitors(
      rig,
      Array.from({ length: size }, (_, i) => benchMonitor(i)),
      'bench'
    );
    await settled(rig, size, since);
    await sleep(WARM_UP_MS);
    const pids = { host: rig.host.pid, cluster: rig.cluster.pid };
    const from = Date.now();
    const usage = await measure(pids, () => sleep(MEASURED_MS));
    const rows = await runsBetween(rig, from, Date.now());
    const lags = rows.map(({ started_at: start, scheduled_at: due }) => start - due);
    const per = (milliseconds: number) => (milliseconds / rows.length).toFixed(3);
    say(
      [
        `${size} monitors`,
        `${Math.round((rows.length / usage.seconds) * 60)} runs a minute`,
        `host ${per(usage.host)} ms CPU a run`,
        `cluster ${per(usage.cluster)} ms`,
        `together ${per(usage.host + usage.cluster)} ms`,
        `start lag p50 ${percentile(lags, 0.5)} ms, p99 ${percentile(lags, 0.99)} ms`,
        `host ${memoryOf(rig.host.pid)} MB`,
      ].join(' | ')
    );
    expect(rows.length).toBeGreaterThan(0);
  }, 1_800_000);
});
