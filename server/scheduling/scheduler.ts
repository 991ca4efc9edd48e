import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import type { RunRow } from '../../common/monitors/run';
import { backOffMs, nextDue, planRun, whileFailing } from '../../common/monitors/schedule';
import type { Plan } from '../../common/monitors/schedule';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { CompiledMonitor } from '../monitors/compiled_monitor';
import type { Job, JobResult } from '../monitors/job';
import type { Runner } from '../monitors/runner';
import { BatchRunner } from './batch_runner';
import { flushBlocks } from './block_writer';
import { ClockWatch } from './clock_watch';
import { believable, believableTiming, reachingBack } from './cursor';
import { DueQueue } from './due_queue';
import type { PartitionMemory } from './partition_memory';
import type { Problems } from './problems';
import { TICK_MS } from './tick_store';
import type { Ownership } from './types';

/** Rows that may wait to be written down. Beyond that nothing new is begun: what is not recorded would be lost. */
const MOST_UNWRITTEN = 20_000;
const LATE_SHOWN = 10;

export interface SchedulerOwnership extends Ownership {
  /** Something speaks against our owning a partition. */
  doubt(partition: number): void;
}

export interface SchedulerDeps {
  cluster: Cluster;
  clock: Clock;
  ownership: () => SchedulerOwnership;
  runner: Pick<Runner, 'run' | 'reread'>;
  maxInFlight: number;
  problems: Problems;
  logger: Logger;
}

interface ScheduledJob extends Job {
  memory: PartitionMemory;
  /** Epoch milliseconds since which it is due. */
  dueAt: number;
}

/** Runs the monitors of the partitions that this instance owns, each when it is due. */
export class Scheduler {
  private readonly queue = new DueQueue(TICK_MS);
  private readonly memories = new Map<number, PartitionMemory>();
  /** Partitions that are about to be given back: nothing new begins there. */
  private readonly leaving = new Set<number>();
  private readonly compiled = new Map<string, CompiledMonitor>();
  private readonly running = new Map<string, ScheduledJob>();
  private readonly batches: BatchRunner;
  private readonly clockWatch: ClockWatch;
  private stopping = false;
  private soon: NodeJS.Immediate | undefined;

  constructor(private readonly deps: SchedulerDeps) {
    this.clockWatch = new ClockWatch(deps.clock);
    this.batches = new BatchRunner({
      ...deps,
      ended: (job, result, wait) => this.ended(job as ScheduledJob, result, wait),
    });
  }

  get monitors(): number {
    return this.compiled.size;
  }

  /** What is behind, the latest first. */
  behind() {
    const now = this.deps.clock.now();
    const waiting = this.queue.due(now).map(({ id, dueAt }) => ({ id, late: now - dueAt }));
    const running = [...this.running.values()].map(({ compiled, dueAt }) => ({
      id: compiled.id,
      late: now - dueAt,
    }));
    const late = [...waiting, ...running].filter((each) => each.late > TICK_MS);
    late.sort((a, b) => b.late - a.late);
    return {
      lag: late[0]?.late ?? 0,
      queue: waiting.length + running.length,
      in_flight: this.batches.inFlight,
      late_count: late.length,
      late: late.slice(0, LATE_SHOWN),
      unwritten: this.unwritten(),
    };
  }

  /** Milliseconds that the longest waiting run is late. */
  lag(): number {
    return this.behind().lag;
  }

  adopt(memory: PartitionMemory): void {
    this.abandon(memory.partition);
    this.memories.set(memory.partition, memory);
    for (const id of memory.suspects) this.batches.suspect(id);
  }

  memoryOf(partition: number): PartitionMemory | undefined {
    return this.memories.get(partition);
  }

  /** Begins nothing more in a partition, lets end what runs there, and writes it down. */
  async leave(partition: number): Promise<void> {
    this.leaving.add(partition);
    const memory = this.memories.get(partition);
    if (!memory) return;
    await this.quiet(partition);
    // Twice: a block may be under way already, and what was recorded since is the next one.
    for (let i = 0; i < 2 && memory.unwritten > 0; i++) await this.flush([memory]);
  }

