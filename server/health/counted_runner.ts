import type { Clock } from '../clock';
import type { Job, JobResult } from '../monitors/job';
import type { Runner } from '../monitors/runner';
import type { Metrics } from './types';

type Runs = Pick<Runner, 'run' | 'reread'>;

const problemOf = (result: JobResult & { kind: 'done' }): string | undefined => {
  const { problem, triggers = [] } = result.row;
  return problem?.code ?? triggers.find((trigger) => trigger.problem)?.problem?.code;
};

const count = (metrics: Metrics, job: Job, result: JobResult, took: number): void => {
  if (result.kind === 'again') {
    metrics.postponed(result.why);
    return;
  }
  const { outcome, started_at: startedAt } = result.row;
  const code = problemOf(result);
  const lag = startedAt - job.run.scheduledAt;
  metrics.ran({ outcome, lag, took, ...(code === undefined ? {} : { code }) });
};

/** A runner whose runs are counted. */
export const countedRunner = (runner: Runs, metrics: Metrics, clock: Clock): Runs => ({
  reread: (jobs) => runner.reread(jobs),
  async run(jobs) {
    const begun = clock.monotonic();
    const results = await runner.run(jobs);
    const took = clock.monotonic() - begun;
    results.forEach((result, i) => count(metrics, jobs[i], result, took));
    return results;
  },
});
