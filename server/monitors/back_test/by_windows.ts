import { WatchkeeperError, invalidInput } from '../../../common/errors';
import { MOST_WINDOWS } from '../../../common/monitors/back_test/api';
import type { BackTestResult } from '../../../common/monitors/back_test/back_test';
import { Replay } from '../../../common/monitors/back_test/replay';
import type { PastRun } from '../../../common/monitors/back_test/windows';
import type { SearchRequest } from '../../cluster/batched_search';
import type { Prepared } from '../kinds/prepared';
import { judgeWindow } from './judge_window';
import { patientSearch } from './patient_search';
import type { Settled } from './patient_search';
import type { BackTestDeps, BackTestJob, Pace } from './types';

/** Searches in one batch: few, since runs that are due go first. */
const BATCH = 10;

/** What the cluster says of a query that it will say of every window. */
const PASSING: ReadonlySet<string> = new Set(['partial', 'timed_out']);

/** Asks ahead: while windows are judged, the next ones are searched for. */
class Ahead {
  searches = 0;
  private readonly asked = new Map<number, Promise<Settled[]>>();
  private known: { body: string; outcome: Settled } | undefined;

  constructor(
    private readonly deps: BackTestDeps,
    private readonly requestOf: (run: PastRun) => SearchRequest,
    private readonly runs: readonly PastRun[]
  ) {}

  async outcomeOf(i: number): Promise<Settled> {
    const { body } = this.requestOf(this.runs[i]);
    // A query that names no period asks the same for every window.
    if (this.known?.body === body) return this.known.outcome;
    const batch = Math.floor(i / BATCH);
    const asked = this.ask(batch);
    this.ask(batch + 1).catch(() => {});
    const outcomes = await asked;
    this.asked.delete(batch - 1);
    const outcome = outcomes[i % BATCH];
    this.known = { body, outcome };
    return outcome;
  }

  private ask(batch: number): Promise<Settled[]> {
    const known = this.asked.get(batch);
    if (known) return known;
    const requests = this.runs.slice(batch * BATCH, (batch + 1) * BATCH).map(this.requestOf);
    this.searches += new Set(requests.map(({ body }) => body)).size;
    const { cluster, timeoutSeconds } = this.deps;
    const asked =
      requests.length === 0
        ? Promise.resolve([])
        : patientSearch(cluster, requests, timeoutSeconds * 1000);
    this.asked.set(batch, asked);
    return asked;
  }
}

/** A query that is refused for each of the first windows is refused for all. */
class Refusals {
  private first: string | undefined;
  private count = 0;

  /** @throws WatchkeeperError `cluster_refused` with the cluster's reason */
  see(outcome: Settled): void {
    if (outcome.kind === 'answer' || PASSING.has(outcome.problem.code)) {
      this.count = Number.NEGATIVE_INFINITY;
      return;
    }
    const { code, message } = outcome.problem;
    if (this.count === 0) this.first = message;
    this.count = message === this.first ? this.count + 1 : Number.NEGATIVE_INFINITY;
    if (this.count === BATCH)
      throw new WatchkeeperError('cluster_refused', message, { type: code });
  }
}

const tooMany = (runs: readonly PastRun[], reason: string) => {
  const most = MOST_WINDOWS.windows;
  const hours = (runs[most - 1].window.end - runs[0].window.start) / 3_600_000;
  const length = hours > 48 ? `${Math.floor(hours / 24)} days` : `${Math.floor(hours)} hours`;
  const message = `Each of these ${runs.length} windows needs a search of its own, and at most ${most} are made: choose ${length} or less. The reason: ${reason}`;
  return invalidInput([{ field: 'from', message }]);
};

/** Judges window by window, each with the searches that a run makes. */
export class WindowByWindow {
  private readonly replay: Replay;
  private took = 0;
  private searches = 0;

  /**
   * @param reason why it cannot be done with fewer searches, a sentence
   * @throws WatchkeeperError `invalid_input`: too many windows
   */
  constructor(
    private readonly deps: BackTestDeps,
    private readonly job: BackTestJob,
    private readonly prepared: Prepared,
    private readonly reason: string
  ) {
    if (job.runs.length > MOST_WINDOWS.windows) throw tooMany(job.runs, reason);
    this.replay = new Replay(job.monitor, job.id, deps.baseUrl);
  }

  /** @throws WatchkeeperError `cluster_refused`, `cluster_unreachable`, `too_busy` */
  async run(pace: Pace): Promise<void> {
    const { runs } = this.job;
    const ahead = this.ahead();
    const refusals = new Refusals();
    for (const [i, run] of runs.entries()) {
      if (pace.isOver()) return;
      const outcome = await ahead?.outcomeOf(i);
      if (outcome) refusals.see(outcome);
      this.searches = ahead?.searches ?? i + 1;
      await this.one(run, outcome);
      pace.progress((i + 1) / runs.length);
      await pace.breathe();
    }
  }

  result(): BackTestResult {
    const { searches, reason, took } = this;
    return { ...this.replay.result(), method: { kind: 'windows', searches, reason }, took };
  }

  private ahead(): Ahead | undefined {
    const { prepared, deps, job } = this;
    const { search } = prepared;
    if (!search) return undefined;
    return new Ahead(deps, ({ window }) => search.call(prepared, window), job.runs);
  }

  private async one(run: PastRun, outcome: Settled | undefined): Promise<void> {
    const { deps, prepared, replay } = this;
    if (outcome?.kind === 'problem') {
      this.took += outcome.took ?? 0;
      replay.step(run, { kind: 'problem', problem: outcome.problem });
      return;
    }
    const { took, finding } = await judgeWindow(deps, prepared, replay, run, outcome);
    this.took += took ?? 0;
    replay.step(run, finding);
  }
}
