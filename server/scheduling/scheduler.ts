import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import { nextDue, planRun } from '../../common/monitors/schedule';
import type { Plan } from '../../common/monitors/schedule';
import type { RunRow } from '../../common/monitors/run';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { CompiledMonitor } from '../monitors/compiled_monitor';
import type { Committer } from '../monitors/committer';
import type { Job, JobResult, Runner } from '../monitors/runner';
import type { StateStore } from '../monitors/state_store';
import { flushBlocks } from './block_writer';
import { DueQueue } from './due_queue';
import { Lanes } from './lanes';
import type { PartitionMemory } from './partition_memory';
import { Pool } from './pool';
import { TICK_MS } from './tick_store';
import type { Ownership } from './types';

/** How long a run waits after the cluster could not take it, milliseconds. */
const WAIT_AFTER_FAILURE = 2000;

export interface SchedulerDeps {
  cluster: Cluster;
  clock: Clock;
  ownership: () => Ownership;
  runner: Runner;
  states: StateStore;
  committer: Committer;
  maxInFlight: number;
  logger: Logger;
}

/** Runs the monitors of the partitions that this instance owns, each when it is due. */
export class Scheduler {
  private readonly queue = new DueQueue(TICK_MS);
  private readonly memories = new Map<number, PartitionMemory>();
  private readonly compiled = new Map<string, CompiledMonitor>();
  private readonly running = new Set<string>();
  /** Their batch failed half-way: what is stored is read before they run again. */
  private readonly suspect = new Set<string>();
  private readonly lanes = new Lanes();
  private readonly shared: Pool;
  private readonly alone: Pool;
  /** Why the last batch came to nothing; undefined when it did not. */
  problem: string | undefined;

  constructor(private readonly deps: SchedulerDeps) {
    this.shared = new Pool(deps.maxInFlight);
    this.alone = new Pool(deps.maxInFlight);
  }

  get monitors(): number {
    return this.compiled.size;
  }

  /** Milliseconds that the longest waiting run is late. */
  lag(): number {
    const first = this.queue.firstDue();
    return first === undefined ? 0 : Math.max(0, this.deps.clock.now() - first);
  }

  adopt(memory: PartitionMemory): void {
    this.memories.set(memory.partition, memory);
  }

  memoryOf(partition: number): PartitionMemory | undefined {
    return this.memories.get(partition);
  }

  /** Stops all work on a partition. */
  abandon(partition: number): void {
    this.memories.delete(partition);
    for (const { id } of [...this.compiled.values()].filter(
      (each) => each.partition === partition
    )) {
      this.remove(id);
    }
  }

  /** Takes a monitor in, or its new version. */
  put(compiled: CompiledMonitor): void {
    const memory = this.memories.get(compiled.partition);
    if (!memory) return;
    this.compiled.set(compiled.id, compiled);
    this.lanes.forget(compiled.id);
    this.enqueue(compiled, memory);
  }

  remove(id: string): void {
    this.compiled.delete(id);
    this.queue.remove(id);
    this.lanes.forget(id);
  }

  /** One turn: starts what is due, writes down what has ended. */
  async turn(): Promise<void> {
    this.startDue();
    const { cluster, clock } = this.deps;
    const ownership = this.deps.ownership();
    const lost = await flushBlocks(cluster, clock, ownership.instance, [...this.memories.values()]);
    for (const partition of lost) this.abandon(partition);
  }

  /** Lets what runs end, and writes it down. */
  async drain(): Promise<void> {
    await Promise.all([this.shared.drain(), this.alone.drain()]);
    await this.turn();
  }

  private enqueue(compiled: CompiledMonitor, memory: PartitionMemory, notBefore = 0): void {
    if (this.running.has(compiled.id)) return;
    const due = nextDue(compiled.timing, memory.cursorOf(compiled.id), this.deps.clock.now());
    this.queue.put(compiled.id, Math.max(due, notBefore));
  }

  private startDue(): void {
    const now = this.deps.clock.now();
    const jobs = this.queue.take(now).flatMap((id) => this.jobOf(id, now));
    const { shared, alone } = this.lanes.cut(jobs, ({ compiled }) => compiled.id);
    for (const batch of shared) this.shared.add(() => this.runBatch(batch));
    for (const batch of alone) this.alone.add(() => this.runBatch(batch));
  }

  private jobOf(id: string, now: number): Job[] {
    const compiled = this.compiled.get(id);
    const memory = compiled && this.memories.get(compiled.partition);
    if (!compiled || !memory) return [];
    const tick = Math.floor(now / TICK_MS) * TICK_MS;
    const plan = planRun(compiled.timing, memory.cursorOf(id), tick);
    if (plan.gap) memory.record(gapRow(id, plan.gap, now));
    if (!plan.run) {
      this.enqueue(compiled, memory);
      return [];
    }
    this.running.add(id);
    return [{ compiled, run: plan.run, held: memory.held(id) }];
  }

  private async runBatch(batch: Job[]): Promise<void> {
    // Only while the lease is certainly ours; a lost partition is loaded anew by whoever has it.
    const jobs = batch.filter(({ compiled }) => this.isOurs(compiled));
    const results = await this.results(jobs);
    for (const job of batch) {
      const result = results.get(job);
      this.running.delete(job.compiled.id);
      this.finish(job, result);
      this.requeue(job, result);
    }
  }

  private async results(jobs: Job[]): Promise<Map<Job, JobResult>> {
    if (jobs.length === 0) return new Map();
    try {
      await this.rereadSuspects(jobs);
      const results = await this.deps.runner.run(jobs);
      this.problem = undefined;
      return new Map(jobs.map((job, i) => [job, results[i]]));
    } catch (error) {
      this.problem = messageOf(error);
      for (const { compiled } of jobs) this.suspect.add(compiled.id);
      return new Map();
    }
  }

  private isOurs({ partition }: CompiledMonitor): boolean {
    return this.memories.has(partition) && this.deps.ownership().remaining(partition) > 0;
  }

  private async rereadSuspects(jobs: Job[]): Promise<void> {
    const { states, committer } = this.deps;
    for (const job of jobs.filter(({ compiled }) => this.suspect.has(compiled.id))) {
      job.held = await states.get(job.compiled.id);
      await committer.projectPending([job.held.state]);
      this.suspect.delete(job.compiled.id);
    }
  }

  private finish({ compiled }: Job, result: JobResult | undefined): void {
    const memory = this.memories.get(compiled.partition);
    if (!memory || !result) return;
    if (result.kind === 'again') {
      this.problem = result.reason;
      this.suspect.add(compiled.id);
      return;
    }
    memory.hold(compiled.id, result.held);
    memory.record(result.row);
    this.lanes.learn(compiled.id, result.row.took, result.spoils);
  }

  private requeue({ compiled }: Job, result: JobResult | undefined): void {
    const current = this.compiled.get(compiled.id);
    const memory = current && this.memories.get(current.partition);
    if (!current || !memory) return;
    const failed = result?.kind !== 'done';
    this.enqueue(current, memory, failed ? this.deps.clock.now() + WAIT_AFTER_FAILURE : 0);
  }
}

const gapRow = (id: string, gap: NonNullable<Plan['gap']>, now: number): RunRow => ({
  monitor_id: id,
  scheduled_at: gap.scheduledAt,
  started_at: now,
  window: gap.window,
  outcome: 'gap',
  missed: gap.missed,
});