  /** Stops all work on a partition. */
  abandon(partition: number): void {
    this.leaving.delete(partition);
    this.memories.delete(partition);
    const gone = [...this.compiled.values()].filter((each) => each.partition === partition);
    for (const { id } of gone) this.remove(id);
  }

  /** Takes a monitor in, or its new version. */
  put(compiled: CompiledMonitor): void {
    const memory = this.memories.get(compiled.partition);
    if (!memory) return;
    this.compiled.set(compiled.id, compiled);
    this.batches.forget(compiled.id);
    this.enqueue(compiled, memory);
  }

  remove(id: string): void {
    this.compiled.delete(id);
    this.queue.remove(id);
    this.batches.forget(id);
  }

  /** One turn: starts what is due, writes down what has ended. */
  async turn(): Promise<void> {
    if (this.clockWatch.jumped()) this.planAnew();
    this.startDue();
    await this.flush([...this.memories.values()]);
  }

  /** Lets what runs end, and writes it down. */
  async drain(): Promise<void> {
    this.stopping = true;
    await this.batches.drain();
    await this.flush([...this.memories.values()]);
  }

  private unwritten(): number {
    return [...this.memories.values()].reduce((sum, memory) => sum + memory.unwritten, 0);
  }

  private async flush(memories: PartitionMemory[]): Promise<void> {
    const { cluster, clock, problems, logger } = this.deps;
    const ownership = this.deps.ownership();
    try {
      const { foreign, waiting, refused } = await flushBlocks(cluster, clock, ownership, memories);
      for (const partition of foreign) ownership.doubt(partition);
      if (waiting === undefined) problems.clear('run log');
      else this.cannotWrite(waiting);
      if (refused !== undefined && problems.report('refused runs', refused)) {
        logger.error(
          `The cluster refuses to take down runs; they are missing in the log: ${refused}`
        );
      }
    } catch (error) {
      this.cannotWrite(messageOf(error));
    }
  }

  private cannotWrite(reason: string): void {
    const text = `Runs cannot be written down: ${reason}`;
    if (this.deps.problems.report('run log', text)) this.deps.logger.warn(text);
  }

