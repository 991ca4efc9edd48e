import type { Logger } from 'opensearch-dashboards/server';
import { WatchkeeperError, messageOf } from '../../common/errors';
import { isAhead } from '../../common/monitors/clock_ahead';
import type { RunProblem, RunRow } from '../../common/monitors/run';
import { sharedNamesOf } from '../../common/monitors/shared_templates';
import type { MonitorState } from '../../common/monitors/state';
import { stepMonitor } from '../../common/monitors/step';
import type { Step } from '../../common/monitors/step';
import type { Clock } from '../clock';
import type { CurrentTemplates, Followed } from '../notifications/types';
import type { Change, Committed, Committer } from './committer';
import type { AgainResult, Found, Job, JobResult } from './job';
import { runRow } from './run_row';
import { freshState, unreadableState } from './state_store';
import type { HeldState, StateStore } from './state_store';

/** A step with its row; the row goes into the state as well, for the case of a crash before its tick block. */
interface Stepped {
  found: Found;
  row: RunRow;
  earlier?: RunRow[];
  change?: Change;
}

/** A result, or undefined where the state was changed by somebody else and the step must be repeated. */
type Attempt = { found: Found; result: JobResult | undefined };

/** How often a step is repeated after somebody else changed the state (an acknowledgement, say). */
const MOST_ATTEMPTS = 5;

const NOT_OURS: JobResult = { kind: 'again', why: 'not_ours' };
const GONE: AgainResult = { kind: 'again', why: 'gone' };
const unsettled = (reason: string) =>
  ({ kind: 'again', why: 'unsettled', reason }) satisfies AgainResult;

/** Makes commits of what runs have found: step, commit, project; and again where somebody else was faster. */
export class Settler {
  constructor(
    private readonly states: StateStore,
    private readonly committer: Committer,
    private readonly clock: Clock,
    private readonly logger: Logger,
    /** Whether the monitor is saved at this moment. */
    private readonly isSaved: (monitorId: string) => Promise<boolean>,
    /** What links in messages begin with. */
    private readonly baseUrl?: string,
    /** Which destinations keep an incident. */
    private readonly followed?: Pick<Followed, 'follows' | 'known'>,
    private readonly shared?: Pick<CurrentTemplates, 'templates' | 'known'>
  ) {}

  /** One result each. Throws only when nothing is known about any of them. */
  async settle(found: Found[]): Promise<Map<Job, JobResult>> {
    const settled = new Map<Job, JobResult>();
    const names = found.flatMap(({ job }) => sharedNamesOf(job.compiled.monitor));
    await Promise.all([this.followed?.known(), this.shared?.known(names)]);
    let open = found;
    for (let attempt = 0; open.length > 0 && attempt < MOST_ATTEMPTS; attempt++) {
      const lost: Found[] = [];
      for (const { found: each, result } of await this.attempt(open)) {
        if (result) settled.set(each.job, result);
        else lost.push(each);
      }
      const failed = await this.reread(lost.map(({ job }) => job));
      for (const [job, result] of failed) settled.set(job, result);
      open = lost.filter(({ job }) => !failed.has(job));
    }
    for (const { job } of open) settled.set(job, unsettled('The state changes all the time.'));
    return settled;
  }

  /**
   * Takes states as they are stored now, and projects what they left pending.
   *
   * @returns the jobs for which that did not work
   */
  async reread(jobs: Job[]): Promise<Map<Job, AgainResult>> {
    const failed = new Map<Job, AgainResult>();
    if (jobs.length === 0) return failed;
    const read = await this.states.getMany(jobs.map(({ compiled }) => compiled.id));
    const stored = new Map<Job, MonitorState>();
    for (const job of jobs) {
      const { id } = job.compiled;
      const state = read.get(id);
      if (state?.kind === 'unreadable') {
        const { message: reason } = unreadableState(id, state.reason);
        failed.set(job, { ...unsettled(reason), poisoned: true });
        continue;
      }
      const held = state?.kind === 'held' ? state.held : freshState(id, this.clock.now());
      const why = await this.whyNotAlive(held.state);
      if (why) failed.set(job, why);
      else {
        job.held = this.alive(held);
        stored.set(job, held.state);
      }
    }
    const pending = await this.committer.projectPending([...stored.values()]);
    for (const job of stored.keys()) {
      const reason = pending.get(job.compiled.id);
      if (reason !== undefined) failed.set(job, unsettled(reason));
    }
    return failed;
  }

  /** Of a state that a deletion has marked, whether the monitor has come back is asked where it is saved. */
  private async whyNotAlive({
    monitor_id: id,
    ended,
  }: MonitorState): Promise<AgainResult | undefined> {
    if (ended === undefined) return undefined;
    try {
      return (await this.isSaved(id)) ? undefined : GONE;
    } catch (error) {
      return unsettled(messageOf(error));
    }
  }

  /** A monitor that has come back under its id (an import, say) begins anew, in the place of what it left behind. */
  private alive(held: HeldState): HeldState {
    const { state, version } = held;
    if (state.ended === undefined || !version) return held;
    return { ...freshState(state.monitor_id, this.clock.now()), version };
  }

