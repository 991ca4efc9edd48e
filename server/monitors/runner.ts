import type { Logger } from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../common/errors';
import type { RunProblem } from '../../common/monitors/run';
import type { Clock } from '../clock';
import { batchedSearch } from '../cluster/batched_search';
import type { SearchRequest } from '../cluster/batched_search';
import { isTimeOut } from '../cluster/errors';
import type { SearchOutcome } from '../cluster/search_answer';
import type { Cluster } from '../cluster/types';
import type { AgainResult, Found, Job, JobResult } from './job';
import type { Heartbeats } from './heartbeats/heartbeat_reader';
import type { Judgement, OtherMonitors, Prepared, SearchAnswer } from './kinds/prepared';
import { ScriptBudget } from './script_budget';
import { internalProblem } from './settler';
import type { Settler } from './settler';

const BUSY: AgainResult = { kind: 'again', why: 'busy', what: 'searches' };
const SCRIPTS_BUSY: AgainResult = { kind: 'again', why: 'busy', what: 'scripts' };
const HUNG: AgainResult = { kind: 'again', why: 'hung' };

const NO_OTHERS: OtherMonitors = () => Promise.resolve(new Map());

const requestOf = ({ compiled: { plan }, run }: Job): SearchRequest | undefined =>
  plan.kind === 'ready' ? plan.prepared.search?.(run.window) : undefined;

export interface RunnerOptions {
  cluster: Cluster;
  settler: Settler;
  clock: Clock;
  /** Of a search, milliseconds. */
  timeoutMs: number;
  logger: Logger;
  scripts?: ScriptBudget;
  monitors?: OtherMonitors;
  heartbeats?: Heartbeats;
}

/** Runs monitors: search, judge, settle. */
export class Runner {
  private readonly scripts: ScriptBudget;
  private readonly monitors: OtherMonitors;

  constructor(private readonly options: RunnerOptions) {
    this.scripts = options.scripts ?? new ScriptBudget(options.clock);
    this.monitors = options.monitors ?? NO_OTHERS;
  }

  /**
   * Runs a batch; one result a job, in order. One bad job never spoils the others.
   *
   * @throws WatchkeeperError `cluster_unreachable`: nothing is known about any of them
   */
  async run(jobs: Job[]): Promise<JobResult[]> {
    const { clock, settler } = this.options;
    const startedAt = clock.now();
    const outcomes = await this.search(jobs);
    const found = await Promise.all(jobs.map((job, i) => this.find(job, outcomes[i], startedAt)));
    const settled = await settler.settle(found.flatMap((each) => ('kind' in each ? [] : [each])));
    return jobs.map((job, i) => {
      const each = found[i];
      return 'kind' in each ? each : (settled.get(job) ?? BUSY);
    });
  }

  /** See `Settler.reread`. */
  reread(jobs: Job[]): Promise<Map<Job, AgainResult>> {
    return this.options.settler.reread(jobs);
  }

  private async search(jobs: Job[]): Promise<Array<SearchOutcome | undefined>> {
    const { cluster, timeoutMs } = this.options;
    const requests = jobs.map(requestOf);
    const sent = requests.filter((request) => request !== undefined);
    const answers = sent.length > 0 ? await batchedSearch(cluster, sent, timeoutMs) : [];
    let next = 0;
    return jobs.map((_job, i) => (requests[i] ? answers[next++] : undefined));
  }

  /** What the answer means, or why nothing is known. */
  private async find(
    job: Job,
    outcome: SearchOutcome | undefined,
    startedAt: number
  ): Promise<Found | AgainResult> {
    const { plan } = job.compiled;
    const failed = (problem: RunProblem, took?: number, spoils = false): Found => ({
      ...{ job, startedAt, spoils },
      judgement: { ...(took === undefined ? {} : { took }), finding: { kind: 'problem', problem } },
    });
    if (plan.kind === 'problem') return failed(plan.problem);
    switch (outcome?.kind) {
      case 'busy':
        return BUSY;
      case 'hung':
        return HUNG;
      case 'problem':
        return failed(outcome.problem, outcome.took, outcome.spoils);
      default:
        return this.judge(job, startedAt, plan.prepared, outcome);
    }
  }

  private async judge(
    job: Job,
    startedAt: number,
    prepared: Prepared,
    answer: SearchAnswer | undefined
  ): Promise<Found | AgainResult> {
    const { clock } = this.options;
    const begun = clock.monotonic();
    const found = (judgement: Judgement): Found => ({
      ...{ job, startedAt, judgement, spoils: false },
      // By the clock: what the cluster takes for a script, it does not say.
      spent: (answer?.took ?? 0) + clock.monotonic() - begun,
    });
    try {
      return found(await prepared.judge(this.inquiryOf(job), answer));
    } catch (error) {
      const again = this.againAfter(error);
      if (again) return again;
      const problem = isTimeOut(error)
        ? { code: 'timed_out', message: 'The condition did not end in time on the cluster.' }
        : internalProblem(error);
      const known = answer ? { took: answer.took, hits: answer.hits } : {};
      return found({ ...known, finding: { kind: 'problem', problem } });
    }
  }

  private inquiryOf({ run, held }: Job) {
    const { cluster, timeoutMs, heartbeats } = this.options;
    const { alerts, memory } = held.state;
    const { scripts, monitors } = this;
    return {
      ...{ cluster, window: run.window, alerts, memory, scripts, timeoutMs, monitors },
      ...(heartbeats ? { heartbeats } : {}),
    };
  }

  /** Where an error says nothing about the monitor, it is run again. */
  private againAfter(error: unknown): AgainResult | undefined {
    if (!(error instanceof WatchkeeperError)) {
      this.options.logger.error(error instanceof Error ? error : new Error(String(error)));
      return undefined;
    }
    if (error.code === 'too_busy') return error.details.scripts === true ? SCRIPTS_BUSY : BUSY;
    if (error.code !== 'cluster_unreachable' || isTimeOut(error)) return undefined;
    return { kind: 'again', why: 'unsettled', reason: error.message };
  }
}