  /** Resolves when nothing runs in the partition. */
  private async quiet(partition: number): Promise<void> {
    const isBusy = () =>
      [...this.running.values()].some(({ compiled }) => compiled.partition === partition);
    while (isBusy()) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** The wall clock was set: every instant in the queue was reckoned by another time. */
  private planAnew(): void {
    this.deps.logger.warn('The clock was set; every monitor is planned anew.');
    for (const compiled of this.compiled.values()) {
      const memory = this.memories.get(compiled.partition);
      if (memory) this.enqueue(compiled, memory);
    }
  }

  /** @param patience milliseconds that it is to wait beyond what is due, without being late */
  private enqueue(
    compiled: CompiledMonitor,
    memory: PartitionMemory,
    notBefore = 0,
    patience = 0
  ): void {
    if (this.running.has(compiled.id)) return;
    const now = this.deps.clock.now();
    const { end } = believable(memory.cursorOf(compiled.id), now);
    const due = nextDue(believableTiming(compiled.timing, now), end, now) + patience;
    this.queue.put(compiled.id, Math.max(due, notBefore), due);
  }

  private startDue(): void {
    if (this.stopping || this.unwritten() > MOST_UNWRITTEN) return;
    const now = this.deps.clock.now();
    const jobs = this.queue.take(now).flatMap(({ id, dueAt }) => this.jobOf(id, dueAt, now));
    for (const job of jobs) this.running.set(job.compiled.id, job);
    this.batches.add(jobs);
  }

  private jobOf(id: string, dueAt: number, now: number): ScheduledJob[] {
    const compiled = this.compiled.get(id);
    const memory = compiled && this.memories.get(compiled.partition);
    if (!compiled || !memory || this.leaving.has(compiled.partition)) return [];
    const tick = Math.floor(now / TICK_MS) * TICK_MS;
    const cursor = believable(memory.cursorOf(id), now);
    const held = memory.held(id, now);
    const usual = believableTiming(compiled.timing, now);
    const timing = held.state.failures ? whileFailing(usual) : usual;
    const plan = planRun(timing, cursor.end, tick);
    if (plan.gap) memory.record(gapRow(id, plan.gap, cursor.open, now));
    if (!plan.run) {
      this.enqueue(compiled, memory);
      return [];
    }
    const { windows } = plan.run;
    const window = plan.gap
      ? plan.run.window
      : reachingBack(plan.run.window, cursor, timing, windows);
    const isOurs = () =>
      // Deleted or disabled during the search: what it found must not become an alert any more.
      this.compiled.has(id) &&
      this.memories.get(compiled.partition) === memory &&
      this.deps.ownership().remaining(compiled.partition) > 0;
    return [
      {
        ...{ compiled, memory, dueAt, isOurs },
        run: { ...plan.run, window },
        held,
        mustFence: !memory.isFenced(id),
        unlogged: memory.unloggedOf(id),
      },
    ];
  }

  private ended(job: ScheduledJob, result: JobResult | undefined, wait: number): void {
    const { id, partition } = job.compiled;
    this.running.delete(id);
    // What was loaded anew meanwhile knows better.
    if (this.memories.get(partition) === job.memory && result) this.take(job, result);
    const current = this.compiled.get(id);
    const memory = current && this.memories.get(current.partition);
    if (!current || !memory) return;
    const now = this.deps.clock.now();
    const patience = this.backOff(current, memory, result);
    this.enqueue(current, memory, wait > 0 ? now + wait : 0, patience);
    // More was missed: it is caught up at once, and not a window a turn.
    if (wait === 0 && this.queue.isDue(id, now)) this.startSoon();
  }

  /** What fails again and again is asked less often: milliseconds. */
  private backOff({ id, timing }: CompiledMonitor, memory: PartitionMemory, result?: JobResult) {
    if (result?.kind !== 'done' || !result.row.problem) return 0;
    const now = this.deps.clock.now();
    const { failures = 0 } = memory.held(id, now).state;
    return backOffMs(failures, timing.rhythm.after(now) - timing.rhythm.atOrBefore(now));
  }

  private startSoon(): void {
    this.soon ??= setImmediate(() => {
      this.soon = undefined;
      try {
        this.startDue();
      } catch (error) {
        this.deps.problems.report('schedule', messageOf(error));
        this.deps.logger.error(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  private take({ compiled, memory }: ScheduledJob, result: JobResult): void {
    const { id } = compiled;
    if (result.kind === 'done') {
      memory.hold(id, result.held);
      if (result.committed) memory.fence(id);
      this.recordBeyondReach(compiled, memory, result.row);
      memory.recordNew(result.earlier ?? []);
      memory.record(result.row);
    } else if (result.why === 'overtaken') {
      memory.hold(id, result.held);
      memory.skipTo(id, result.upTo);
    } else if (result.why === 'gone' && this.compiled.get(id) === compiled) {
      // Should it come back, it comes with a new version.
      this.remove(id);
    }
  }

  /** It works again, but has failed for longer than its window reaches back: what is left out is said. */
  private recordBeyondReach({ id, timing }: CompiledMonitor, memory: PartitionMemory, row: RunRow) {
    const { open } = memory.cursorOf(id);
    if (row.problem || open === undefined || open >= row.window.start) return;
    const window = { start: open, end: row.window.start };
    // What is reached back to is as long as so many windows.
    const length = (row.window.end - row.window.start) / timing.catchUp.most;
    const missed = Math.max(1, Math.round((window.end - window.start) / length));
    const scheduledAt = window.end + timing.delay;
    memory.record(gapRow(id, { window, scheduledAt, missed }, undefined, row.started_at));
  }
}

const gapRow = (
  id: string,
  { window, scheduledAt, missed }: NonNullable<Plan['gap']>,
  open: number | undefined,
  now: number
): RunRow => ({
  monitor_id: id,
  scheduled_at: scheduledAt,
  started_at: now,
  window: { ...window, start: Math.min(window.start, open ?? window.start) },
  outcome: 'gap',
  missed,
});
