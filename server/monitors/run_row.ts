import type { RunOutcome, RunProblem, RunRow, TriggerResult } from '../../common/monitors/run';
import type { Finding } from '../../common/monitors/step';
import type { Job } from './job';
import type { Judgement } from './kinds/prepared';

const outcomeOf = (finding: Finding, triggers: TriggerResult[]): RunOutcome => {
  if (finding.kind === 'problem' || triggers.some(({ problem }) => problem)) return 'error';
  return triggers.some(({ triggered }) => triggered) ? 'triggered' : 'not_triggered';
};

/** A cluster's reason can be as long as the query that it refuses; each run would write it down. */
const LONGEST_TEXT = 2000;

const cut = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;

const short = (problem: RunProblem): RunProblem => ({ ...problem, message: cut(problem.message) });

const shortResult = (result: TriggerResult): TriggerResult => ({
  ...result,
  ...(result.value === undefined ? {} : { value: cut(result.value) }),
  ...(result.problem ? { problem: short(result.problem) } : {}),
});

export interface RowInput {
  job: Job;
  startedAt: number;
  judgement: Judgement;
  triggers: TriggerResult[];
  rev?: number;
}

/** What a run leaves behind of itself. */
export const runRow = ({
  job,
  startedAt,
  judgement: { took, hits, finding },
  triggers,
  rev,
}: RowInput): RunRow => ({
  monitor_id: job.compiled.id,
  scheduled_at: job.run.scheduledAt,
  started_at: startedAt,
  window: job.run.window,
  ...(job.run.windows === undefined ? {} : { windows: job.run.windows }),
  ...(took === undefined ? {} : { took }),
  ...(hits === undefined ? {} : { hits }),
  outcome: outcomeOf(finding, triggers),
  ...(finding.kind === 'problem' ? { problem: short(finding.problem) } : {}),
  ...(triggers.length > 0 ? { triggers: triggers.map(shortResult) } : {}),
  ...(rev === undefined ? {} : { rev }),
});
