import type { MonitorInput } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import { partitionOf } from '../../common/hash';
import { FakeCluster } from '../cluster/testing/fake_cluster';
import { TestClock, silentLogger } from '../cluster/testing/test_clock';
import type { AgainResult, Job, JobResult } from '../monitors/job';
import { freshState } from '../monitors/state_store';
import { compiledMonitor } from '../monitors/testing/monitors';
import { PartitionMemory } from './partition_memory';
import { Problems } from './problems';
import { Scheduler } from './scheduler';
import type { TickBlock } from './tick_store';

type Answer = (job: Job) => JobResult | Promise<JobResult>;

const done = (job: Job, change: Partial<RunRow> = {}): JobResult => ({
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

const failed = (job: Job): JobResult =>
  done(job, { outcome: 'error', problem: { code: 'x', message: 'no shards' } });

const settled = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
};

const EVERY_10_S: Partial<MonitorInput> = {
  schedule: { period: { interval: 10, unit: 'SECONDS' } },
};

const room = () => {
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

const contiguous = (windows: Array<{ start: number; end: number }>) =>
  windows.slice(1).every(({ start }, i) => start === windows[i].end);

describe('Scheduler', () => {
  it('runs a monitor once an interval, over windows without holes, and writes each run down', async () => {
    const { add, seconds, jobs, rows } = room();
    add('m');
    await seconds(41);
    expect(jobs).toHaveLength(4);
    expect(contiguous(jobs.map(({ run }) => run.window))).toBe(true);
    await seconds(1);
    expect(rows()).toHaveLength(4);
  });

  it('fences a monitor with its first run under a lease, and not again', async () => {
    const { add, seconds, jobs } = room();
    add('m');
    await seconds(31);
    expect(jobs.map(({ mustFence }) => mustFence)).toEqual([true, false, false]);
  });

  it('never runs a monitor twice at once', async () => {
    const { add, seconds, jobs, control } = room();
    add('m');
    control.answer = () => new Promise(() => undefined);
    await seconds(60);
    expect(jobs).toHaveLength(1);
  });

  it('reaches back to what could not be evaluated, and says what it left out beyond that', async () => {
    const { add, seconds, jobs, control, rows } = room();
    add('m');
    await seconds(11);
    const { end } = jobs[0].run.window;
    control.answer = failed;
    await seconds(30);
    control.answer = done;
    await seconds(10);
    expect(jobs[4].run.window).toEqual({ start: end, end: end + 40_000 });
    const again = jobs[4].run.window.end;
    control.answer = failed;
    await seconds(200);
    control.answer = done;
    await seconds(11);
    const last = jobs[jobs.length - 1].run.window;
    expect(last.end - last.start).toBe(100_000);
    const gap = rows().find(({ outcome }) => outcome === 'gap');
    expect(gap?.window).toEqual({ start: again, end: last.start });
  });

  it('replays the last ten missed windows and records the others as a gap', async () => {
    const { add, seconds, clock, jobs, rows, scheduler } = room();
    add('m');
    await seconds(11);
    clock.pass(1_000_000);
    await scheduler.turn();
    await settled();
    await seconds(12);
    expect(jobs.length).toBeGreaterThanOrEqual(11);
    expect(rows().filter(({ outcome }) => outcome === 'gap')).toHaveLength(1);
    expect(contiguous(rows().map(({ window }) => window))).toBe(true);
  });

  it('is not stalled by a clock that is set back, neither for what waits nor for what was evaluated', async () => {
    const { add, seconds, clock, jobs } = room();
    add('m');
    await seconds(21);
    const before = jobs.length;
    clock.wall -= 3_600_000;
    await seconds(31);
    expect(jobs.length).toBeGreaterThanOrEqual(before + 3);
    const after = jobs.slice(before).map(({ run }) => run.window);
    expect(after[0].end).toBeLessThanOrEqual(clock.now());
    expect(contiguous(after)).toBe(true);
  });

  it('is not stalled by an instant of enabling that lies ahead, and does not run at every turn for it', async () => {
    const { add, seconds, clock, jobs } = room();
    add('m', { ...EVERY_10_S, enabled_time: clock.now() + 3_600_000 });
    await seconds(41);
    expect(jobs).toHaveLength(4);
  });

  it('is not stalled by a cursor from the future that it finds stored', async () => {
    const { adopt, scheduler, seconds, clock, jobs } = room();
    adopt('m', new Map([['m', { end: clock.now() + 86_400_000 }]]));
    scheduler.put(compiledMonitor('m', EVERY_10_S));
    await seconds(21);
    expect(jobs.length).toBeGreaterThanOrEqual(2);
  });

  it('begins nothing without a lease', async () => {
    const { add, seconds, jobs, control } = room();
    add('m');
    control.remaining = 0;
    await seconds(30);
    expect(jobs).toEqual([]);
  });

  it('does not let a run of an earlier lease overwrite what was loaded since', async () => {
    const { add, adopt, seconds, control, rows } = room();
    add('m');
    let release = () => {};
    control.answer = (job) =>
      new Promise((resolve) => {
        release = () => resolve(done(job));
      });
    await seconds(11);
    const later = adopt('m');
    const held = freshState('m', 99);
    later.hold('m', held);
    release();
    await settled();
    await seconds(2);
    expect(later.held('m', 0)).toBe(held);
    expect(rows()).toEqual([]);
  });

  it('waits for what runs before it gives a partition back, and writes it down', async () => {
    const { add, scheduler, seconds, control, rows } = room();
    const memory = add('m');
    let release = () => {};
    control.answer = (job) =>
      new Promise((resolve) => {
        release = () => resolve(done(job));
      });
    await seconds(11);
    const leaving = scheduler.leave(memory.partition);
    release();
    await leaving;
    expect(rows()).toHaveLength(1);
  });

  it('starts a thousand that are due at once, a hundred to a batch and a few batches at a time', async () => {
    const { scheduler, clock, batches, jobs, adopt, seconds } = room();
    const ids = Array.from({ length: 1000 }, (_, i) => `m${i}`);
    for (const id of ids) {
      if (!scheduler.memoryOf(partitionOf(id))) adopt(id, new Map());
      scheduler.put(compiledMonitor(id, EVERY_10_S));
    }
    expect(scheduler.monitors).toBe(1000);
    await seconds(2);
    expect(new Set(jobs.map(({ compiled }) => compiled.id)).size).toBe(1000);
    expect(Math.max(...batches)).toBe(100);
    expect(clock.now()).toBeGreaterThan(0);
  });

  it('runs alone what spoils batches, and takes it back when it is well again', async () => {
    const { adopt, scheduler, batches, control, seconds } = room();
    for (const id of ['bad', 'good', 'fine']) {
      if (!scheduler.memoryOf(partitionOf(id))) adopt(id, new Map());
      scheduler.put(compiledMonitor(id, { ...EVERY_10_S, ...sameQuery }));
    }
    control.answer = (job) =>
      job.compiled.id === 'bad' ? ({ ...done(job), spoils: true } as JobResult) : done(job);
    await seconds(2);
    expect(batches).toEqual([3]);
    await seconds(10);
    expect(batches.slice(1).sort()).toEqual([1, 2]);
    control.answer = done;
    await seconds(20);
    expect(batches.slice(-1)).toEqual([3]);
  });

  it('asks each alone after a batch that never came back', async () => {
    const { adopt, scheduler, batches, control, seconds } = room();
    for (const id of ['a', 'b', 'c']) {
      if (!scheduler.memoryOf(partitionOf(id))) adopt(id, new Map());
      scheduler.put(compiledMonitor(id, { ...EVERY_10_S, ...sameQuery }));
    }
    control.answer = () => ({ kind: 'again', why: 'hung' });
    await seconds(1);
    control.answer = done;
    await seconds(2);
    expect(batches).toEqual([3, 1, 1, 1]);
  });

  it('slows down and says so while the cluster is too busy, and loses no window', async () => {
    const { add, seconds, control, jobs, problems, rows } = room();
    add('m');
    control.answer = () => ({ kind: 'again', why: 'busy', what: 'searches' });
    await seconds(60);
    expect(jobs.length).toBeLessThan(10);
    expect(problems.current()).toMatchObject([{ about: 'busy' }]);
    control.answer = done;
    await seconds(60);
    expect(problems.current()).toEqual([]);
    expect(contiguous(rows().map(({ window }) => window))).toBe(true);
  });

  it('survives a runner that throws something unheard of', async () => {
    const { add, seconds, control, jobs, problems } = room();
    add('m');
    control.answer = () => {
      throw new TypeError('undefined is not a function');
    };
    await seconds(12);
    expect(problems.current()).toMatchObject([{ about: 'searches' }]);
    control.answer = done;
    await seconds(12);
    expect(jobs.length).toBeGreaterThan(1);
  });

  it('tells what is behind, the latest first, and what waits to be written', async () => {
    const { add, seconds, control, scheduler } = room();
    add('m');
    control.answer = () => new Promise(() => undefined);
    await seconds(40);
    const { lag, queue, in_flight: inFlight, late } = scheduler.behind();
    expect(late).toMatchObject([{ id: 'm' }]);
    expect(lag).toBe(late[0].late);
    expect(lag).toBeGreaterThan(20_000);
    expect([queue, inFlight]).toEqual([1, 1]);
  });

  it('keeps rows that cannot be written, says so, and writes each once when it can', async () => {
    const { add, seconds, cluster, problems, rows, jobs, scheduler } = room();
    add('m');
    const blocked = { status: 403, type: 'cluster_block_exception', reason: 'disk is full' };
    cluster.refuse = () => blocked;
    await seconds(41);
    expect(problems.current()[0].message).toContain('disk is full');
    expect(scheduler.behind().unwritten).toBeGreaterThan(2);
    cluster.refuse = () => undefined;
    await seconds(5);
    expect(problems.current()).toEqual([]);
    expect(rows()).toHaveLength(jobs.length);
    expect(scheduler.behind().unwritten).toBe(0);
  });

  it('writes a block once when the answer to its writing was lost', async () => {
    const { add, seconds, cluster, rows, jobs } = room();
    add('m');
    cluster.intercept = ({ path }) => (path === '/_bulk' ? 'after' : undefined);
    await seconds(13);
    cluster.intercept = () => undefined;
    await seconds(10);
    expect(rows()).toHaveLength(jobs.length);
  });

  it('lets the log go on without a block that the cluster will never take', async () => {
    const { add, seconds, cluster, problems, rows } = room();
    add('m');
    cluster.refuse = () => ({ status: 400, type: 'mapper_parsing_exception', reason: 'no' });
    await seconds(12);
    expect(problems.current()).toMatchObject([{ about: 'refused runs' }]);
    cluster.refuse = () => undefined;
    await seconds(10);
    expect(rows().length).toBeGreaterThan(0);
  });

  it('doubts its lease when another owner has written a block of the same second', async () => {
    const { add, seconds, cluster, control, clock } = room();
    const memory = add('m');
    await seconds(10);
    for (let i = 0; i < 30; i++) {
      const tick = Math.floor(clock.now() / 1000) + i;
      const index = `.watchkeeper-ticks-v1-${new Date(clock.now()).toISOString().slice(0, 10).replace(/-/g, '.')}`;
      cluster.put(index, `${memory.partition}:${tick}`, { owner: 'somebody else' });
    }
    await seconds(15);
    expect(control.doubted).toContain(memory.partition);
  });
});

const sameQuery: Partial<MonitorInput> = {
  inputs: [{ search: { indices: ['logs'], query: '{"size":0}' } }],
};
