import type { Logger } from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../common/errors';
import { renderQuery } from '../../common/monitors/query';
import type { RunProblem } from '../../common/monitors/run';
import type { Clock } from '../clock';
import { batchedSearch } from '../cluster/batched_search';
import type { SearchRequest } from '../cluster/batched_search';
import { isTimeOut } from '../cluster/errors';
import type { SearchOutcome } from '../cluster/search_answer';
import type { Cluster } from '../cluster/types';
import type { AgainResult, Found, Job, JobResult } from './job';
import { internalProblem } from './settler';
import type { Settler } from './settler';
import { ScriptBudget } from './script_budget';
import { evaluateTriggers } from './verdicts';

const BUSY: AgainResult = { kind: 'again', why: 'busy', what: 'searches' };
const SCRIPTS_BUSY: AgainResult = { kind: 'again', why: 'busy', what: 'scripts' };
const HUNG: AgainResult = { kind: 'again', why: 'hung' };

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

/** Runs monitors: search, evaluate, settle. */
export class Runner {
  constructor(
    private readonly cluster: Cluster,
    private readonly settler: Settler,
    private readonly clock: Clock,
    private readonly timeoutMs: number,
    private readonly logger: Logger,
    private readonly scripts = new ScriptBudget(clock)
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
    const settled = await this.settler.settle(
      found.flatMap((each) => ('kind' in each ? [] : [each]))
    );
    return jobs.map((job, i) => {
      const each = found[i];
      return 'kind' in each ? each : (settled.get(job) ?? BUSY);
    });
  }

  /** See `Settler.reread`. */
  reread(jobs: Job[]): Promise<Map<Job, AgainResult>> {
    return this.settler.reread(jobs);
  }

  private async search(jobs: Job[]): Promise<SearchOutcome[]> {
    const requests = jobs.map(requestOf);
    const sent = requests.filter((request) => request !== undefined);
    const answers = sent.length > 0 ? await batchedSearch(this.cluster, sent, this.timeoutMs) : [];
    let next = 0;
    return jobs.map((job, i) => (requests[i] ? answers[next++] : unsent(job)));
  }

  /** What the answer means, or why nothing is known. */
  private async find(
    job: Job,
    outcome: SearchOutcome,
    startedAt: number
  ): Promise<Found | AgainResult> {
    const found = { job, startedAt, outcome, conditions: 0 };
    switch (outcome.kind) {
      case 'busy':
        return BUSY;
      case 'hung':
        return HUNG;
      case 'problem':
        return { ...found, finding: { kind: 'problem', problem: outcome.problem } };
      case 'answer':
        return this.judge(found, outcome.response);
    }
  }

  private async judge(
    found: Omit<Found, 'finding'>,
    response: Record<string, unknown>
  ): Promise<Found | AgainResult> {
    const { job } = found;
    const begun = this.clock.monotonic();
    const after = () => ({ ...found, conditions: this.clock.monotonic() - begun });
    try {
      const verdicts = await evaluateTriggers(
        this.cluster,
        job.compiled,
        job.run.window,
        response,
        job.held.state.alerts,
        this.scripts
      );
      return { ...after(), finding: { kind: 'answer', response, verdicts } };
    } catch (error) {
      if (!(error instanceof WatchkeeperError)) {
        this.logger.error(error instanceof Error ? error : new Error(String(error)));
      } else if (error.code === 'too_busy') return SCRIPTS_BUSY;
      else if (error.code === 'cluster_unreachable' && !isTimeOut(error)) {
        return { kind: 'again', why: 'unsettled', reason: error.message };
      }
      const problem = isTimeOut(error)
        ? { code: 'timed_out', message: 'The condition did not end in time on the cluster.' }
        : internalProblem(error);
      return { ...after(), finding: { kind: 'problem', problem } };
    }
  }
}