  private async attempt(open: Found[]): Promise<Attempt[]> {
    const done: Attempt[] = [];
    const stepped: Stepped[] = [];
    for (const found of open) {
      const step = this.step(found);
      if ('kind' in step) done.push({ found, result: step });
      else stepped.push(step);
    }
    const stale = await this.staleOf(stepped);
    for (const { found } of stale) done.push({ found, result: undefined });
    return [...done, ...(await this.commit(stepped.filter((each) => !stale.has(each))))];
  }

  /**
   * Those that rest on an acknowledgement which may have been taken back. A run that is held back writes nothing, so no
   * compare-and-swap tells it that a person, on whichever instance, has changed the state meanwhile.
   */
  private async staleOf(stepped: Stepped[]): Promise<ReadonlySet<Stepped>> {
    const resting = stepped.filter(
      ({ change, found }) =>
        !change && found.job.held.state.alerts.some(({ state }) => state === 'acknowledged')
    );
    if (resting.length === 0) return new Set();
    try {
      const current = await this.states.areCurrent(resting.map(({ found }) => found.job.held));
      return new Set(resting.filter((_each, i) => !current[i]));
    } catch (error) {
      // The next run asks again.
      this.logger.warn(`Whether states have changed could not be asked: ${messageOf(error)}`);
      return new Set();
    }
  }

  private step(found: Found): Stepped | JobResult {
    const { job } = found;
    const { held, run } = job;
    // Asked here and not before the search: a search can outlast a lease.
    if (!job.isOurs()) return NOT_OURS;
    const seen = seenUpTo(held, this.clock.now());
    if (seen !== undefined && seen.tried >= run.window.end) {
      // Committed already: by us, when the answer to the commit was lost; or by an owner before or after us.
      return { found, row: seen.row, earlier: held.state.unlogged_runs ?? [] };
    }
    if (seen !== undefined && seen.evaluated > run.window.start) {
      return { kind: 'again', why: 'overtaken', held, upTo: seen.evaluated };
    }
    const { next, delta, triggers } = this.decide(found);
    const row = runRow({ ...found, triggers, ...(next ? { rev: next.rev } : {}) });
    if (!next && !job.mustFence) return { found, row };
    const moved: MonitorState = {
      ...(next ?? { ...held.state, pending: null }),
      window_end: run.window.end,
      last_run: row,
      unlogged_runs: job.unlogged,
    };
    const change: Change = {
      next: moved,
      ...(delta ? { delta } : {}),
      ...(held.version ? { known: held.version } : {}),
    };
    return { found, row, change };
  }

  /** A defect in one monitor's step must not stop the others of its batch. */
  private decide({ job, judgement: { finding } }: Found): Step {
    const { compiled, run, held } = job;
    const input = {
      monitorId: compiled.id,
      monitor: compiled.monitor,
      state: held.state,
      window: run.window,
      now: this.clock.now(),
      baseUrl: this.baseUrl,
      ...(this.followed ? { follows: this.followed.follows } : {}),
      templates: this.shared?.templates(),
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

  private async commit(stepped: Stepped[]): Promise<Attempt[]> {
    const changes = stepped.flatMap(({ change }) => (change ? [change] : []));
    const committed = await this.committer.commit(changes);
    const written = changes.filter((_change, i) => committed[i].kind === 'ok');
    const deltas = written.flatMap(({ delta }) => (delta ? [delta] : []));
    const waiting = await this.committer.project(deltas);
    let next = 0;
    return stepped.map((each): Attempt => {
      const { found, change } = each;
      if (!change) return { found, result: done(each, found.job.held, false) };
      const reason = change.delta && waiting.get(change.delta);
      return { found, result: resultOf(each, committed[next++], reason) };
    });
  }
}

/** What became of one commit; undefined: somebody else was faster. */
const resultOf = (
  stepped: Stepped,
  outcome: Committed,
  notProjected: string | undefined
): JobResult | undefined => {
  switch (outcome.kind) {
    case 'ok':
      // Nothing new may be committed before this is projected: the next run begins with that.
      if (notProjected !== undefined) return unsettled(notProjected);
      return done(stepped, outcome.held, true);
    case 'failed':
      return unsettled(outcome.reason);
    case 'conflict':
      return undefined;
  }
};

const done = ({ found, row, earlier }: Stepped, held: HeldState, committed: boolean): JobResult => {
  const took = found.spent ?? found.judgement.took;
  return {
    ...{ kind: 'done', row, held, committed },
    ...(earlier ? { earlier } : {}),
    ...(took === undefined ? {} : { took }),
    spoils: found.spoils,
  };
};

/** How far the state's last commit had come: what it tried, and what of that it could evaluate. */
const seenUpTo = ({ version, state }: HeldState, now: number) => {
  const { window_end: tried, last_run: row } = state;
  if (!version || !row || isAhead(tried, now)) return undefined;
  return { tried, row, evaluated: row.problem ? row.window.start : row.window.end };
};

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

export const internalProblem = (error: unknown): RunProblem => ({
  code: error instanceof WatchkeeperError ? error.code : 'internal',
  message: messageOf(error),
});
