import type { Logger } from 'opensearch-dashboards/server';
import { WatchkeeperError, messageOf } from '../../common/errors';
import { renderQuery } from '../../common/monitors/query';
import type { RunProblem, RunRow } from '../../common/monitors/run';
import type { PlannedRun } from '../../common/monitors/schedule';
import type { MonitorState } from '../../common/monitors/state';
import { stepMonitor } from '../../common/monitors/step';
import type { Finding, Step } from '../../common/monitors/step';
import type { Clock } from '../clock';
import { batchedSearch } from '../cluster/batched_search';
import type { SearchRequest } from '../cluster/batched_search';
import type { SearchOutcome } from '../cluster/search_answer';
import type { Cluster } from '../cluster/types';
import type { Change, Committer } from './committer';
import type { CompiledMonitor } from './compiled_monitor';
import { runRow } from './run_row';
import type { HeldState, StateStore } from './state_store';
import { evaluateTriggers } from './verdicts';

export interface Job {
  compiled: CompiledMonitor;
  run: PlannedRun;
  held: HeldState;
}

export type JobResult =
  /**
   * `held` is the state as it stands now; unchanged for an idle run. `spoils`: the cluster refuses any batch with this
   * search in it.
   */
  | { kind: 'done'; row: RunRow; held: HeldState; spoils: boolean }
  /** The cluster was too busy, or the state could not be written: nothing is settled, run it again. */
  | { kind: 'again'; reason: string };

interface Found {
  job: Job;
  startedAt: number;
  outcome: SearchOutcome;
  finding: Finding;
}

/** A step with its row; the row goes into the state as well, for the case of a crash before its tick block. */
interface Stepped {
  found: Found;
  row: RunRow;
  change?: Change;
}

const BUSY: JobResult = { kind: 'again', reason: 'The cluster is too busy.' };

/** How often a step is repeated after somebody else changed the state (an acknowledgement, say). */
const MOST_ATTEMPTS = 5;

const requestOf = ({ compiled, run }: Job): SearchRequest | undefined =>
  compiled.query.kind === 'query'
    ? {
        indices: compiled.monitor.inputs[0].search.indices,
        body: renderQuery(compiled.query.compiled, run.window),
      }
    : undefined;

const unsent = ({ compiled: { query } }: Job): SearchOutcome => {
  const fallback: RunProblem = { code: 'internal', message: 'The query was not sent.' };
  return { kind: 'problem', problem: query.kind === 'problem' ? query.problem : fallback };
};

/** Runs monitors: search, evaluate, step, commit, project. */
export class Runner {
  constructor(
    private readonly cluster: Cluster,
    private readonly states: StateStore,
    private readonly committer: Committer,
    private readonly clock: Clock,
    private readonly timeoutMs: number,
    private readonly logger: Logger
  ) {}

  /**
   * Runs a batch; one result a job, in order. One bad job never spoils the others.
   *
   * @throws WatchkeeperError `cluster_unreachable`: nothing is known about any of them
   */
  async run(jobs: Job[]): Promise<JobResult[]> {
    const startedAt = this.clock.now();
    const outcomes = await this.search(jobs);
    const found = await Promise.all(jobs.map((job, i) => this.find(job, outcomes[i], startedAt)));
    const results = await this.settle(found.filter((each) => each !== undefined));
    return jobs.map((job) => results.get(job) ?? BUSY);
  }

  private async search(jobs: Job[]): Promise<SearchOutcome[]> {
    const requests = jobs.map(requestOf);
    const sent = requests.filter((request) => request !== undefined);
    const answers = sent.length > 0 ? await batchedSearch(this.cluster, sent, this.timeoutMs) : [];
    let next = 0;
    return jobs.map((job, i) => (requests[i] ? answers[next++] : unsent(job)));
  }

