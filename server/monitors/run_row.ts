import type { RunOutcome, RunRow, TriggerResult } from '../../common/monitors/run';
import type { Finding } from '../../common/monitors/step';
import type { SearchOutcome } from '../cluster/search_answer';
import type { Job } from './runner';

const outcomeOf = (finding: Finding, triggers: TriggerResult[]): RunOutcome => {
  if (finding.kind === 'problem' || triggers.some(({ problem }) => problem)) return 'error';
  return triggers.some(({ triggered }) => triggered) ? 'triggered' : 'not_triggered';
};

export interface RowInput {
  job: Job;
  startedAt: number;
  outcome: SearchOutcome;
  finding: Finding;
  triggers: TriggerResult[];
  rev?: number;
}

/** What a run leaves behind of itself. */
export const runRow = ({ job, startedAt, outcome, finding, triggers, rev }: RowInput): RunRow => ({
  monitor_id: job.compiled.id,
  scheduled_at: job.run.scheduledAt,
  started_at: startedAt,
  window: job.run.window,
  ...(outcome.kind !== 'busy' && outcome.took !== undefined ? { took: outcome.took } : {}),
  ...(outcome.kind === 'answer' ? { hits: outcome.hits } : {}),
  outcome: outcomeOf(finding, triggers),
  ...(finding.kind === 'problem' ? { problem: finding.problem } : {}),
  ...(triggers.length > 0 ? { triggers } : {}),
  ...(rev === undefined ? {} : { rev }),
});
