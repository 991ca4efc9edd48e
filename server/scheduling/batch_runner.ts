import type { Logger } from 'opensearch-dashboards/server';
import { messageOf } from '../../common/errors';
import { isTimeOut } from '../cluster/errors';
import type { AgainResult, Job, JobResult } from '../monitors/job';
import type { Runner } from '../monitors/runner';
import { Lanes } from './lanes';
import { Pool } from './pool';
import type { Problems } from './problems';

/** How long a run waits after the cluster could not take it, milliseconds; doubled while it goes on. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;
const NEXT_TURN = 1;

export interface BatchRunnerDeps {
  runner: Pick<Runner, 'run' | 'reread'>;
  maxInFlight: number;
  problems: Problems;
  logger: Logger;
  /** A job's turn is over: with its result, or without one when nothing is known, and how long it waits (milliseconds). */
  ended(job: Job, result: JobResult | undefined, wait: number): void;
}

/** Runs due jobs in batches: bounded, slower when the cluster is busy, and the slow ones apart from the others. */
export class BatchRunner {
  private readonly lanes = new Lanes();
  /** Monitors whose last run ended without knowing what is stored: that is read before they run again. */
  private readonly suspects = new Set<string>();
  private readonly waits = new Map<string, number>();
  private readonly shared: Pool;
  private readonly alone: Pool;

  constructor(private readonly deps: BatchRunnerDeps) {
    const onError = (error: unknown) => {
      deps.problems.report('runs', messageOf(error));
      deps.logger.error(error instanceof Error ? error : new Error(String(error)));
    };
    this.shared = new Pool(deps.maxInFlight, onError);
    this.alone = new Pool(deps.maxInFlight, onError);
  }

  /** Batches under way. */
  get inFlight(): number {
    return this.shared.underWay + this.alone.underWay;
  }

  add(jobs: Job[]): void {
    const { shared, alone } = this.lanes.cut(jobs, ({ compiled }) => compiled.id);
    for (const batch of shared) this.shared.add(() => this.run(batch));
    for (const batch of alone) this.alone.add(() => this.run(batch));
  }

  suspect(id: string): void {
    this.suspects.add(id);
  }

  /** A monitor has changed: what was learnt of it does not count any more. */
  forget(id: string): void {
    this.lanes.forget(id);
    this.waits.delete(id);
  }

  async drain(): Promise<void> {
    await Promise.all([this.shared.drain(), this.alone.drain()]);
  }

  private async run(batch: Job[]): Promise<void> {
    // Only while the lease is certainly ours; a lost partition is loaded anew by whoever has it.
    const jobs = batch.filter((job) => job.isOurs());
    const results = await this.results(jobs);
    for (const job of batch) {
      const { id } = job.compiled;
      const result = results.get(job);
      if (result?.kind === 'done') this.learn(id, result);
      else if (result) this.putOff(id, result);
      this.deps.ended(
        job,
        result,
        this.waits.get(id) ?? (result?.kind === 'done' ? 0 : FIRST_WAIT)
      );
    }
  }

  private async results(jobs: Job[]): Promise<Map<Job, JobResult>> {
    const { problems, runner } = this.deps;
    const results = new Map<Job, JobResult>();
    if (jobs.length === 0) return results;
    try {
      const suspects = jobs.filter(({ compiled }) => this.suspects.has(compiled.id));
      const failed = await runner.reread(suspects);
      for (const job of suspects) if (!failed.has(job)) this.suspects.delete(job.compiled.id);
      for (const [job, result] of failed) results.set(job, result);
      const clear = jobs.filter((job) => !failed.has(job));
      const answers = await runner.run(clear);
      clear.forEach((job, i) => results.set(job, answers[i]));
      problems.clear('searches');
    } catch (error) {
      problems.report('searches', messageOf(error));
      for (const job of jobs) if (!results.has(job)) this.afterTrouble(job, error);
    }
    return results;
  }

  private afterTrouble({ compiled: { id } }: Job, error: unknown): void {
    this.suspects.add(id);
    // Without a word of the cluster it cannot be told whose fault it was.
    if (isTimeOut(error)) this.lanes.suspect(id);
  }

  private learn(id: string, { took, spoils, committed }: JobResult & { kind: 'done' }): void {
    this.waits.delete(id);
    this.lanes.learn(id, took, spoils);
    this.deps.problems.clear(`monitor:${id}`);
    if (committed) this.deps.problems.clear('commits');
    this.deps.problems.clear('busy');
    this.shared.speedUp();
    this.alone.speedUp();
  }

  private putOff(id: string, result: AgainResult): void {
    const { problems } = this.deps;
    const wait = Math.min(LONGEST_WAIT, (this.waits.get(id) || FIRST_WAIT / 2) * 2);
    switch (result.why) {
      case 'busy':
        problems.report(
          'busy',
          result.what === 'searches'
            ? 'The cluster is too busy for more searches (429); monitors wait and run more slowly.'
            : 'The cluster compiles no more scripts for now (429); monitors whose conditions need it wait.'
        );
        if (result.what === 'searches') this.slowDown();
        this.waits.set(id, wait);
        return;
      case 'unsettled':
        this.tellUnsettled(id, result);
        this.suspects.add(id);
        this.waits.set(id, wait);
        return;
      case 'hung':
        this.lanes.suspect(id);
        this.waits.set(id, NEXT_TURN);
        return;
      case 'overtaken':
        this.waits.set(id, 0);
        return;
      case 'not_ours':
      case 'gone':
        return;
    }
  }

  private tellUnsettled(id: string, result: AgainResult & { why: 'unsettled' }): void {
    const { problems, logger } = this.deps;
    const [about, text] = result.poisoned
      ? [`monitor:${id}`, `Monitor ${id}: ${result.reason}`]
      : ['commits', `What monitors find cannot be written down; they run again: ${result.reason}`];
    if (problems.report(about, text)) logger.warn(text);
  }

  private slowDown(): void {
    this.shared.slowDown();
    this.alone.slowDown();
  }
}
