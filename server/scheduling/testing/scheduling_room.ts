import type { MonitorInput } from '../../../common/monitors/monitor';
import type { RunRow } from '../../../common/monitors/run';
import { partitionOf } from '../../../common/hash';
import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../../cluster/testing/test_clock';
import type { AgainResult, Job, JobResult } from '../../monitors/job';
import { compiledMonitor } from '../../monitors/testing/monitors';
import { PartitionMemory } from '../partition_memory';
import { Problems } from '../problems';
import { Scheduler } from '../scheduler';
import type { TickBlock } from '../tick_store';

type Answer = (job: Job) => JobResult | Promise<JobResult>;

export const done = (job: Job, change: Partial<RunRow> = {}): JobResult => ({
  kind: 'done',
  row: {
    monitor_id: job.compiled.id,
    scheduled_at: job.run.scheduledAt,
    started_at: job.run.scheduledAt,
    window: job.run.window,
    outcome: 'not_triggered',
    ...change,
  },
  held: { state: { ...job.held.state, window_end: job.run.window.end } },
  committed: job.mustFence,
  took: 5,
  spoils: false,
});

export const failed = (job: Job): JobResult =>
  done(job, { outcome: 'error', problem: { code: 'x', message: 'no shards' } });

export const settled = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
};

export const EVERY_10_S: Partial<MonitorInput> = {
  schedule: { period: { interval: 10, unit: 'SECONDS' } },
};

export const room = () => {
  const cluster = new FakeCluster();
  const clock = new TestClock();
  const problems = new Problems(clock);
  const control = { remaining: 60_000, answer: done as Answer, doubted: [] as number[] };
  const jobs: Job[] = [];
  const batches: number[] = [];
  const scheduler = new Scheduler({
    ...{ cluster, clock, problems, maxInFlight: 4, logger: silentLogger },
    ownership: () => ({
      instance: 'me',
      owned: () => [],
      remaining: () => control.remaining,
      doubt: (partition: number) => void control.doubted.push(partition),
    }),
    runner: {
      run: async (batch) => {
        batches.push(batch.length);
        jobs.push(...batch);
        return Promise.all(batch.map((job) => control.answer(job)));
      },
      reread: async () => new Map<Job, AgainResult>(),
    },
  });
  const adopt = (id: string, cursors = new Map([[id, { end: clock.now() }]]), lastTick = 0) => {
    const loaded = { states: new Map(), cursors, lastTick, suspects: [] };
    const memory = new PartitionMemory(partitionOf(id), loaded, clock.now());
    scheduler.adopt(memory);
    return memory;
  };
  const add = (id: string, change: Partial<MonitorInput> = EVERY_10_S) => {
    const memory = adopt(id);
    scheduler.put(compiledMonitor(id, change));
    return memory;
  };
  const seconds = async (count: number) => {
    for (let i = 0; i < count; i++) {
      clock.pass(1000);
      await scheduler.turn();
      await settled();
    }
  };
  const blocks = () => cluster.docs<TickBlock>('.watchkeeper-ticks');
  const rows = () => blocks().flatMap((block) => block.rows);
  return {
    cluster,
    clock,
    problems,
    control,
    jobs,
    batches,
    scheduler,
    adopt,
    add,
    seconds,
    blocks,
    rows,
  };
};

/** Windows without holes. */
export const contiguous = (windows: Array<{ start: number; end: number }>) =>
  windows.slice(1).every(({ start }, i) => start === windows[i].end);
