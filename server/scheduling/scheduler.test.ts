import type { MonitorInput } from '../../common/monitors/monitor';
import { partitionOf } from '../../common/hash';
import type { JobResult } from '../monitors/job';
import { freshState } from '../monitors/state_store';
import { compiledMonitor } from '../monitors/testing/monitors';
import { EVERY_10_S, contiguous, done, failed, room, settled } from './testing/scheduling_room';

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

  it('catches up at once what was missed, and not a window a turn', async () => {
    const { add, seconds, clock, jobs, scheduler } = room();
    add('m');
    await seconds(11);
    const before = jobs.length;
    clock.pass(80_000);
    await scheduler.turn();
    await settled();
    await settled();
    expect(jobs.length - before).toBe(8);
    expect(contiguous(jobs.map(({ run }) => run.window))).toBe(true);
  });

  it('plans from where somebody else has evaluated, and does not go round in circles', async () => {
    const { add, seconds, control, jobs } = room();
    add('m');
    control.answer = failed;
    await seconds(31);
    const { start } = jobs[0].run.window;
    control.answer = (job) =>
      job.run.window.start < start + 15_000
        ? { kind: 'again', why: 'overtaken', held: job.held, upTo: start + 15_000 }
        : done(job);
    await seconds(10);
    expect(jobs[jobs.length - 1].run.window.start).toBe(start + 15_000);
    expect(jobs.length).toBeLessThan(7);
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

  it('forbids the commit of a run whose monitor was deleted or disabled meanwhile', async () => {
    const { add, seconds, control, jobs, rows, scheduler } = room();
    add('m');
    let release = () => {};
    control.answer = (job) =>
      new Promise((resolve) => {
        release = () => resolve(job.isOurs() ? done(job) : { kind: 'again', why: 'not_ours' });
      });
    await seconds(11);
    expect(jobs[0].isOurs()).toBe(true);
    scheduler.remove('m');
    expect(jobs[0].isOurs()).toBe(false);
    release();
    await settled();
    await seconds(30);
    expect([jobs.length, rows()]).toEqual([1, []]);
  });

  it('runs no more what turns out to be deleted, until it comes back', async () => {
    const { add, seconds, control, jobs, scheduler } = room();
    add('m');
    control.answer = () => ({ kind: 'again', why: 'gone' });
    await seconds(41);
    expect(jobs).toHaveLength(1);
    control.answer = done;
    scheduler.put(compiledMonitor('m', EVERY_10_S));
    await seconds(11);
    expect(jobs.length).toBeGreaterThan(1);
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
});

const sameQuery: Partial<MonitorInput> = {
  inputs: [{ search: { indices: ['logs'], query: '{"size":0}' } }],
};