  /** What the answer means; undefined when nothing is known because the cluster is too busy. */
  private async find(
    job: Job,
    outcome: SearchOutcome,
    startedAt: number
  ): Promise<Found | undefined> {
    if (outcome.kind === 'busy') return undefined;
    const found = { job, startedAt, outcome };
    if (outcome.kind === 'problem') {
      return { ...found, finding: { kind: 'problem', problem: outcome.problem } };
    }
    const { response } = outcome;
    try {
      const { alerts } = job.held.state;
      const verdicts = await evaluateTriggers(
        this.cluster,
        job.compiled,
        job.run.window,
        response,
        alerts
      );
      return { ...found, finding: { kind: 'answer', response, verdicts } };
    } catch (error) {
      if (!(error instanceof WatchkeeperError)) this.logger.error(toError(error));
      else if (error.code === 'too_busy') return undefined;
      else if (error.code === 'cluster_unreachable') throw error;
      return { ...found, finding: { kind: 'problem', problem: internalProblem(error) } };
    }
  }

  /** Commits what changed and projects it; repeats for those whose state somebody else has changed. */
  private async settle(found: Found[]): Promise<Map<Job, JobResult>> {
    const settled = new Map<Job, JobResult>();
    let open = found;
    for (let attempt = 0; open.length > 0 && attempt < MOST_ATTEMPTS; attempt++) {
      const lost: Found[] = [];
      for (const { found: each, result } of await this.commit(
        open.map((each) => this.step(each))
      )) {
        if (result) settled.set(each.job, result);
        else lost.push(each);
      }
      await this.reread(lost);
      open = lost;
    }
    return settled;
  }

  private step(found: Found): Stepped {
    const { job } = found;
    const { state, version: known } = job.held;
    const { window } = job.run;
    // Committed already: by us, when the answer to the commit was lost.
    if (known && state.window_end >= window.end && state.last_run) {
      return { found, row: state.last_run };
    }
    const { next, delta, triggers } = this.decide(found);
    const row = runRow({ ...found, triggers, ...(next ? { rev: next.rev } : {}) });
    if (!next || !delta) return { found, row };
    const withRow: MonitorState = { ...next, last_run: row };
    return { found, row, change: { next: withRow, delta, ...(known ? { known } : {}) } };
  }

  /** A defect in one monitor's step must not stop the others of its batch. */
  private decide({ job, finding }: Found): Step {
    const { compiled, run, held } = job;
    const input = {
      monitorId: compiled.id,
      monitor: compiled.monitor,
      state: held.state,
      window: run.window,
      now: this.clock.now(),
    };
    try {
      return stepMonitor({ ...input, finding });
    } catch (error) {
      this.logger.error(toError(error));
      return stepMonitor({
        ...input,
        finding: { kind: 'problem', problem: internalProblem(error) },
      });
    }
  }

  private async commit(
    stepped: Stepped[]
  ): Promise<Array<{ found: Found; result: JobResult | undefined }>> {
    const changes = stepped.flatMap(({ change }) => (change ? [change] : []));
    const committed = await this.committer.commit(changes);
    const written = changes.filter((_change, i) => committed[i].kind === 'ok');
    await this.committer.project(written.map(({ delta }) => delta));
    let next = 0;
    return stepped.map(({ found, row, change }) => {
      const done = { kind: 'done', row, spoils: spoilsBatches(found) } as const;
      if (!change) return { found, result: { ...done, held: found.job.held } };
      const outcome = committed[next++];
      switch (outcome.kind) {
        case 'ok':
          return { found, result: { ...done, held: outcome.held } };
        case 'failed':
          return { found, result: { kind: 'again', reason: outcome.reason } };
        case 'conflict':
          return { found, result: undefined };
      }
    });
  }

  /** Takes the states as somebody else left them; their own commits are projected before ours. */
  private async reread(lost: Found[]): Promise<void> {
    for (const { job } of lost) {
      job.held = await this.states.get(job.compiled.id);
      await this.committer.projectPending([job.held.state]);
    }
  }
}

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

const internalProblem = (error: unknown): RunProblem => ({
  code: error instanceof WatchkeeperError ? error.code : 'internal',
  message: messageOf(error),
});

const spoilsBatches = ({ outcome }: Found): boolean =>
  outcome.kind === 'problem' && outcome.spoils === true;
